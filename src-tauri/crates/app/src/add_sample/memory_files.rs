//! The files of what a sample office remembers, as they stand in `assets/sample`.

use serde::Deserialize;
use tongket_figures::{Date, Period};
use tongket_model::{
    Answer, BodyKind, CauseKind, ConclusionKind, DocumentEvent, DocumentState, Mention, Progress,
    State,
};

use super::files::OrganisationEntry;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct BodiesFile {
    /// What stands above the office, where posts of it are named.
    pub superior: Option<OrganisationEntry>,
    #[serde(default)]
    pub body: Vec<BodyEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct BodyEntry {
    /// What it belongs to, by slug; the office itself when absent.
    pub of: Option<String>,
    pub name: String,
    pub kind: BodyKind,
    #[serde(default)]
    pub aliases: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ConferencesFile {
    #[serde(default)]
    pub conference: Vec<ConferenceEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ConferenceEntry {
    pub slug: String,
    pub name: String,
    pub ordinal: Option<i64>,
    #[serde(default)]
    pub days: Vec<Date>,
    #[serde(default)]
    pub day_words: String,
    pub period: Option<Period>,
    #[serde(default)]
    pub topics: Vec<String>,
    #[serde(default)]
    pub fact: Vec<FactEntry>,
    #[serde(default)]
    pub aliases: Vec<String>,
    pub state: State,
    #[serde(default)]
    pub source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FactEntry {
    pub name: String,
    /// With its unit: "601 điểm cầu".
    pub value: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct DocumentsFile {
    #[serde(default)]
    pub document: Vec<DocumentEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct DocumentEntry {
    /// By which the other files name it.
    #[serde(default)]
    pub slug: String,
    pub kind: String,
    #[serde(default)]
    pub number: String,
    pub date: Option<Date>,
    #[serde(default)]
    pub date_words: String,
    #[serde(default)]
    pub issuer: String,
    #[serde(default)]
    pub subject: String,
    pub state: DocumentState,
    #[serde(default)]
    pub aliases: Vec<String>,
    #[serde(default)]
    pub field: String,
    pub term: Option<Period>,
    pub conference: Option<String>,
    /// Slugs of documents that stand further up.
    #[serde(default)]
    pub implements: Vec<String>,
    #[serde(default)]
    pub amends: Vec<String>,
    #[serde(default)]
    pub replaces: Vec<String>,
    #[serde(default)]
    pub event: Vec<DocumentEvent>,
    #[serde(default)]
    pub opinion: Vec<OpinionEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OpinionEntry {
    pub body: Option<String>,
    pub text: String,
    pub answer: Option<Answer>,
    #[serde(default)]
    pub answer_text: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ConclusionsFile {
    #[serde(default)]
    pub conclusion: Vec<ConclusionEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ConclusionEntry {
    /// By which rows further down name it.
    #[serde(default)]
    pub slug: String,
    pub kind: ConclusionKind,
    pub text: String,
    #[serde(default)]
    pub quote: String,
    #[serde(default)]
    pub field: String,
    pub year: i32,
    pub covers: Option<Period>,
    /// Slugs of the document and the conference.
    pub document: Option<String>,
    pub conference: Option<String>,
    /// Of the conference, from 0.
    pub topic: Option<u32>,
    /// Names of bodies.
    pub from: Option<String>,
    #[serde(default)]
    pub to: Vec<String>,
    #[serde(default)]
    pub with: Vec<String>,
    /// Whom it is addressed to by a condition over data.
    pub rule: Option<String>,
    pub part_of: Option<String>,
    pub cause: Option<CauseKind>,
    pub deadline: Option<Date>,
    #[serde(default)]
    pub deadline_words: String,
    #[serde(default)]
    pub urgency: String,
    pub progress: Option<Progress>,
    pub stated_count: Option<i64>,
    #[serde(default)]
    pub counting_word: String,
    /// Slugs of documents.
    #[serde(default)]
    pub basis: Vec<String>,
    #[serde(default)]
    pub mentions: Vec<Mention>,
    /// What came of it, in words.
    #[serde(default)]
    pub results: Vec<String>,
    pub state: State,
    #[serde(default)]
    pub source: String,
}
