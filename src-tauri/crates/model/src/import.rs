//! What the office decided about imports: kept so that nothing has to be decided twice.

use serde::{Deserialize, Serialize};

use crate::{LearnedFormId, OrganisationId, SavedImportId};

/// What a person confirmed about a form ("biểu mẫu"): its next edition needs no questions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LearnedForm {
    pub id: LearnedFormId,
    pub organisation: OrganisationId,
    /// Of the form's headings and labels, without values and years; unique with the organisation.
    pub fingerprint: String,
    /// The file in which it was last met.
    pub name: String,
    /// The answers as JSON; the room that reads forms knows their shape.
    pub answers: String,
}

/// An import that was looked at and left for later.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedImport {
    pub id: SavedImportId,
    pub organisation: OrganisationId,
    /// The name of its file.
    pub name: String,
    /// Local time: `2026-11-22 08:30:05`.
    pub saved: String,
    /// Reading, plan and answers as JSON.
    pub content: String,
}
