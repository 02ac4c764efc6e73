//! Ordinals and ranks: "lần thứ 11", "lần thứ mười một", "lần thứ XI", "thứ nhất", "thứ 07".

use crate::{Ordinals, Style, fold, number_in_words};

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

/// A place in a ranking: "thứ nhất", "thứ 2", with padding "thứ 07".
pub fn print_rank(place: i64, style: &Style) -> String {
    match place {
        1 => "thứ nhất".to_owned(),
        2..=9 if style.pad_counts => format!("thứ 0{place}"),
        other => format!("thứ {other}"),
    }
}

/// Reads the ordinal after "thứ" (with or without it) in words, Roman or Arabic digits.
pub fn read_ordinal(text: &str) -> Option<i64> {
    let folded = fold(text);
    let body = folded.strip_prefix("lan ").unwrap_or(&folded);
    let body = body.strip_prefix("thu ").unwrap_or(body).trim();
    if body.is_empty() {
        return None;
    }
    if body.bytes().all(|b| b.is_ascii_digit()) {
        return body.parse().ok();
    }
    match body {
        "nhat" => return Some(1),
        "tu" => return Some(4),
        _ => {}
    }
    read_roman(body).or_else(|| (1..=999).find(|n| fold(&number_in_words(*n)) == body))
}

const ROMAN: [(i64, &str); 13] = [
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
];

/// 1..=3999 in Roman digits; other numbers in Arabic.
pub(crate) fn roman(number: i64) -> String {
    if !(1..=3999).contains(&number) {
        return number.to_string();
    }
    let mut rest = number;
    let mut text = String::new();
    for (value, digits) in ROMAN {
        while rest >= value {
            text.push_str(digits);
            rest -= value;
        }
    }
    text
}

fn read_roman(text: &str) -> Option<i64> {
    let upper = text.to_ascii_uppercase();
    let mut rest = upper.as_str();
    let mut number = 0;
    for (value, digits) in ROMAN {
        while let Some(after) = rest.strip_prefix(digits) {
            number += value;
            rest = after;
        }
    }
    // Only the canonical spelling is a Roman number ("IIII" is not).
    (rest.is_empty() && number > 0 && roman(number) == upper).then_some(number)
}
