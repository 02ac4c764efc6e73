//! Labels as offices write them: footnote marks, remarks in brackets, units in the heading,
//! years. Everything here looks at words only, never at a place.

use tongket_figures::{Unit, fold};

use crate::limits;

/// A heading or label without its marks and remarks.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Label {
    pub(super) text: String,
    /// A unit that stands in brackets at the end: "Tổng thu ngân sách (tỷ đồng)".
    pub(super) unit: Option<String>,
    /// A remark says that the numbers are "số giả định".
    pub(super) assumed: bool,
}

/// Longer than any label.
pub(super) fn is_prose(text: &str) -> bool {
    text.len() > limits::LABEL_CHARS && text.chars().nth(limits::LABEL_CHARS).is_some()
}

/// Takes a label apart; empty for prose. A unit is recognised in brackets behind a line break, or in brackets at
/// the end when it is a known measure.
pub(super) fn read_label(text: &str) -> Label {
    if is_prose(text) {
        return Label::default();
    }
    let mut label = Label { text: text.trim().to_owned(), ..Label::default() };
    while let Some((before, inner)) = last_brackets(&label.text) {
        let own_line = before.ends_with('\n');
        if fold(inner).contains("so gia dinh") {
            label.assumed = true;
        } else if label.unit.is_none() && (own_line || is_measure(inner)) && !is_mark(inner) {
            label.unit = Some(single_spaced(inner));
        } else if !is_mark(inner) {
            break;
        }
        label.text = before.trim_end().to_owned();
    }
    let text = label.text.trim_end_matches(|c: char| matches!(c, '*' | ':') || is_superscript(c));
    label.text = single_spaced(text);
    label
}

/// The text without a footnote mark at its end: "102.614(*)", "7/8 (1)", "15²" → the number.
pub(super) fn without_mark(text: &str) -> &str {
    let mut text = text.trim();
    loop {
        let shorter = match last_brackets(text) {
            Some((before, inner)) if is_mark(inner) && has_digit(before) => before,
            _ => {
                let bare = text.trim_end_matches(|c: char| c == '*' || is_superscript(c));
                // "m²" is no footnote.
                if bare.ends_with(|c: char| c.is_ascii_digit() || c == ')') {
                    bare
                } else {
                    text.trim_end_matches('*')
                }
            }
        };
        let shorter = shorter.trim_end();
        if shorter.len() == text.len() {
            return text;
        }
        text = shorter;
    }
}

/// All years 1900-2099 that stand as numbers of their own, in order.
pub(super) fn years(text: &str) -> Vec<i32> {
    text.split(|c: char| !c.is_ascii_digit())
        .filter(|digits| digits.len() == 4)
        .filter_map(|digits| digits.parse().ok())
        .filter(|year| (1900..2100).contains(year))
        .collect()
}

/// A heading names the year of its values.
pub(crate) fn says_year(head: &str) -> bool {
    !years(head).is_empty()
}

/// Folded words, without punctuation at their ends; "%" stays a word of its own.
pub(super) fn words(text: &str) -> Vec<String> {
    fold(text)
        .replace('%', " % ")
        .split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | ',' | ';' | ':' | '/' | '.'))
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// True when `phrase` (folded, single spaces) stands in `words` as whole words.
pub(super) fn has_phrase(words: &[String], phrase: &str) -> bool {
    let phrase: Vec<&str> = phrase.split(' ').collect();
    words.windows(phrase.len()).any(|window| window.iter().zip(&phrase).all(|(a, b)| a == b))
}

/// The thing counted by a label such as "Tổng số chỉ tiêu đạt và vượt kế hoạch": the words
/// between "số" and the verb, or the word that says which of them ("hộ nghèo" are hộ).
pub(super) fn counted_noun(label: &str) -> Option<String> {
    const ENDS: [&str; 24] = [
        "đạt", "vượt", "hoàn", "đã", "được", "chưa", "không", "thành", "trồng", "có", "quán", "cụ",
        "năm", "tham", "bị", "mới", "thực", "trong", "tại", "của", "theo", "còn", "nghèo", "cận",
    ];
    let mut words = label.split_whitespace().peekable();
    if words.peek().is_some_and(|word| fold(word) == "tong") {
        words.next();
    }
    if fold(words.next()?) != "so" {
        return None;
    }
    let noun: Vec<&str> =
        words.take_while(|word| !ENDS.contains(&word.to_lowercase().as_str())).collect();
    (!noun.is_empty()).then(|| noun.join(" "))
}

/// "Số trường học", "Tỷ lệ tốt nghiệp": a count or a rate, so that an amount of money that the
/// title names for the whole table is not its unit. "Số tiền", "Số thu" are money.
pub(super) fn counts_or_rates(label: &str) -> bool {
    const MONEY: [&str; 10] =
        ["tien", "thu", "chi", "von", "no", "du", "kinh", "thue", "nop", "giai"];
    let lower = label.trim().to_lowercase();
    let words = words(label);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["ty" | "ti", "le", ..] | ["toc", "do", ..] => true,
        // "Sở Tài chính" folds to the same word.
        ["so", what, ..] => lower.starts_with("số") && !MONEY.contains(what),
        ["tong", "so", what, ..] => lower.starts_with("tổng số") && !MONEY.contains(what),
        _ => false,
    }
}

/// "Sở Tài chính", "UBND xã A": a unit that reports, not a unit of measure.
pub(super) fn is_office(text: &str) -> bool {
    const KINDS: [&str; 22] = [
        "so",
        "ban",
        "phong",
        "ubnd",
        "hdnd",
        "xa",
        "phuong",
        "huyen",
        "thi tran",
        "thi xa",
        "thanh pho",
        "thanh uy",
        "huyen uy",
        "dang uy",
        "dang bo",
        "van phong",
        "cong ty",
        "truong",
        "chi cuc",
        "trung tam",
        "cong an",
        "benh vien",
    ];
    let words = words(text);
    words.len() >= 2
        && KINDS.iter().any(|kind| {
            let n = kind.split(' ').count();
            words.len() > n && has_phrase(&words[..n], kind)
        })
}

pub(super) fn single_spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn has_digit(text: &str) -> bool {
    text.contains(|c: char| c.is_ascii_digit())
}

/// `text` split into what stands before its last brackets and what is in them, when nothing
/// follows them.
fn last_brackets(text: &str) -> Option<(&str, &str)> {
    let body = text.trim_end().strip_suffix(')')?;
    let open = body.rfind('(')?;
    Some((&body[..open], &body[open + 1..]))
}

/// "*", "**", "1", "12", "a": what a footnote is called by.
fn is_mark(inner: &str) -> bool {
    let inner = inner.trim();
    let stars = !inner.is_empty() && inner.chars().all(|c| c == '*');
    let number = (1..=2).contains(&inner.len()) && inner.bytes().all(|b| b.is_ascii_digit());
    let letter = inner.len() == 1 && inner.bytes().all(|b| b.is_ascii_lowercase());
    stars || number || letter
}

fn is_measure(inner: &str) -> bool {
    let inner = inner.trim();
    let inner = inner.strip_prefix("ĐVT:").or(inner.strip_prefix("Đơn vị:")).unwrap_or(inner);
    !inner.is_empty() && !Unit::read(inner).is_count()
}

fn is_superscript(c: char) -> bool {
    matches!(c, '¹' | '²' | '³' | '⁴'..='⁹')
}
