//! A report template of the office's own, made from a built-in one.

use serde::{Deserialize, Serialize};

use crate::{OfficeTemplateId, OrganisationId};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficeTemplate {
    pub id: OfficeTemplateId,
    /// Whose it is.
    pub organisation: OrganisationId,
    pub name: String,
    /// Slug of the built-in kind it goes back to.
    pub based_on: String,
    /// The text of its `kind.toml`.
    pub settings: String,
    /// The document language.
    pub body: String,
    /// Local time: `2026-11-22T08:30:05`.
    pub changed: String,
}
