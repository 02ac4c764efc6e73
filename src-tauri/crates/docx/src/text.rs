//! Text on its way into XML: composed (NFC), without the characters XML 1.0 forbids, escaped. It is
//! the only door for text, so nothing that people typed can become markup.

use std::borrow::Cow;
use std::fmt;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// The composed form; text that is composed already is not copied.
pub fn composed(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || is_nfc_quick(text.chars()) == IsNormalized::Yes {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.nfc().collect())
    }
}

/// With a sign in the place of each character XML forbids: for a writer that escapes by itself but
/// lets those through.
pub fn permitted(text: &str) -> String {
    text.chars()
        .map(|character| if is_forbidden(character) { UNKNOWN } else { character })
        .collect()
}

/// Stands for a character that XML 1.0 cannot hold.
const UNKNOWN: char = '\u{fffd}';

fn is_forbidden(character: char) -> bool {
    match character {
        '\t' | '\n' | '\r' => false,
        _ => matches!(character, '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}'),
    }
}

/// At most so many UTF-16 units, as Word counts the length of names.
pub fn cut(text: &str, units: usize) -> &str {
    let mut left = units;
    for (at, character) in text.char_indices() {
        match left.checked_sub(character.len_utf16()) {
            Some(rest) => left = rest,
            None => return &text[..at],
        }
    }
    text
}

/// Text ready to stand in an attribute or element of the caller's own XML part, composed and
/// escaped like the text of the document.
#[must_use]
pub fn escaped_xml(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    // Writing into a string cannot fail.
    let _ = fmt::Write::write_str(&mut Escaped(&mut escaped), &composed(text));
    escaped
}

/// Writes what is formatted into it as the value of an attribute or the text of an element.
/// Line ends and tabs are written as references, because a reader would turn them into spaces.
pub struct Escaped<'a>(pub &'a mut String);

impl fmt::Write for Escaped<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let mut written = 0;
        for (at, character) in text.char_indices() {
            let Some(replacement) = replacement(character) else { continue };
            self.0.push_str(&text[written..at]);
            self.0.push_str(replacement);
            written = at + character.len_utf8();
        }
        self.0.push_str(&text[written..]);
        Ok(())
    }
}

fn replacement(character: char) -> Option<&'static str> {
    match character {
        '&' => Some("&amp;"),
        '<' => Some("&lt;"),
        '>' => Some("&gt;"),
        '"' => Some("&quot;"),
        '\t' => Some("&#9;"),
        '\n' => Some("&#10;"),
        '\r' => Some("&#13;"),
        _ if is_forbidden(character) => Some("\u{fffd}"),
        _ => None,
    }
}
