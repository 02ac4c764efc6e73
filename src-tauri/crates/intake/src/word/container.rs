//! A place that holds paragraphs and tables: the body, a note, a text box, a cell.

use std::collections::VecDeque;

use super::paragraph::ReadParagraph;
use crate::text::LINES_ABOVE;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Place {
    Body,
    /// A header or footer.
    Margin,
    Note(NoteKind, Box<str>),
    /// By its number in the document.
    TextBox(usize),
    Cell,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NoteKind {
    Foot,
    End,
}

pub(super) struct Container {
    pub(super) place: Place,
    n_paragraphs: usize,
    n_tables: usize,
    recent: VecDeque<Box<str>>,
    /// Text whose paragraph mark was deleted: the next paragraph continues it.
    held: Option<ReadParagraph>,
}

impl Container {
    pub(super) fn new(place: Place) -> Container {
        Container { place, n_paragraphs: 0, n_tables: 0, recent: VecDeque::new(), held: None }
    }

    /// Counts a paragraph and joins it with what it continues; `None` while it is continued.
    pub(super) fn join(
        &mut self,
        mut read: ReadParagraph,
        mark_deleted: bool,
    ) -> Option<ReadParagraph> {
        self.n_paragraphs += 1;
        if let Some(held) = self.held.take() {
            read.text.insert_str(0, &held.text);
            read.struck &= held.struck;
            read.capitals &= held.capitals;
        }
        if mark_deleted {
            self.held = (!read.text.is_empty()).then_some(read);
            return None;
        }
        Some(read)
    }

    /// What was to be continued when the place ends.
    pub(super) fn rest(&mut self) -> Option<ReadParagraph> {
        self.held.take()
    }

    /// The place of the paragraph that was counted last: `p5`, `fn2`, `en1`, `txbx1`.
    pub(super) fn name_of_paragraph(&self) -> Box<str> {
        match &self.place {
            Place::Note(NoteKind::Foot, id) => format!("fn{id}").into(),
            Place::Note(NoteKind::End, id) => format!("en{id}").into(),
            Place::TextBox(number) => format!("txbx{number}").into(),
            Place::Body | Place::Margin | Place::Cell => format!("p{}", self.n_paragraphs).into(),
        }
    }

    /// The name of the next table: `t2`, `fn2/t1`, and in a cell `t2r3c4/t1`.
    pub(super) fn name_of_table(&mut self, cell: Option<String>) -> String {
        self.n_tables += 1;
        let outer = match &self.place {
            Place::Body | Place::Margin => None,
            Place::Cell => cell,
            Place::Note(..) | Place::TextBox(_) => Some(self.name_of_paragraph().into()),
        };
        let slash = outer.map_or_else(String::new, |outer| outer + "/");
        format!("{slash}t{}", self.n_tables)
    }

    pub(super) fn remember(&mut self, line: &str) {
        if self.recent.len() == LINES_ABOVE {
            self.recent.pop_front();
        }
        self.recent.push_back(line.into());
    }

    /// The lines since the last table, nearest last.
    pub(super) fn lines_above(&mut self) -> Vec<Box<str>> {
        self.recent.drain(..).collect()
    }
}
