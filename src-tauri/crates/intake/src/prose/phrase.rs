//! Words of a sentence as a name: without what leads into a clause, closes it, or only says that
//! something has happened.

use super::nouns::{Found, noun};
use super::token::{Kind, Token, ends_any, starts_any};
use super::unit::text;

/// Longest name in words; what goes on longer is no name.
pub(super) const MOST_WORDS: usize = 24;

/// The part of `left` between commas that names the figure.
pub(super) fn subject(tokens: &[Token], left: &[usize]) -> String {
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
pub(super) fn phrase(tokens: &[Token], words: &[usize]) -> String {
    written(tokens, trimmed(tokens, words))
}

/// Words that lead into a clause and name nothing.
const LEADING: [&str; 68] = [
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
    "cuối",
    "kết thúc",
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
        let mark = tokens[*first].kind == Kind::Mark && tokens[*first].text != "(";
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
        let mark = tokens[*last].kind == Kind::Mark && tokens[*last].text != ")";
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

pub(super) fn upper_first(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or(String::new(), |first| first.to_uppercase().chain(chars).collect())
}

/// A name inside another begins small, unless it is an abbreviation.
pub(super) fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    match (chars.next(), chars.clone().next()) {
        (Some(_), Some(second)) if second.is_uppercase() => text.to_owned(),
        (Some(first), _) => first.to_lowercase().chain(chars).collect(),
        (None, _) => String::new(),
    }
}
