//! What the reading of a document gathers, over all its parts.

use super::container::{Container, Place};
use super::paragraph::ReadParagraph;
use super::table::Cell;
use crate::encoding::RunReader;
use crate::raw::{RawParagraph, RawSheet};
use crate::stamp::LONGEST_STAMP;
use crate::tally::Tally;

pub(super) struct Sink<'r> {
    pub(super) runs: &'r mut RunReader,
    pub(super) sheets: Vec<RawSheet>,
    pub(super) paragraphs: Vec<RawParagraph>,
    /// The first lines of the document, wherever they stand, as they look.
    pub(super) head: Vec<String>,
    pub(super) has_body: bool,
    pub(super) tally: Tally,
    pub(super) n_text_boxes: usize,
    /// Pieces of hidden text that were left out.
    pub(super) n_hidden: usize,
    pub(super) n_deletions: usize,
    /// Other documents that the document shows in its text.
    pub(super) n_embedded: usize,
}

/// So many lines are looked at for a stamp of secrecy.
const HEAD_LINES: usize = 40;

impl<'r> Sink<'r> {
    pub(super) fn new(runs: &'r mut RunReader) -> Sink<'r> {
        Sink {
            runs,
            sheets: Vec::new(),
            paragraphs: Vec::new(),
            head: Vec::new(),
            has_body: false,
            tally: Tally::default(),
            n_text_boxes: 0,
            n_hidden: 0,
            n_deletions: 0,
            n_embedded: 0,
        }
    }

    /// Puts a paragraph where it belongs; an empty one only counts.
    pub(super) fn take(
        &mut self,
        container: &mut Container,
        cell: Option<&mut Cell>,
        read: ReadParagraph,
    ) {
        self.look_at(&read);
        if container.place == Place::Cell {
            if let Some(cell) = cell {
                let text = read.text.replace('\t', " ");
                let text = text.trim_matches([' ', '\n']);
                if !text.is_empty() {
                    container.remember(text);
                }
                cell.push(text.to_owned(), read.struck);
            }
            return;
        }
        let text = read.text.replace(['\t', '\n'], " ");
        let text = text.trim();
        if !text.is_empty() {
            container.remember(text);
            let place = container.name_of_paragraph();
            self.paragraphs.push(RawParagraph { place, text: text.into() });
        }
    }

    fn look_at(&mut self, read: &ReadParagraph) {
        if self.head.len() >= HEAD_LINES {
            return;
        }
        for line in read.text.lines().map(str::trim).filter(|line| !line.is_empty()) {
            if self.head.len() < HEAD_LINES && line.len() <= LONGEST_STAMP {
                let as_shown = if read.capitals { line.to_uppercase() } else { line.to_owned() };
                self.head.push(as_shown);
            }
        }
    }
}
