//! Ordinals: "lần thứ 11", "lần thứ mười một", "lần thứ XI", "khóa XIII".

use crate::read_words::read_unaccented_words;
use crate::{Ordinals, fold, number_in_words};

/// The ordinal after "thứ": "11", "mười một" or "XI" as the style says; one is "nhất" in words.
pub fn print_ordinal(number: i64, form: Ordinals) -> String {
    match form {
        Ordinals::Digits => number.to_string(),
        Ordinals::Roman => roman(number),
        Ordinals::Words => match number {
            1 => "nhất".to_owned(),
            4 => "tư".to_owned(),
            other => number_in_words(other),
        },
    }
}

/// Reads the ordinal after "lần", "khóa" or "thứ" (with or without them) in words, Roman or
/// Arabic digits; accents may be missing.
pub fn read_ordinal(text: &str) -> Option<i64> {
    let folded = fold(text);
    let mut body = folded.as_str();
    for lead in ["lan ", "khoa ", "thu "] {
        body = body.strip_prefix(lead).unwrap_or(body);
    }
    if !body.is_empty() && body.bytes().all(|b| b.is_ascii_digit()) {
        return body.parse().ok();
    }
    match body {
        "nhat" => Some(1),
        "nhi" => Some(2),
        "tu" => Some(4),
        _ => read_roman(body).or_else(|| read_unaccented_words(body)),
    }
}

const ROMAN: [(i64, &str); 13] = [
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
];

/// The longest Roman number below 4000 is MMMDCCCLXXXVIII.
const LONGEST_ROMAN: usize = 15;

/// 1..=3999 in Roman digits; other numbers in Arabic.
pub(crate) fn roman(number: i64) -> String {
    if !(1..=3999).contains(&number) {
        return number.to_string();
    }
    let mut rest = number;
    let mut text = String::with_capacity(LONGEST_ROMAN);
    for (value, digits) in ROMAN {
        while rest >= value {
            text.extend(digits.chars().map(|digit| digit.to_ascii_uppercase()));
            rest -= value;
        }
    }
    text
}

/// A Roman number in lower case; only the canonical spelling is one ("iiii" is not).
pub(crate) fn read_roman(text: &str) -> Option<i64> {
    if text.is_empty() || text.len() > LONGEST_ROMAN {
        return None;
    }
    let mut rest = text;
    let mut number = 0;
    for (value, digits) in ROMAN {
        while let Some(after) = rest.strip_prefix(digits) {
            number += value;
            rest = after;
        }
    }
    (rest.is_empty() && roman(number).eq_ignore_ascii_case(text)).then_some(number)
}
