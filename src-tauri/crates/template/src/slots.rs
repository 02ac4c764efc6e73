//! The tokens that stand in for values while Markdown is parsed: a private-use character, the
//! index of the value in decimal, another private-use character.

use std::borrow::Cow;
use std::sync::Arc;

use crate::context::Context;
use crate::{Block, Cited, Gap};

const OPEN: char = '\u{e000}';
const CLOSE: char = '\u{e001}';

/// A value that an expression printed.
#[derive(Debug, Clone)]
pub(crate) enum Slot {
    Text(String),
    Cited(Arc<Cited>),
    Gap(Arc<Gap>),
    /// Several values in one expression, such as the joined items of a list.
    Run(Vec<Slot>),
    Block(Block),
}

impl Slot {
    pub fn text(&self) -> String {
        match self {
            Slot::Text(text) => text.clone(),
            Slot::Cited(cited) => cited.text.clone(),
            Slot::Gap(gap) => gap.text.clone(),
            Slot::Run(slots) => slots.iter().map(Slot::text).collect(),
            Slot::Block(_) => String::new(),
        }
    }
}

/// All values of one rendering, in the order they were printed.
#[derive(Debug, Default)]
pub(crate) struct Slots(Vec<Slot>);

impl Slots {
    /// Keeps the value and returns the token that stands for it.
    pub fn keep(&mut self, slot: Slot) -> String {
        let mut token = String::from(OPEN);
        token.push_str(&self.0.len().to_string());
        token.push(CLOSE);
        self.0.push(slot);
        token
    }

    /// Splits text into plain pieces and the values of its tokens.
    pub fn split<'t>(&'t self, mut text: &'t str) -> Vec<Piece<'t>> {
        let mut pieces = Vec::new();
        while let Some(start) = text.find(OPEN) {
            let after = &text[start + OPEN.len_utf8()..];
            let Some((index, rest)) = after.split_once(CLOSE) else { break };
            if start > 0 {
                pieces.push(Piece::Plain(&text[..start]));
            }
            if let Some(slot) = index.parse::<usize>().ok().and_then(|index| self.0.get(index)) {
                pieces.push(Piece::Value(slot));
            }
            text = rest;
        }
        if !text.is_empty() {
            pieces.push(Piece::Plain(text));
        }
        pieces
    }
}

pub(crate) enum Piece<'t> {
    Plain(&'t str),
    Value(&'t Slot),
}

impl Context {
    /// What a text made in the template shows, with the values of its tokens written out.
    pub fn shown(&self, text: &str) -> String {
        if !has_token_marks(text) {
            return text.to_owned();
        }
        let slots = self.slots();
        let pieces = slots.split(text).into_iter().map(|piece| match piece {
            Piece::Plain(text) => text.to_owned(),
            Piece::Value(slot) => slot.text(),
        });
        pieces.collect()
    }

    /// A text made in the template as tokens alone, so that nothing of it is markup.
    pub fn as_tokens(&self, text: &str) -> Result<String, minijinja::Error> {
        self.rewritten(text, |piece| {
            Rewritten::Value(match piece {
                Piece::Plain(text) => Slot::Text(text.to_owned()),
                Piece::Value(slot) => slot.clone(),
            })
        })
    }

    /// A text with each of its pieces changed.
    pub fn rewritten(
        &self,
        text: &str,
        change: impl FnMut(Piece) -> Rewritten,
    ) -> Result<String, minijinja::Error> {
        let pieces: Vec<Rewritten> = self.slots().split(text).into_iter().map(change).collect();
        let written = pieces.into_iter().map(|piece| match piece {
            Rewritten::Plain(text) => Ok(text),
            Rewritten::Value(slot) => self.keep(slot),
        });
        written.collect()
    }
}

/// What becomes of a piece.
pub(crate) enum Rewritten {
    Plain(String),
    Value(Slot),
}

/// Text from a template source or the data, which must never be taken for a token.
pub(crate) fn without_token_marks(text: &str) -> Cow<'_, str> {
    if has_token_marks(text) {
        Cow::Owned(text.replace([OPEN, CLOSE], "\u{fffd}"))
    } else {
        Cow::Borrowed(text)
    }
}

pub(crate) fn has_token_marks(text: &str) -> bool {
    // The first byte of both, which no Vietnamese letter holds, is found faster than characters.
    text.as_bytes().contains(&0xee) && text.contains([OPEN, CLOSE])
}
