//! Text of cells: the table of shared strings, read as it comes and never sized by the count
//! that the file states, and the pieces that make up one text.

use crate::error::{MissingPart, Refusal};
use crate::limits;
use crate::package::Package;
use crate::xml::Node;

/// A shared string; an over-long one is kept as such and refused where a cell uses it.
pub(super) enum SharedString {
    Text(Box<str>),
    TooLong,
}

pub(super) fn read(package: &mut Package, part: &str) -> Result<Vec<SharedString>, Refusal> {
    let missing = Refusal::MissingPart(MissingPart::SharedStrings);
    let mut xml = package.xml(part)?.ok_or(missing)?;
    let mut strings = Vec::new();
    let mut text = TextPieces::default();
    loop {
        match xml.next()? {
            Node::Eof => return Ok(strings),
            Node::Start(tag) => text.open(tag.local_name().as_ref()),
            Node::Empty(tag) if tag.local_name().as_ref() == "si" => {
                strings.push(SharedString::Text("".into()));
            }
            Node::Text(piece) => text.push(&piece),
            Node::End(tag) => {
                let name = tag.local_name();
                text.close(name.as_ref());
                if name.as_ref() == "si" {
                    strings.push(match text.take() {
                        Some(text) => SharedString::Text(text),
                        None => SharedString::TooLong,
                    });
                }
            }
            _ => {}
        }
    }
}

/// Collects the `t` elements of one text and leaves out the phonetic runs beside them.
#[derive(Default)]
pub(super) struct TextPieces {
    text: String,
    in_text: bool,
    in_phonetic: bool,
    n_chars: usize,
}

impl TextPieces {
    pub(super) fn open(&mut self, element: &str) {
        match element {
            "t" => self.in_text = true,
            "rPh" => self.in_phonetic = true,
            _ => {}
        }
    }

    pub(super) fn close(&mut self, element: &str) {
        match element {
            "t" => self.in_text = false,
            "rPh" => self.in_phonetic = false,
            _ => {}
        }
    }

    pub(super) fn push(&mut self, piece: &str) {
        if !self.in_text || self.in_phonetic {
            return;
        }
        self.n_chars += piece.chars().count();
        // Escapes can only make a text shorter, seven characters to one.
        if self.n_chars <= limits::CELL_CHARS * 7 {
            self.text.push_str(piece);
        }
    }

    /// The text so far, and a fresh start; `None` when it is longer than a cell can be.
    pub(super) fn take(&mut self) -> Option<Box<str>> {
        let pieces = std::mem::take(self);
        let text = unescape(&pieces.text);
        let fits = pieces.n_chars <= limits::CELL_CHARS * 7
            && (text.len() <= limits::CELL_CHARS || text.chars().count() <= limits::CELL_CHARS);
        fits.then(|| text.into())
    }
}

/// `_x000A_` is how a workbook writes a character that XML cannot hold. Characters that no text
/// of ours may hold become U+FFFD.
pub(super) fn unescape(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        plain.push_str(&rest[..at]);
        let code = rest.get(at + 2..at + 6).filter(|code| {
            rest[at + 6..].starts_with('_') && code.bytes().all(|b| b.is_ascii_hexdigit())
        });
        match code.and_then(|code| u32::from_str_radix(code, 16).ok()) {
            Some(code) => {
                plain.push(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER));
                rest = &rest[at + 7..];
            }
            None => {
                plain.push_str("_x");
                rest = &rest[at + 2..];
            }
        }
    }
    plain.push_str(rest);
    if plain.contains(is_forbidden) {
        plain = plain.replace(is_forbidden, "\u{fffd}");
    }
    plain
}

/// Control characters and the two that XML 1.0 leaves out.
fn is_forbidden(c: char) -> bool {
    matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}
