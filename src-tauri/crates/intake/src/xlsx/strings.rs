//! Text of cells: the table of shared strings, read as it comes and never sized by the count
//! that the file states, and the pieces that make up one text.

use std::borrow::Cow;

use quick_xml::events::BytesStart;

use crate::encoding::{FontCode, RunReader, normal_owned};
use crate::error::{MissingPart, Refusal};
use crate::limits;
use crate::package::Package;
use crate::raised::raised;
use crate::xml::{Node, attribute};

/// A shared string; an over-long one is kept as such and refused where a cell uses it.
pub(super) enum SharedString {
    /// In the font of the cell that uses it.
    Text(Box<str>),
    /// In fonts that matter to the reading.
    Runs(Box<[Run]>),
    TooLong,
}

/// A piece of a text in one font.
pub(super) struct Run {
    font: RunFont,
    text: String,
    struck: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Default)]
enum RunFont {
    /// The run names none.
    #[default]
    OfCell,
    Named(Option<FontCode>),
}

impl SharedString {
    /// The text as a cell in the font of `code` shows it; `None` when it is longer than a cell can
    /// be.
    pub(super) fn read(&self, code: Option<FontCode>, runs: &mut RunReader) -> Option<Box<str>> {
        match self {
            SharedString::TooLong => None,
            SharedString::Text(text) => Some(match runs.read(text, code) {
                Cow::Borrowed(_) => text.clone(),
                Cow::Owned(read) => normal_owned(read).into(),
            }),
            SharedString::Runs(pieces) => {
                let mut whole = String::new();
                for piece in pieces {
                    let code = match piece.font {
                        RunFont::OfCell => code,
                        RunFont::Named(named) => named,
                    };
                    whole.push_str(&runs.read(&piece.text, code));
                }
                Some(normal_owned(whole).into())
            }
        }
    }
}

/// The table; its runs are kept apart where a font of an old code is about: in the run itself, or
/// in cells (`old_fonts`).
pub(super) fn read(
    package: &mut Package,
    part: &str,
    old_fonts: bool,
) -> Result<Vec<SharedString>, Refusal> {
    let missing = Refusal::MissingPart(MissingPart::SharedStrings);
    let mut xml = package.xml(part)?.ok_or(missing)?;
    let mut strings = Vec::new();
    let mut text = TextPieces::default();
    loop {
        match xml.next()? {
            Node::Eof => return Ok(strings),
            Node::Start(tag) => text.open(&tag)?,
            Node::Empty(tag) if tag.local_name().as_ref() == "si" => {
                strings.push(SharedString::Text("".into()));
            }
            Node::Empty(tag) => text.look(&tag)?,
            Node::Text(piece) => text.push(&piece),
            Node::End(tag) => {
                let name = tag.local_name();
                text.close(name.as_ref());
                if name.as_ref() == "si" {
                    strings.push(text.take(old_fonts));
                }
            }
            Node::Aside => {}
        }
    }
}

/// Collects the `t` elements of one text and leaves out the phonetic runs beside them.
#[derive(Default)]
pub(super) struct TextPieces {
    runs: Vec<Run>,
    font: RunFont,
    struck: bool,
    raised: bool,
    in_text: bool,
    in_phonetic: bool,
    n_chars: usize,
}

impl TextPieces {
    pub(super) fn open(&mut self, tag: &BytesStart) -> Result<(), Refusal> {
        match tag.local_name().as_ref() {
            "t" => self.in_text = true,
            "r" => (self.font, self.struck, self.raised) = (RunFont::OfCell, false, false),
            "rPh" => self.in_phonetic = true,
            _ => self.look(tag)?,
        }
        Ok(())
    }

    /// Takes the look of the run, if that is what `tag` tells: its font, struck out, raised.
    pub(super) fn look(&mut self, tag: &BytesStart) -> Result<(), Refusal> {
        match tag.local_name().as_ref() {
            "rFont" => {
                if let Some(name) = attribute(tag, "val")? {
                    self.font = RunFont::Named(FontCode::of_font(&name));
                }
            }
            "strike" => self.struck = attribute(tag, "val")?.is_none_or(|it| &*it != "0"),
            "vertAlign" => {
                self.raised = attribute(tag, "val")?.is_some_and(|it| &*it == "superscript");
            }
            _ => {}
        }
        Ok(())
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
        if self.n_chars > limits::CELL_CHARS * 7 {
            return;
        }
        let piece = if self.raised { raised(piece) } else { Cow::Borrowed(piece) };
        let (font, struck) = (self.font, self.struck);
        match self.runs.last_mut() {
            Some(run) if run.font == font && run.struck == struck => run.text.push_str(&piece),
            _ => self.runs.push(Run { font, struck, text: piece.into_owned() }),
        }
    }

    /// The text so far, and a fresh start. What is struck out beside what is not was deleted.
    pub(super) fn take(&mut self, old_fonts: bool) -> SharedString {
        let mut pieces = std::mem::take(self);
        if pieces.runs.iter().any(|run| !run.struck && !run.text.trim().is_empty()) {
            pieces.runs.retain(|run| !run.struck);
        }
        let kept_apart = |run: &Run| match run.font {
            RunFont::OfCell => false,
            RunFont::Named(code) => old_fonts || code.is_some(),
        };
        if pieces.n_chars > limits::CELL_CHARS * 7 {
            return SharedString::TooLong;
        }
        let whole: String = match pieces.runs.as_mut_slice() {
            [only] if !kept_apart(only) => std::mem::take(&mut only.text),
            runs if runs.iter().any(kept_apart) => {
                runs.iter_mut().for_each(|run| run.text = unescape(&run.text));
                let n_chars: usize = runs.iter().map(|run| run.text.chars().count()).sum();
                return match n_chars > limits::CELL_CHARS {
                    true => SharedString::TooLong,
                    false => SharedString::Runs(pieces.runs.into()),
                };
            }
            runs => runs.iter().map(|run| run.text.as_str()).collect(),
        };
        let text = unescape(&whole);
        match text.len() > limits::CELL_CHARS && text.chars().count() > limits::CELL_CHARS {
            true => SharedString::TooLong,
            false => SharedString::Text(text.into()),
        }
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
    normal_owned(plain)
}
