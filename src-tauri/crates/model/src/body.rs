//! Who gives work and who is given it.

use serde::{Deserialize, Serialize};
use tongket_figures::{fold, same_name};

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

/// Words with which the name of a post begins, folded; everything else is a collective body.
pub const POSTS: [&str; 14] = [
    "bi thu",
    "pho bi thu",
    "chu tich",
    "pho chu tich",
    "truong ban",
    "pho truong ban",
    "giam doc",
    "pho giam doc",
    "chanh van phong",
    "chu nhiem",
    "uy vien",
    "vien truong",
    "thu truong",
    "nguoi dung dau",
];

impl BodyKind {
    /// By the words with which the name begins.
    pub fn of_name(name: &str) -> BodyKind {
        let name = fold(name);
        let is_post = POSTS.iter().any(|post| {
            name.strip_prefix(*post).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        });
        if is_post { BodyKind::Post } else { BodyKind::Collective }
    }
}

impl Body {
    /// Whether people mean it by `name`: its name or another way to call it, however spelled.
    pub fn is_called(&self, name: &str) -> bool {
        std::iter::once(&self.name).chain(&self.aliases).any(|known| same_name(known, name))
    }
}
