//! The words that name a figure, cleaned as a person would write them into a table: "Số tổ chức
//! đảng được kiểm tra", "Tổng thu ngân sách so với kế hoạch tỉnh giao".

use super::basis::BasisKind;
use super::nouns::{Found, noun, nouns};
use super::pieces::{Figure, Piece};
use super::token::{Token, ends_any, starts_any};
use super::unit::{Sort, text};

/// Longest name in words; what goes on longer is no name.
const MOST_WORDS: usize = 24;

/// What a sentence has named so far: figures without words of their own speak of it.
#[derive(Debug, Default)]
pub(super) struct Named {
    /// Without a comparison.
    base: String,
    /// The action of the last count: "kiểm tra" of "kiểm tra 118 tổ chức đảng, 45 đảng viên".
    action: String,
}

impl Named {
    /// Names the `nth` piece, which is a figure.
    pub(super) fn figure(&mut self, tokens: &[Token], pieces: &[Piece], nth: usize) -> String {
        let Piece::Figure(figure) = &pieces[nth] else { return String::new() };
        let left = left_of(tokens, pieces, nth);
        let right = right_of(tokens, pieces, nth, figure);
        let compared =
            figure.basis.as_ref().filter(|_| figure.lead.direction.is_some() || is_rate(figure));
        let own = match self.own(tokens, &left, &right, figure) {
            // "Quảng Ngãi (11,51%)"
            own if own.is_empty() && figure.basis.is_none() => {
                phrase(tokens, &before_bracket(tokens, pieces, nth))
            }
            own => own,
        };
        let of_plan = ["kế hoạch", "chỉ tiêu", "dự toán", "chỉ tiêu đề ra"];
        let of_plan = of_plan.contains(&own.to_lowercase().as_str());
        let base = if own.is_empty() || of_plan { self.base.clone() } else { own };
        self.base.clone_from(&base);
        match compared {
            Some(basis) => with_basis(&base, &basis.object, basis.kind),
            None => base,
        }
    }

    /// Names a place in a ranking by what the sentence speaks of.
    pub(super) fn rank(&mut self, tokens: &[Token], pieces: &[Piece], nth: usize) -> String {
        let left = left_of(tokens, pieces, nth);
        let subject = phrase(tokens, &left);
        let after = pieces[nth].end();
        let about = starts_any(tokens, after, &["về"]).map(|from| {
            let words = (from..right_end(tokens, pieces, nth, from)).collect::<Vec<_>>();
            phrase(tokens, &words)
        });
        let subject = match about {
            Some(about) if !about.is_empty() => about,
            _ if subject.is_empty() => self.base.clone(),
            _ => subject,
        };
        let subject = lower_first(&subject);
        match subject.as_str() {
            "" => "Thứ hạng".to_owned(),
            named if named.starts_with("xếp hạng") => upper_first(named),
            named => format!("Thứ hạng {named}"),
        }
    }

    /// Shares one list of subjects among the figures "lần lượt": the `nth` of `n`.
    pub(super) fn in_turn(
        tokens: &[Token],
        pieces: &[Piece],
        first: usize,
        nth: usize,
        n: usize,
    ) -> Option<String> {
        let left = left_of(tokens, pieces, first);
        let parts: Vec<&[usize]> = left
            .split(|at| tokens[*at].is_mark(",") || tokens[*at].low == "và")
            .filter(|part| !part.is_empty())
            .collect();
        let part = parts.get(nth).filter(|_| parts.len() == n && n > 1)?;
        Some(upper_first(&phrase(tokens, part)))
    }

