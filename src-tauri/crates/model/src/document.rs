//! A document ("văn bản") that reports cite.

use serde::{Deserialize, Serialize};
use tongket_figures::Date;

use crate::{DocumentId, OrganisationId};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    pub id: DocumentId,
    /// In whose register it stands.
    pub organisation: OrganisationId,
    /// "Nghị quyết"
    pub kind: String,
    /// "36/2021/NQ-HĐND", "24-CT/TU"; empty while it waits to be issued.
    pub number: String,
    pub date: Option<Date>,
    /// "HĐND tỉnh"
    pub issuer: String,
    pub subject: String,
    pub state: DocumentState,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DocumentState {
    /// chờ ban hành: no number yet
    Pending,
    Issued,
}
