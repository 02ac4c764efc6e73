//! Where the tone mark stands in oa, oe, uy: ủy/uỷ, hòa/hoà. Only generated words are placed
//! anew; names and quotations keep their spelling.

use crate::TonePlacement;

/// The fifteen pairs (old, new) that differ when nothing follows the two vowels.
const PAIRS: [(&str, &str); 15] = [
    ("òa", "oà"),
    ("óa", "oá"),
    ("ỏa", "oả"),
    ("õa", "oã"),
    ("ọa", "oạ"),
    ("òe", "oè"),
    ("óe", "oé"),
    ("ỏe", "oẻ"),
    ("õe", "oẽ"),
    ("ọe", "oẹ"),
    ("ùy", "uỳ"),
    ("úy", "uý"),
    ("ủy", "uỷ"),
    ("ũy", "uỹ"),
    ("ụy", "uỵ"),
];

/// Rewrites the open syllables oa, oe, uy of `text` (NFC) in the given placement, upper and lower
/// case. Syllables with a final letter (hoàn) and qu + y (quý) have one spelling and stay.
pub fn place_tones(text: &str, placement: TonePlacement) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut placed = String::with_capacity(text.len());
    let mut at = 0;
    while at < chars.len() {
        match replaced_pair(&chars, at, placement) {
            Some(pair) => {
                placed.push_str(&pair);
                at += 2;
            }
            None => {
                placed.push(chars[at]);
                at += 1;
            }
        }
    }
    placed
}

fn replaced_pair(chars: &[char], at: usize, placement: TonePlacement) -> Option<String> {
    let (first, second) = (chars[at], *chars.get(at + 1)?);
    if chars.get(at + 2).is_some_and(|c| c.is_alphabetic()) {
        return None;
    }
    if at > 0 && matches!(chars[at - 1], 'q' | 'Q') {
        return None;
    }
    let lower: String = first.to_lowercase().chain(second.to_lowercase()).collect();
    let target = PAIRS.iter().find_map(|(old, new)| match placement {
        TonePlacement::Old if lower == *new => Some(*old),
        TonePlacement::New if lower == *old => Some(*new),
        _ => None,
    })?;
    let mut letters = target.chars();
    let (a, b) = (letters.next()?, letters.next()?);
    let cased = |letter: char, like: char| -> String {
        if like.is_uppercase() { letter.to_uppercase().collect() } else { letter.to_string() }
    };
    Some(cased(a, first) + &cased(b, second))
}