    fn own(
        &mut self,
        tokens: &[Token],
        left: &[usize],
        right: &[usize],
        figure: &Figure,
    ) -> String {
        let sort = figure.unit.as_ref().map(|unit| unit.sort);
        let subject = subject(tokens, left);
        if figure.lead.predicate && !subject.is_empty() {
            self.action.clear();
            return upper_first(&subject);
        }
        let thing = phrase(tokens, right);
        match sort {
            Some(Sort::Count | Sort::Guess) => {
                let has_own = figure.expression.unit.is_some() && !thing.is_empty();
                let thing = if has_own {
                    thing
                } else {
                    figure.unit.as_ref().map_or(String::new(), |unit| unit.text.clone())
                };
                if figure.lead.direction.is_some() {
                    return String::new();
                }
                let action = action(&subject);
                if let Some(action) = action {
                    self.action = action;
                } else if !subject.is_empty() {
                    self.action.clear();
                }
                counted(&self.action, &lower_first(&thing), &subject)
            }
            Some(Sort::Rate) if figure.basis.is_none() && figure.lead.direction.is_none() => {
                match thing.as_str() {
                    "" => upper_first(&subject),
                    _ => upper_first(&thing),
                }
            }
            Some(Sort::Measure) if figure.lead.direction.is_none() => {
                measured(&subject, &lower_first(&thing), figure)
            }
            _ if subject.is_empty() => String::new(),
            _ => upper_first(&subject),
        }
    }
}

fn is_rate(figure: &Figure) -> bool {
    figure.unit.as_ref().is_some_and(|unit| matches!(unit.sort, Sort::Rate | Sort::Times))
}

fn with_basis(base: &str, object: &str, kind: BasisKind) -> String {
    let object = match kind {
        BasisKind::Prior(_) if object.starts_with("cùng kỳ") => "cùng kỳ",
        _ => object,
    };
    match base {
        "" => upper_first(object),
        _ => format!("{base} so với {}", lower_first(object)),
    }
}

/// What is done to things is said of them: they are inspected, they are disciplined.
const PASSIVE: [(&str, &str); 12] = [
    ("kiểm tra", "được kiểm tra"),
    ("giám sát", "được giám sát"),
    ("thi hành kỷ luật", "bị thi hành kỷ luật"),
    ("xử lý kỷ luật", "bị thi hành kỷ luật"),
    ("kỷ luật", "bị thi hành kỷ luật"),
    ("khai trừ", "bị khai trừ"),
    ("khiển trách", "bị khiển trách"),
    ("cảnh cáo", "bị cảnh cáo"),
    ("cách chức", "bị cách chức"),
    ("khởi tố", "bị khởi tố"),
    ("khen thưởng", "được khen thưởng"),
    ("biểu dương", "được biểu dương"),
];

fn counted(action: &str, thing: &str, subject: &str) -> String {
    if let Some((_, said)) = PASSIVE.iter().find(|(verb, _)| *verb == action) {
        return format!("Số {thing} {said}");
    }
    let whole = ["dân số", "số ", "tổng ", "quy mô", "lực lượng", "sản lượng", "tổng số"];
    let low = subject.to_lowercase();
    match (action, subject) {
        ("", _) if thing.starts_with("năm") => counted_plainly(thing),
        ("", subject) if whole.iter().any(|words| low.starts_with(words)) => upper_first(subject),
        // "trồng mới 23.000 cây xanh"
        ("", "") => counted_plainly(thing),
        ("", subject) if subject.split(' ').count() <= 6 => {
            format!("{} {thing}", upper_first(subject))
        }
        ("", _) => counted_plainly(thing),
        (action, _) => format!("{} {thing}", upper_first(action)),
    }
}

fn counted_plainly(thing: &str) -> String {
    match thing {
        "" => String::new(),
        thing if thing.starts_with("số ") => upper_first(thing),
        thing => format!("Số {thing}"),
    }
}

/// "tích tụ, tập trung 122,67 ha đất": the area of what was done.
fn measured(subject: &str, thing: &str, figure: &Figure) -> String {
    let area = figure.unit.as_ref().is_some_and(|unit| {
        ["ha", "m2", "m²", "km2", "hecta"].contains(&unit.text.to_lowercase().as_str())
    });
    match (subject, thing) {
        ("", "") => String::new(),
        ("", thing) => upper_first(thing),
        (subject, "") => upper_first(subject),
        (subject, thing) if area => format!("Diện tích {thing} {}", lower_first(subject)),
        (subject, thing) => format!("{} {thing}", upper_first(subject)),
    }
}

