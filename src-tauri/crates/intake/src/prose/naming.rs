//! The words that name a figure, cleaned as a person would write them into a table: "Số tổ chức
//! đảng được kiểm tra", "Tổng thu ngân sách so với kế hoạch tỉnh giao".

use super::basis::BasisKind;
use super::phrase::{lower_first, phrase, subject, upper_first};
use super::pieces::{Figure, Piece};
use super::scope::{before_bracket, left_of, right_end, right_of};
use super::token::{Token, starts_any};
use super::unit::Sort;

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
        // "Chỉ tiêu" names nothing: the figure is of what was named before.
        const NO_NAMES: [&str; 5] = ["kế hoạch", "chỉ tiêu", "dự toán", "chỉ tiêu đề ra", "cả năm"];
        let low = own.to_lowercase();
        // "Dự kiến 2024" is of another time than what was named before.
        let is_ahead = low == "dự kiến";
        let base = match own.is_empty() || is_ahead || NO_NAMES.contains(&low.as_str()) {
            true if is_ahead || self.is_other(tokens, figure) => String::new(),
            true => self.base.clone(),
            false => own,
        };
        self.base.clone_from(&base);
        match compared {
            Some(basis) => with_basis(&base, &basis.object, basis.kind),
            None => base,
        }
    }

    /// The figure cannot be of what was named before: money is no rate, a year no season.
    fn is_other(&self, tokens: &[Token], figure: &Figure) -> bool {
        const RATES: [&str; 5] = ["tốc độ ", "tỷ lệ ", "tỉ lệ ", "tỷ trọng ", "cơ cấu "];
        let base = self.base.to_lowercase();
        let is_level = figure.lead.direction.is_none() && figure.basis.is_none();
        let is_amount = figure.unit.is_some() && !is_rate(figure);
        let start = figure.lead.start;
        let of_year = (start.saturating_sub(3)..=start)
            .any(|at| starts_any(tokens, at, &["cả năm"]).is_some());
        is_level && is_amount && RATES.iter().any(|rate| base.starts_with(rate))
            || of_year && format!(" {base}").contains(" vụ ")
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
