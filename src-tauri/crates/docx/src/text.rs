//! Text on its way into XML: composed (NFC), without the characters XML 1.0 forbids, escaped. It is
//! the only door for text, so nothing that people typed can become markup.

use std::borrow::Cow;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// The composed form; text that is composed already is not copied.
pub fn composed(text: &str) -> Cow<'_, str> {
    if text.chars().all(stands_alone) || is_nfc_quick(text.chars()) == IsNormalized::Yes {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.nfc().collect())
    }
}

/// Latin letters, the Vietnamese ones among them, and common punctuation: composed in themselves
/// and without effect on their neighbours, which spares most texts the tables of Unicode.
fn stands_alone(character: char) -> bool {
    matches!(
        character,
        '\0'..='\u{2ff}' | '\u{1e00}'..='\u{1eff}' | '\u{2010}'..='\u{2027}'
    )
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

/// Adds text to the caller's own XML part as the value of an attribute or the text of an element,
/// composed and escaped like the text of the document.
pub fn push_escaped_xml(xml: &mut String, text: &str) {
    if is_plain(text) { xml.push_str(text) } else { push_escaped(xml, &composed(text)) }
}

/// Neither to be composed nor to be escaped, as almost all text of a report: told at one look at
/// each byte. What is not plain may still need neither.
fn is_plain(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        at += match PLAIN[usize::from(*byte)] {
            true => 1,
            // U+1E00 to U+1EFF, the Vietnamese letters.
            false if *byte == 0xe1 && matches!(bytes.get(at + 1), Some(0xb8..=0xbb)) => 3,
            false => return false,
        };
    }
    true
}

/// Bytes of characters up to U+02FF that need no escape, and all bytes inside characters.
const PLAIN: [bool; 256] = {
    let mut plain = [false; 256];
    let mut byte = 0x20;
    while byte < 0xcc {
        plain[byte] = !matches!(byte as u8, b'&' | b'<' | b'>' | b'"');
        byte += 1;
    }
    plain
};

/// As [`push_escaped_xml`], into a string of its own.
pub fn escaped_xml(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    push_escaped_xml(&mut escaped, text);
    escaped
}

/// Adds text as the value of an attribute or the text of an element. Line ends and tabs are
/// written as references, because a reader would turn them into spaces.
pub fn push_escaped(xml: &mut String, text: &str) {
    let mut written = 0;
    let mut at = 0;
    while let Some(found) = text.as_bytes()[at..].iter().position(|byte| may_need_escape(*byte)) {
        let start = at + found;
        let Some(character) = text[start..].chars().next() else { break };
        at = start + character.len_utf8();
        if let Some(replacement) = replacement(character) {
            xml.push_str(&text[written..start]);
            xml.push_str(replacement);
            written = at;
        }
    }
    xml.push_str(&text[written..]);
}

/// The first byte of every character that [`replacement`] knows; no byte inside a character.
fn may_need_escape(byte: u8) -> bool {
    matches!(byte, 0..=0x1f | b'&' | b'<' | b'>' | b'"' | 0xef)
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