/// Verbs of an office's work, whose object is what the figure counts; the last in the words
/// before the figure is taken with all that follows it.
const ACTIONS: [&str; 20] = [
    "kiểm tra",
    "giám sát",
    "thi hành kỷ luật",
    "xử lý kỷ luật",
    "kỷ luật",
    "khai trừ",
    "khiển trách",
    "cảnh cáo",
    "cách chức",
    "khởi tố",
    "khen thưởng",
    "biểu dương",
    "kết nạp",
    "trồng mới",
    "thành lập mới",
    "ban hành",
    "tổ chức",
    "xử lý",
    "giải quyết",
    "thành lập",
];

fn action(subject: &str) -> Option<String> {
    let low = subject.to_lowercase();
    let found = ACTIONS.iter().filter_map(|verb| {
        let at = format!(" {low} ").rfind(&format!(" {verb} "))?;
        Some((at + verb.len(), verb))
    });
    found.max().map(|(_, verb)| (*verb).to_owned())
}

/// The tokens before the figure that can speak of it: since the last figure or mark, without
/// periods.
fn left_of(tokens: &[Token], pieces: &[Piece], nth: usize) -> Vec<usize> {
    let to = pieces[nth].start();
    let mut from = since_last(tokens, pieces, nth).max(to.saturating_sub(4 * MOST_WORDS));
    let mut aside = Vec::new();
    let mut open = None;
    for at in from..to {
        let token = &tokens[at];
        let ends_name = token.text == "." && tokens.get(at + 1).is_some_and(|next| next.glued);
        if is_abbreviation(tokens, at) || ends_name {
            continue;
        }
        match (token.text, open) {
            ("(", _) => open = Some(at),
            // What stands in brackets without a figure is an aside.
            (")", Some(opened)) => {
                aside.push(opened..at + 1);
                open = None;
            }
            (")" | ";" | ":" | "." | "“" | "”" | "\"" | "…", _) => from = at + 1,
            _ => {}
        }
    }
    from = open.map_or(from, |opened| from.max(opened + 1));
    let in_period = |at: usize| {
        pieces[..nth].iter().rev().take(4).any(|piece| {
            matches!(piece, Piece::Period { .. }) && (piece.start()..piece.end()).contains(&at)
        })
    };
    let in_aside = |at: usize| aside.iter().any(|range| range.contains(&at));
    (from..to).filter(|at| !in_period(*at) && !in_aside(*at)).collect()
}

/// Where the words of the figure before end; its counted things go on behind it.
fn since_last(tokens: &[Token], pieces: &[Piece], nth: usize) -> usize {
    let last = (0..nth).rev().find(|at| !matches!(pieces[*at], Piece::Period { .. }));
    let Some(last) = last else { return 0 };
    match &pieces[last] {
        Piece::Figure(figure) if counts(figure) && figure.basis.is_none() => {
            right_end(tokens, pieces, last, pieces[last].end())
        }
        piece => piece.end(),
    }
}

/// The words before the bracket that opens directly before the figure.
fn before_bracket(tokens: &[Token], pieces: &[Piece], nth: usize) -> Vec<usize> {
    let start = pieces[nth].start();
    if start == 0 || tokens[start - 1].text != "(" {
        return Vec::new();
    }
    let from = since_last(tokens, pieces, nth).max(start.saturating_sub(MOST_WORDS));
    let marks = (from..start - 1).rev().find(|at| tokens[*at].is_mark(",;:.)"));
    (marks.map_or(from, |mark| mark + 1)..start - 1).collect()
}

fn counts(figure: &Figure) -> bool {
    figure.unit.as_ref().is_some_and(|unit| matches!(unit.sort, Sort::Count | Sort::Guess))
}

/// "(FDI)" belongs to the name before it.
fn is_abbreviation(tokens: &[Token], at: usize) -> bool {
    let inner = if tokens[at].text == "(" { at + 1 } else { at.saturating_sub(1) };
    let close = if tokens[at].text == "(" { at + 2 } else { at };
    tokens.get(inner).is_some_and(Token::is_acronym)
        && tokens.get(close).is_some_and(|mark| mark.text == ")")
}

