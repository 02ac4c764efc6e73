//! What a body says on the data of the office, as the window shows it: chips, folded commands,
//! outline, gaps and findings. Every `from` and `to` is a place in the body in UTF-16 code units,
//! as the window's editor counts them.

use serde::Serialize;
use specta::Type;

use crate::AppError;

/// Of drafts and of templates.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Type)]
pub struct BodyReading {
    /// What is wrong with the body; the rest is then empty.
    pub error: Option<BodyError>,
    /// In the order of the body; those inside of folds come too.
    pub chips: Vec<Chip>,
    /// In the order in which they begin.
    pub folds: Vec<Fold>,
    pub outline: Vec<Section>,
    pub gaps: Vec<GapView>,
    /// The gravest first; what is missing stands among the gaps alone.
    pub findings: Vec<FindingView>,
    /// Figures in running text.
    pub figures: u32,
    /// Figures in tables.
    pub table_figures: u32,
}

impl BodyReading {
    /// Of a text for which there are no facts to print: it can still be read, copied and saved.
    pub(crate) fn without_facts(why: &AppError) -> BodyReading {
        let error = BodyError { message: why.to_string(), line: 1, column: 1, from: 0, to: 0 };
        BodyReading { error: Some(error), ..BodyReading::default() }
    }
}

/// Why a body cannot be rendered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct BodyError {
    pub message: String,
    /// From 1.
    pub line: u32,
    /// From 1, in characters.
    pub column: u32,
    pub from: u32,
    pub to: u32,
}

/// One `{{ … }}` that printed something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct Chip {
    /// From the first brace to behind the last.
    pub from: u32,
    pub to: u32,
    pub kind: ChipKind,
    /// As printed; what a loop prints at its first turn; of a table its name.
    pub text: String,
    /// As typed between the braces.
    pub expression: String,
    /// The only indicator that the text rests on.
    pub indicator: Option<String>,
    /// For people: "Tổng thu ngân sách 2023"
    pub subject: String,
    /// Where the values came from; empty for words of the template.
    pub origin: String,
    /// Whether any of the values is assumed.
    pub assumed: bool,
    pub hint: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum ChipKind {
    Figure,
    Citation,
    Words,
    Gap,
    Table,
}

/// A command with everything up to its end, or a comment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct Fold {
    pub from: u32,
    pub to: u32,
    pub kind: FoldKind,
    /// "Chỉ in khi có chỉ tiêu FDI"
    pub label: String,
    /// What it printed, line by line, shortened when it is long; empty when it printed nothing.
    pub result: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum FoldKind {
    Loop,
    Condition,
    Setting,
    Comment,
    Macro,
}

/// A heading and what stands under it, sections below it included.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct Section {
    /// 1 (phần) to 4 (điểm)
    pub level: u8,
    /// As the profile prints it: "I-", "1.", "Phụ lục"; empty when it has none.
    pub number: String,
    pub title: String,
    pub from: u32,
    pub to: u32,
    /// Of the section itself, without those of sections below it.
    pub gaps: u32,
    pub findings: u32,
    /// Of the section and those below it.
    pub state: SectionState,
}

/// The gravest last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum SectionState {
    Good,
    Gaps,
    Findings,
}

/// A gap where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct GapView {
    /// `missing-figure`, as in the JSON of the command line
    pub kind: String,
    /// With the brackets.
    pub text: String,
    pub subject: String,
    pub hint: String,
    pub heading: String,
    pub from: u32,
    pub to: u32,
    /// The indicator whose value would fill it.
    pub indicator: Option<String>,
}

/// A finding, with its place in the body when it has one there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct FindingView {
    pub code: String,
    #[specta(inline)]
    pub severity: FindingSeverity,
    pub message: String,
    pub hint: String,
    /// The values compared, as printed.
    pub values: Vec<String>,
    pub heading: String,
    pub from: Option<u32>,
    pub to: Option<u32>,
    /// Where the data can be mended: an indicator's figures, the row of a conclusion, a counted list.
    pub indicator: Option<String>,
    pub conclusion: Option<u32>,
    pub list: Option<u32>,
    pub repair: Option<Repair>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum FindingSeverity {
    Error,
    Warning,
    Note,
}

/// A change of the body that is safe to make without looking: `insert` in place of `from..to`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct Repair {
    /// What the button says: "Thay bằng tỷ lệ tính được"
    pub label: String,
    pub from: u32,
    pub to: u32,
    pub insert: String,
}
