//! Who gives work and who is given it.

use serde::{Deserialize, Serialize};

use crate::{BodyId, OrganisationId};

/// A body or a post ("cơ quan, chức danh"): "Ban Thường vụ Thành ủy", "Bí thư Tỉnh ủy". Never a
/// person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Body {
    pub id: BodyId,
    /// What it belongs to: "Bí thư Thành ủy" of three cities are three bodies.
    pub organisation: OrganisationId,
    /// Unique within its organisation.
    pub name: String,
    /// Other ways in which texts call it.
    pub aliases: Vec<String>,
    pub kind: BodyKind,
    /// Order in lists.
    pub position: i64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BodyKind {
    /// chức danh
    Post,
    /// cơ quan, tập thể
    Collective,
}
