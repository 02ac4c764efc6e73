//! A counted list: solutions, pillars, groups of limitations. The number a report prints is the
//! count of the rows, never a typed one.

use serde::{Deserialize, Serialize};

use crate::{ListId, OrganisationId, Origin, Slug, State};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemList {
    pub id: ListId,
    pub organisation: OrganisationId,
    /// Unique with organisation and year: `giai-phap-xay-dung-dang`
    pub slug: Slug,
    pub year: i32,
    /// What the list is of: `giai-phap`, `han-che`, `nguyen-nhan`, `bai-hoc`, `tru-cot`,
    /// `nhiem-vu`, `ket-qua`
    pub kind: String,
    /// Slug of the field; empty for all.
    pub field: String,
    /// "Giải pháp trọng tâm về công tác xây dựng Đảng"
    pub name: String,
    /// The word counted by: "giải pháp", "trụ cột"
    pub counting_word: String,
    /// What the source says the count is, when it does.
    pub stated_count: Option<i64>,
    pub items: Vec<ListItem>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListItem {
    pub text: String,
    pub origin: Origin,
    pub state: State,
}
