//! A place in a ranking: "thứ nhất", "thứ 07", "hạng 5", "xếp thứ 3", "dẫn đầu toàn tỉnh".

use crate::Style;
use crate::text::strip_word;

/// A place in a ranking: "thứ nhất", "thứ 2", with padding "thứ 07".
pub fn print_rank(place: i64, style: &Style) -> String {
    match place {
        1 => "thứ nhất".to_owned(),
        2..=9 if style.pad_counts => format!("thứ 0{place}"),
        other => format!("thứ {other}"),
    }
}

/// What follows the words of a rank.
pub(crate) enum Place<'t> {
    /// "07", "2/63 tỉnh": still to be read.
    Digits(&'t str),
    /// Behind "thứ nhất" or "dẫn đầu".
    First(&'t str),
}

const VERBS: [&str; 3] = ["xếp", "đứng", "vị trí"];

/// What begins like another stands before it.
const LEADING: [&str; 4] = ["hạng thứ", "thứ hạng", "thứ", "hạng"];

/// Takes the words of a rank off the front of `text` (NFC); `None` when it is no rank.
pub(crate) fn read_rank(text: &str) -> Option<Place<'_>> {
    let text = text.trim_start();
    for words in ["dẫn đầu", "đứng đầu"] {
        if let Some(rest) = strip_word(text, words) {
            return Some(Place::First(rest));
        }
    }
    let text = VERBS.iter().find_map(|verb| strip_word(text, verb)).unwrap_or(text);
    let place = LEADING.iter().find_map(|words| strip_word(text, words))?;
    if place.starts_with(|c: char| c.is_ascii_digit()) {
        return Some(Place::Digits(place));
    }
    strip_word(place, "nhất").map(Place::First)
}
