//! A draft of a report: made from a template once, it owns its text from then on. Its versions
//! ("Dự thảo lần 2") stay as they were when they were frozen.

use serde::{Deserialize, Serialize};

use crate::{DraftId, DraftVersionId, OrganisationId, Side};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    pub id: DraftId,
    /// Who issues the report.
    pub organisation: OrganisationId,
    /// The template it was made from: `tong-ket-xay-dung-dang`, or `own:3` for one of the office.
    pub kind: String,
    pub year: i32,
    /// What lists and files call it: "Báo cáo tổng kết năm 2023".
    pub title: String,
    pub settings: DraftSettings,
    /// The document language.
    pub body: String,
    /// SHA-256 of the template's body as it was, kept as content.
    pub template: String,
    /// Local time: `2026-11-22T08:30:05`.
    pub created: String,
    pub changed: String,
}

/// What tells one draft from others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftTitle {
    pub id: DraftId,
    pub organisation: OrganisationId,
    pub kind: String,
    pub year: i32,
    pub title: String,
    pub settings: DraftSettings,
    /// Local time: `2026-11-22T08:30:05`.
    pub changed: String,
}

/// What stands around the text. The kind's part is a copy, since an office may remove its template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftSettings {
    /// "Báo cáo tổng kết công tác xây dựng Đảng"
    pub kind_name: String,
    pub side: Side,
    /// "BÁO CÁO"
    pub type_name: String,
    /// In the document's symbol: "BC"
    pub symbol: String,
    /// The line under the type name, as a template.
    pub subject: String,
    /// Presentation profile: "hd05".
    pub profile: String,
    /// The document's number; empty until it is known.
    pub number: String,
    /// The date of signing as typed; empty until it is known.
    pub date: String,
    /// A table of contents after the title.
    pub toc: bool,
    /// "Dự thảo lần 2" in the head. Drafts kept by a version that did not ask yet have it.
    #[serde(default = "marked")]
    pub draft_mark: bool,
}

fn marked() -> bool {
    true
}

/// What a draft said at one time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftVersion {
    pub id: DraftVersionId,
    pub draft: DraftId,
    /// From 1 in each draft.
    pub number: u32,
    /// "Dự thảo lần 2"
    pub name: String,
    /// Local time: `2026-11-22T08:30:05`.
    pub time: String,
    /// What the person wrote about it.
    pub note: String,
    pub body: String,
    pub content: FrozenContent,
    /// SHA-256 of its Word file, kept as content.
    pub docx: String,
}

/// What a body said on the data of its time.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenContent {
    /// Sentences, headings and rows of tables, in order.
    pub texts: Vec<FrozenText>,
    pub figures: Vec<FrozenFigure>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenText {
    /// The nearest heading above; empty before the first.
    pub heading: String,
    pub text: String,
    /// The same with a sign in place of each value: what a person typed.
    pub wording: String,
}

/// One printed value, or one gap where a value should stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenFigure {
    pub expression: String,
    /// For people: "Tổng thu NSNN 2023"
    pub subject: String,
    /// As printed.
    pub text: String,
    pub heading: String,
    pub is_gap: bool,
}

impl FrozenContent {
    /// Values shown, and gaps where values should stand.
    pub fn counts(&self) -> (usize, usize) {
        let n_gaps = self.figures.iter().filter(|figure| figure.is_gap).count();
        (self.figures.len() - n_gaps, n_gaps)
    }
}