/// The tokens behind the number that name what it counts or measures.
fn right_of(tokens: &[Token], pieces: &[Piece], nth: usize, figure: &Figure) -> Vec<usize> {
    let start = match figure.expression.unit {
        Some(_) if counts(figure) => noun_start(tokens, figure),
        _ => figure.expression.end,
    };
    let end = right_end(tokens, pieces, nth, figure.expression.end);
    (start..end.max(start)).collect()
}

/// The first token of the counted noun, behind the sizes.
fn noun_start(tokens: &[Token], figure: &Figure) -> usize {
    let end = figure.expression.unit.as_ref().map_or(figure.expression.end, |unit| unit.end);
    (figure.expression.first..end)
        .find(|at| tokens[*at].is_word() && matches!(nouns(tokens, *at), Found::Noun(_)))
        .or_else(|| (figure.expression.first..end).find(|at| tokens[*at].is_word()))
        .unwrap_or(end)
}

/// Where the words behind a figure stop speaking of it.
fn right_end(tokens: &[Token], pieces: &[Piece], nth: usize, from: usize) -> usize {
    const STOPS: [&str; 13] = [
        "so", "trở", "tăng", "giảm", "bằng", "chiếm", "gồm", "với", "nhưng", "để", "trong", "là",
        "do",
    ];
    let next = pieces.get(nth + 1).map_or(tokens.len(), Piece::start);
    let mut end = from;
    while end < next && end < from + MOST_WORDS {
        let token = &tokens[end];
        let joined = token.is_dash() && end > from;
        let plain = token.is_word() && !STOPS.contains(&token.low.as_str());
        if !(plain || joined) {
            break;
        }
        end += 1;
    }
    // "và" that leads to the next figure is not part of the name.
    ends_any(tokens, end, &["và", "và có", "có", "đạt"])
        .filter(|start| *start >= from)
        .unwrap_or(end)
}

/// The part of `left` between commas that names the figure.
fn subject(tokens: &[Token], left: &[usize]) -> String {
    let parts: Vec<&[usize]> = left.split(|at| tokens[*at].is_mark(",")).collect();
    let mut words = Vec::new();
    for (nth, part) in parts.iter().enumerate().rev() {
        let trimmed = trimmed(tokens, part);
        if trimmed.is_empty() {
            if words.is_empty() { continue } else { break }
        }
        if words.is_empty() {
            words = trimmed.to_vec();
        } else if joins(tokens, trimmed, &words) {
            words =
                trimmed.iter().copied().chain(part.last().map(|at| at + 1)).chain(words).collect();
        } else {
            break;
        }
        if nth == 0 {
            break;
        }
    }
    written(tokens, &words)
}

/// "cán bộ, công chức", "tích tụ, tập trung": a list of nouns of one kind or of verbs.
fn joins(tokens: &[Token], before: &[usize], words: &[usize]) -> bool {
    let (Some(last), Some(first)) = (before.last(), words.first()) else { return false };
    let ends_in_noun =
        before.iter().any(|at| matches!(noun(tokens, *at), Found::Noun(end) if end == last + 1));
    let nouns = ends_in_noun && matches!(noun(tokens, *first), Found::Noun(_));
    let short = before.len() <= 3 && words.len() <= 4;
    let plain = |at: &usize| !tokens[*at].is_capitalised();
    nouns || (short && words.iter().all(plain) && before.iter().skip(1).all(plain))
}

/// A phrase without the words that lead into it and out of it.
fn phrase(tokens: &[Token], words: &[usize]) -> String {
    written(tokens, trimmed(tokens, words))
}

