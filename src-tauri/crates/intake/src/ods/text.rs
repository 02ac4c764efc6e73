//! The text of a cell: its paragraphs, with white space as OpenDocument counts it and without
//! the comments and drawings that stand inside the cell.

use quick_xml::events::BytesStart;

use crate::error::Refusal;
use crate::limits;
use crate::xml::number_attribute;

#[derive(Default)]
pub(super) struct CellText {
    text: String,
    n_chars: usize,
    n_paragraphs: usize,
    in_paragraph: bool,
    /// The last character is white space of the markup: more of it adds nothing.
    after_space: bool,
}

impl CellText {
    pub(super) fn start(&mut self, tag: &BytesStart) -> Result<(), Refusal> {
        match tag.local_name().as_ref() {
            "p" | "h" => {
                if self.n_paragraphs > 0 {
                    self.add('\n');
                }
                self.n_paragraphs += 1;
                self.in_paragraph = true;
                self.after_space = true;
            }
            "s" => {
                let n = number_attribute(tag, "c")?.unwrap_or(1);
                (0..n.min(u32::try_from(limits::CELL_CHARS).unwrap_or(u32::MAX)))
                    .for_each(|_| self.add(' '));
                self.after_space = false;
            }
            "tab" => self.put('\t'),
            "line-break" => self.put('\n'),
            _ => {}
        }
        Ok(())
    }

    pub(super) fn end(&mut self, name: &str) {
        if matches!(name, "p" | "h") {
            if self.after_space && self.text.ends_with(' ') {
                self.text.pop();
                self.n_chars -= 1;
            }
            self.in_paragraph = false;
        }
    }

    pub(super) fn push(&mut self, piece: &str) {
        if !self.in_paragraph {
            return;
        }
        for c in piece.chars() {
            if matches!(c, ' ' | '\t' | '\n' | '\r') {
                if !self.after_space {
                    self.add(' ');
                }
                self.after_space = true;
            } else {
                self.put(c);
            }
        }
    }

    fn put(&mut self, c: char) {
        self.add(c);
        self.after_space = false;
    }

    /// Counts on past the limit but keeps nothing more.
    fn add(&mut self, c: char) {
        self.n_chars = self.n_chars.saturating_add(1);
        if self.n_chars <= limits::CELL_CHARS {
            self.text.push(c);
        }
    }

    /// `None` when the text is longer than a cell may be.
    pub(super) fn into_text(self) -> Option<String> {
        (self.n_chars <= limits::CELL_CHARS).then_some(self.text)
    }
}
