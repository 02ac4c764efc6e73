//! The text of one paragraph, gathered run by run: pieces of one font are read together, since an
//! old code may spell one letter over two runs.

use crate::encoding::{FontCode, RunReader, has_signs_of_old_codes, is_unicode, normal_owned};

#[derive(Default)]
pub(super) struct Paragraph {
    pieces: Vec<Piece>,
    /// The mark at its end was deleted: what follows continues it.
    pub(super) mark_deleted: bool,
    n_struck: usize,
    n_plain: usize,
    n_capitals: usize,
}

struct Piece {
    code: Option<FontCode>,
    struck: bool,
    text: String,
}

/// A read paragraph.
pub(super) struct ReadParagraph {
    /// Composed; a line break is `\n`, a tab `\t`.
    pub(super) text: String,
    /// Every letter of it is struck out, or drawn as a capital.
    pub(super) struck: bool,
    pub(super) capitals: bool,
}

impl Paragraph {
    pub(super) fn push(&mut self, text: &str, code: Option<FontCode>, struck: bool) {
        match self.pieces.last_mut() {
            Some(piece) if piece.code == code && piece.struck == struck => {
                piece.text.push_str(text);
            }
            _ => self.pieces.push(Piece { code, struck, text: text.to_owned() }),
        }
    }

    /// Space and breaks belong to whatever stands before them.
    pub(super) fn push_space(&mut self, space: char) {
        match self.pieces.last_mut() {
            Some(piece) => piece.text.push(space),
            None => self.pieces.push(Piece { code: None, struck: false, text: space.into() }),
        }
    }

    /// Counts how letters look.
    pub(super) fn count(&mut self, text: &str, struck: bool, capitals: bool) {
        let n_letters = text.trim().len();
        *(if struck { &mut self.n_struck } else { &mut self.n_plain }) += n_letters;
        if capitals {
            self.n_capitals += n_letters;
        }
    }

    /// What is struck out beside what is not was deleted.
    pub(super) fn read(mut self, runs: &mut RunReader) -> ReadParagraph {
        if self.n_plain > 0 {
            self.pieces.retain(|piece| !piece.struck);
        }
        // One run in an old font that holds Unicode tells of its neighbours, too short to tell.
        let is_misnamed = self.pieces.iter().any(|p| p.code.is_some() && is_unicode(&p.text));
        let mut text = String::new();
        for piece in &self.pieces {
            let misnamed = is_misnamed && !has_signs_of_old_codes(&piece.text);
            text.push_str(&runs.read(&piece.text, piece.code.filter(|_| !misnamed)));
        }
        ReadParagraph {
            text: normal_owned(text),
            struck: self.n_struck > 0 && self.n_plain == 0,
            capitals: self.n_capitals > 0 && self.n_capitals == self.n_struck + self.n_plain,
        }
    }
}
