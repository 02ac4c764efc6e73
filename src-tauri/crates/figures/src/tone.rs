//! Where the tone mark stands in oa, oe, uy: ủy/uỷ, hòa/hoà. Only generated words are placed
//! anew; names and quotations keep their spelling.

use crate::TonePlacement;
use crate::text::tidy;

/// The fifteen syllable ends that differ when nothing follows the two vowels: old, then new.
const PAIRS: [([char; 2], [char; 2]); 15] = [
    (['ò', 'a'], ['o', 'à']),
    (['ó', 'a'], ['o', 'á']),
    (['ỏ', 'a'], ['o', 'ả']),
    (['õ', 'a'], ['o', 'ã']),
    (['ọ', 'a'], ['o', 'ạ']),
    (['ò', 'e'], ['o', 'è']),
    (['ó', 'e'], ['o', 'é']),
    (['ỏ', 'e'], ['o', 'ẻ']),
    (['õ', 'e'], ['o', 'ẽ']),
    (['ọ', 'e'], ['o', 'ẹ']),
    (['ù', 'y'], ['u', 'ỳ']),
    (['ú', 'y'], ['u', 'ý']),
    (['ủ', 'y'], ['u', 'ỷ']),
    (['ũ', 'y'], ['u', 'ỹ']),
    (['ụ', 'y'], ['u', 'ỵ']),
];

/// The words of a name in lower case, composed (NFC), with tones in one place, without punctuation:
/// how names are compared where accents tell them apart.
pub fn spelled(name: &str) -> String {
    let lower = place_tones(&tidy(name).to_lowercase(), TonePlacement::New);
    let words = lower.split(|c: char| !(c.is_alphanumeric() || c == '%'));
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Rewrites the open syllables oa, oe, uy of `text` (NFC) in the given placement, upper and lower
/// case. Syllables with a final letter (hoàn) and qu + y (quý) have one spelling and stay.
pub fn place_tones(text: &str, placement: TonePlacement) -> String {
    let mut placed = String::with_capacity(text.len());
    let mut before = None;
    let mut rest = text.chars();
    while let Some(first) = rest.next() {
        if first.is_ascii() && !matches!(first, 'o' | 'O' | 'u' | 'U') {
            placed.push(first);
            before = Some(first);
            continue;
        }
        let mut after = rest.clone();
        let swapped = after.next().and_then(|second| {
            let open = !after.clone().next().is_some_and(char::is_alphabetic);
            let consonant = matches!(before, Some('q' | 'Q'));
            (open && !consonant).then(|| swap(first, second, placement)).flatten()
        });
        match swapped {
            Some([first, second]) => {
                placed.extend([first, second]);
                before = Some(second);
                rest = after;
            }
            None => {
                placed.push(first);
                before = Some(first);
            }
        }
    }
    placed
}

/// The two vowels with the tone mark on the other one, in the case of the letters they replace.
fn swap(first: char, second: char, placement: TonePlacement) -> Option<[char; 2]> {
    let lower = [to_lower(first)?, to_lower(second)?];
    let [a, b] = PAIRS.iter().find_map(|(old, new)| match placement {
        TonePlacement::Old if lower == *new => Some(*old),
        TonePlacement::New if lower == *old => Some(*new),
        _ => None,
    })?;
    Some([like(a, first), like(b, second)])
}

/// The lower case of the vowels that can stand in a pair.
fn to_lower(c: char) -> Option<char> {
    if !c.is_alphabetic() {
        return None;
    }
    c.to_lowercase().next()
}

/// `letter` in upper case where `model` is.
fn like(letter: char, model: char) -> char {
    if model.is_uppercase() { letter.to_uppercase().next().unwrap_or(letter) } else { letter }
}
