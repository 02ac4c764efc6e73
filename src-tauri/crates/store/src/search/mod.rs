//! Search over everything an office keeps. The index holds each thing's words as
//! [`tongket_figures::search_words`] makes them and is kept with the rows, in the same
//! transaction: whatever a step, an undo or a redo touches is entered anew.

mod ask;
mod entry;
mod keep;

use std::ops::Range;

use tongket_model::{BodyId, OrganisationId, Slug};

use crate::Noun;

pub(crate) use keep::{follow, keep_filled, problems};

/// What is asked for.
#[derive(Debug, Clone, Default)]
pub struct SearchQuery {
    /// As people type it: words in any order and spelling, the last one perhaps not finished, what
    /// stands between quotation marks or is written together ("24-CT/TU") in its order.
    pub text: String,
    /// Whose; of every organisation when empty.
    pub organisations: Vec<OrganisationId>,
    /// Of all kinds when empty.
    pub nouns: Vec<Noun>,
    /// Only what is of that year or holds for it among others: a programme of 2020-2025.
    pub year: Option<i32>,
    /// Slug of a field; its parts are of it too.
    pub field: Option<String>,
    /// Only conclusions given by or to it.
    pub body: Option<BodyId>,
    /// At most so many are told of; all are counted.
    pub limit: usize,
}

/// The answer, the best first; of figures and conclusions found by the thousand, the best of those
/// entered last.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SearchFound {
    pub n_hits: usize,
    pub hits: Vec<SearchHit>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchHit {
    pub noun: Noun,
    pub row: i64,
    pub organisation: OrganisationId,
    /// The indicator that it is, or is a value of.
    pub indicator: Option<Slug>,
    pub year: Option<i32>,
    /// Slug; empty for all.
    pub field: String,
    /// What it is called.
    pub title: Marked,
    /// The part of its text with the first word that was asked for; empty when only the title
    /// holds any.
    pub passage: Marked,
}

/// A text, and where the words that were asked for stand in it, in bytes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Marked {
    pub text: String,
    pub marks: Vec<Range<usize>>,
}
