//! TCVN3 (ABC): one byte a letter, seen as Latin-1. `ư` is the soft hyphen U+00AD; capitals with a
//! tone exist only through fonts whose name ends in H, or as a capital with the small letter
//! behind it.

use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

use super::letters::{LETTERS, TCVN3_CAPITALS};

static LETTER_OF_BYTE: LazyLock<[Option<char>; 256]> = LazyLock::new(|| {
    let mut letters = [None; 256];
    for letter in &LETTERS {
        letters[usize::from(letter.tcvn3)] = Some(letter.letter);
    }
    for (byte, capital) in TCVN3_CAPITALS {
        letters[usize::from(byte)] = Some(capital);
    }
    letters
});

/// Only for text that is known to be TCVN3: it also takes the two signs that a PDF puts in the
/// place of `ư` and `à`.
pub(super) fn from_tcvn3(text: &str) -> String {
    let mut unicode = String::with_capacity(text.len() * 2);
    for c in text.chars() {
        let c = match c {
            '\u{2212}' => 'ư',
            '\u{3bc}' => 'à',
            c => u8::try_from(c).ok().and_then(|b| LETTER_OF_BYTE[usize::from(b)]).unwrap_or(c),
        };
        match unicode.chars().next_back() {
            Some(capital) if is_drawn_capital(capital, c) => {
                unicode.pop();
                unicode.extend(c.to_uppercase());
            }
            _ => unicode.push(c),
        }
    }
    unicode
}

/// `Aµ` for À, `¢Ê` for Ấ: the capital without its tone, then the small letter. `Uû` is U and ỷ,
/// two letters, as in "Uỷ ban".
fn is_drawn_capital(capital: char, small: char) -> bool {
    if small.is_ascii() || !capital.is_uppercase() {
        return false;
    }
    let without_tone: String =
        small.nfd().filter(|mark| !is_tone(*mark)).nfc().flat_map(char::to_uppercase).collect();
    small.nfd().any(is_tone) && without_tone.chars().eq([capital])
}

/// The five tone marks.
pub(super) fn is_tone(mark: char) -> bool {
    matches!(mark, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}')
}
