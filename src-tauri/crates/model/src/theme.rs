//! The theme of a year ("chủ đề năm"), in one or more parts by field.

use serde::{Deserialize, Serialize};

use crate::{OrganisationId, Origin, State, ThemeId};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Theme {
    pub id: ThemeId,
    pub organisation: OrganisationId,
    pub year: i32,
    /// Between the components of a part when they are printed: " - ", ", " or "; ".
    pub separator: String,
    pub parts: Vec<ThemePart>,
    pub origin: Origin,
    pub state: State,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ThemePart {
    /// Slug of the field; empty when the theme has one part for all.
    pub field: String,
    /// "Về kinh tế - xã hội"; empty when the part has no heading.
    pub heading: String,
    pub components: Vec<String>,
}
