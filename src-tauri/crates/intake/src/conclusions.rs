//! What a notice of conclusion, a resolution or a speech says is to be done, read into rows that a
//! person confirms: who gives it, to whom, what, by when. Names of persons stay in the quote;
//! nothing is corrected silently and no date is made up.

mod addressee;
mod body_name;
mod citation;
mod classify;
mod deadline;
mod lexicon;
mod repeats;
mod sentences;
mod signs;
mod stated;
mod words;

use serde::Serialize;
use tongket_figures::Date;
use tongket_model::{CauseKind, ConclusionKind, Role};

use crate::raw::RawParagraph;
pub use citation::Citation;
use classify::Scene;
use words::KnownNames;

/// What was found in a text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ConclusionProposal {
    pub rows: Vec<ProposedRow>,
    /// Every mention of a document, in the order of the text.
    pub citations: Vec<Citation>,
    /// Counts that the text states and that are not those of what was found ("nêu 4 nhóm vấn đề,
    /// tách được 3"), sentences that give something and became no row, names that may end elsewhere.
    pub notes: Vec<ProposalNote>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ProposedRow {
    /// Of its paragraph: `p5`.
    pub place: String,
    pub kind: ConclusionKind,
    /// What is to be done, without who is to do it.
    pub text: String,
    /// The whole sentence as it is written.
    pub quote: String,
    /// The post or body that gives it; empty when the text does not say.
    pub from: String,
    pub to: Vec<ProposedAssignee>,
    pub deadline: Option<Date>,
    /// As written; empty when no time is named.
    pub deadline_words: String,
    /// What the words can mean, for showing: never stored as a date.
    pub deadline_between: Option<(Date, Date)>,
    /// "khẩn trương, kịp thời"
    pub urgency: String,
    /// The year that the sentence names, where it names one.
    pub year: Option<i32>,
    pub cause: Option<CauseKind>,
    /// Which row it is a part of: an item of a list below its lead.
    pub part_of: Option<usize>,
    /// How many items the lead says it has, and what it calls them.
    pub stated: Option<(i64, String)>,
    /// Which citations stand in it.
    pub citations: Vec<usize>,
    /// Where the same is said again: place and words.
    pub mentions: Vec<(String, String)>,
}

impl ProposedRow {
    fn has_no_time(&self) -> bool {
        self.deadline.is_none() && self.deadline_words.is_empty()
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ProposedAssignee {
    pub name: String,
    pub role: Role,
    /// A condition over data: "các đơn vị có tỷ lệ giải ngân thấp".
    pub is_rule: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ProposalNote {
    pub place: String,
    /// One sentence in Vietnamese.
    pub text: String,
    /// The sentence of the text that it is about; empty for a count.
    pub sentence: String,
}

/// Reads a text. `year` is the one it is about, where it names none itself; `bodies` are the names
/// that the office has for bodies.
pub fn propose_conclusions(
    paragraphs: &[RawParagraph],
    year: Option<i32>,
    bodies: &[String],
) -> ConclusionProposal {
    let mut proposal = ConclusionProposal::default();
    let mut scene = Scene::new(year, KnownNames::new(bodies));
    for paragraph in paragraphs {
        let first = proposal.citations.len();
        proposal.citations.extend(citation::citations(paragraph));
        scene.enter(paragraph, &proposal.citations[first..], first, &mut proposal.rows);
    }
    repeats::merge(&mut proposal.rows);
    proposal.notes = stated::notes(paragraphs, &proposal.rows);
    proposal.notes.extend(scene.notes);
    let order = |place: &str| paragraphs.iter().position(|it| &*it.place == place);
    proposal.notes.sort_by_cached_key(|note| order(&note.place));
    proposal
}
