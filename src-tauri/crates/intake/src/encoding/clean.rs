//! Text as it is kept: in NFC, never NFKC (which would make m3 of m³), without the characters that
//! XML 1.0 forbids. Marks of direction and zero width are kept; who matches words folds them.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Composed, with U+FFFD for each forbidden character; most texts come back as they are.
fn normal(text: &str) -> Cow<'_, str> {
    // Below U+0300 nothing composes, and ASCII needs no look at its properties.
    let composed = text.is_ascii() || is_nfc_quick(text.chars()) == IsNormalized::Yes;
    match (composed, text.contains(is_forbidden)) {
        (true, false) => Cow::Borrowed(text),
        (_, _) => {
            Cow::Owned(text.nfc().map(|c| if is_forbidden(c) { '\u{fffd}' } else { c }).collect())
        }
    }
}

/// [`normal`] for a text that is owned already.
pub(crate) fn normal_owned(text: String) -> String {
    match normal(&text) {
        Cow::Borrowed(_) => text,
        Cow::Owned(text) => text,
    }
}

/// Control characters and the two that XML 1.0 leaves out.
fn is_forbidden(c: char) -> bool {
    matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}