/// Words that lead into a clause and name nothing.
const LEADING: [&str; 66] = [
    "và",
    "trong đó",
    "riêng",
    "cụ thể",
    "đặc biệt",
    "theo đó",
    "đến nay",
    "đã",
    "có",
    "đang",
    "tiếp tục",
    "hiện nay",
    "hiện",
    "hiện có",
    "hiện còn",
    "toàn tỉnh",
    "toàn huyện",
    "toàn thành phố",
    "toàn đảng bộ",
    "toàn xã",
    "toàn quốc",
    "trong năm",
    "trong kỳ",
    "trong quý",
    "qua đó",
    "tuy nhiên",
    "ngoài ra",
    "bên cạnh đó",
    "đồng thời",
    "với",
    "gồm",
    "gồm có",
    "bao gồm",
    "nhất là",
    "ước",
    "phấn đấu",
    "mục tiêu",
    "được",
    "còn",
    "cho",
    "khi",
    "là",
    "cũng",
    "nhưng",
    "do",
    "tổng cộng",
    "kết quả",
    "nhìn chung",
    "xem xét",
    "tiến hành",
    "đã tiến hành",
    "trong",
    "tại",
    "của",
    "đến",
    "cả năm",
    "thì",
    "việc",
    "lũy kế",
    "tính",
    "sau",
    "ở",
    "về",
    "qua rà soát",
    "thực hiện được",
    "hàng năm",
];

/// Words that close a clause and name nothing.
const TRAILING: [&str; 26] = [
    "đã",
    "được",
    "có",
    "ước",
    "với",
    "cho",
    "của",
    "là",
    "đạt",
    "cả năm",
    "trong năm",
    "cả",
    "thì",
    "đều",
    "cũng",
    "gồm",
    "tại",
    "trong",
    "và",
    "ở",
    "đối với",
    "đó",
    "lên",
    "về",
    "bao gồm",
    "thực hiện được",
];

/// Words inside a phrase that only say that it has happened.
const DONE: [&str; 6] =
    ["đã được công nhận", "được công nhận", "đã được", "đã tiến hành", "đã", "đang"];

fn trimmed<'w>(tokens: &[Token], words: &'w [usize]) -> &'w [usize] {
    let mut words = words;
    // An agent ends where its verb begins: "… đã tiến hành kiểm tra".
    let verb = words
        .iter()
        .rposition(|at| tokens[*at].low == "hành" && *at > 0 && tokens[at - 1].low == "tiến");
    if let Some(verb) = verb {
        words = &words[verb + 1..];
    }
    loop {
        let Some(first) = words.first() else { return words };
        let mark = tokens[*first].kind == super::token::Kind::Mark && tokens[*first].text != "(";
        let n = match starts_any(tokens, *first, &LEADING) {
            Some(end) => end - first,
            None if mark => 1,
            None => break,
        };
        if n >= words.len() {
            return &[];
        }
        words = &words[n..];
    }
    loop {
        let Some(last) = words.last() else { return words };
        let mark = tokens[*last].kind == super::token::Kind::Mark && tokens[*last].text != ")";
        let n = match ends_any(tokens, last + 1, &TRAILING) {
            Some(start) => last + 1 - start,
            None if mark => 1,
            None => break,
        };
        if n >= words.len() {
            return &[];
        }
        words = &words[..words.len() - n];
    }
    words
}

/// The words with single spaces, cut to the length of a name, without what [`DONE`] lists.
fn written(tokens: &[Token], words: &[usize]) -> String {
    let mut named = String::new();
    let skipped = words.len().saturating_sub(MOST_WORDS);
    let mut at = skipped;
    while let Some(place) = words.get(at) {
        if let Some(end) = starts_any(tokens, *place, &DONE) {
            at += end - place;
            continue;
        }
        let spaced = !tokens[*place].glued || (at > 0 && words[at - 1] + 1 != *place);
        if !named.is_empty() && spaced {
            named.push(' ');
        }
        named.push_str(&text(tokens, *place, place + 1));
        at += 1;
    }
    named
}

fn upper_first(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or(String::new(), |first| first.to_uppercase().chain(chars).collect())
}

/// A name inside another begins small, unless it is an abbreviation.
fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    match (chars.next(), chars.clone().next()) {
        (Some(_), Some(second)) if second.is_uppercase() => text.to_owned(),
        (Some(first), _) => first.to_lowercase().chain(chars).collect(),
        (None, _) => String::new(),
    }
}
