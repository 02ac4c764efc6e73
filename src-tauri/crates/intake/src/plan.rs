//! The plan of an import: what would be done with each row, shown and edited before anything is
//! written. A value that can be kept; whoever owns the store applies it in one transaction.
//! Steps are made from the rows when they are asked for, so that a large file stays small.

mod abbreviations;
mod catalogue;
mod edit;
mod entry;
mod field;
mod form;
mod labels;
mod likeness;
pub(crate) mod naming;
mod newcomers;
mod own_words;
mod promised;
mod propose;
mod rule;
mod steps;
mod summary;
mod units;

pub use catalogue::IndicatorNames;
pub use edit::LabelChoice;
pub(crate) use entry::quantity;
pub use form::{Learned, LearnedLabel};
pub use labels::{FileLabel, MatchedBy};
pub use likeness::is_unit;
pub(crate) use own_words::ask_reason;
pub use propose::{Known, propose};
pub use rule::Ruling;
pub use steps::ShownPlan;

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use tongket_figures::{Amount, Date, Period, Quantity, Unit};
use tongket_model::{FigureKind, IndicatorId, OrganisationId, Origin, Slug};

use crate::reading::{Measure, Place, Row};
use labels::LabelIdx;
use units::UnitIdx;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportPlan {
    /// Name of the file, without its folder.
    pub file: Arc<str>,
    /// SHA-256 of the file in hex.
    pub hash: Arc<str>,
    /// The same for every edition of a form: made of its headings and labels, without values,
    /// years and units.
    pub form: String,
    /// Each to be made before the first applied step that names it, and only then: some are named
    /// by none, until the person wants them instead of what was found.
    pub new_indicators: Vec<NewIndicator>,
    /// Units that the office does not know, to be made likewise.
    pub new_units: Vec<NewUnit>,
    pub summary: Summary,
    rows: Vec<Row>,
    /// Every label of the file once.
    labels: Vec<FileLabel>,
    /// Of each row.
    row_labels: Vec<LabelIdx>,
    units: Vec<OfUnit>,
    /// Of each unit the one of the office that may be meant.
    #[serde(default)]
    guesses: Vec<Option<OfUnit>>,
    /// Whether that one is meant, where the person said so.
    #[serde(default)]
    unit_answers: BTreeMap<UnitIdx, bool>,
    row_units: Vec<UnitIdx>,
    /// What becomes of each row.
    rulings: Vec<Ruling>,
    /// What the person said of single rows.
    answers: BTreeMap<usize, Answer>,
    /// What the person said that a heading holds.
    measures: BTreeMap<String, Measure>,
}

/// The person's word on one row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Answer {
    /// One of its readings.
    Take(usize),
    Skip,
}

/// What becomes of one row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    #[serde(flatten)]
    pub place: Place,
    pub action: Action,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "action", rename_all = "kebab-case")]
pub enum Action {
    SetFigure {
        indicator: Subject,
        /// Whose figure it is, where the rows are units; `None` for the office itself.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        unit: Option<OfUnit>,
        period: Period,
        kind: FigureKind,
        entry: Entry,
    },
    SetPlan {
        indicator: Subject,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        unit: Option<OfUnit>,
        period: Period,
        /// "tỉnh", as in "KH tỉnh giao"; empty when nobody is named.
        assigner: String,
        entry: Entry,
    },
    SetTarget {
        indicator: Subject,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        unit: Option<OfUnit>,
        /// The year it is set for.
        year: i32,
        entry: Entry,
    },
    /// What a unit has promised to reach.
    SetCommitment {
        indicator: Subject,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        unit: Option<OfUnit>,
        period: Period,
        entry: Entry,
    },
    /// When a unit took a step: "Ngày ban hành kế hoạch".
    SetDate {
        indicator: Subject,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        unit: Option<OfUnit>,
        date: Date,
        origin: Origin,
    },
    /// A ratio is never stored: it is compared with the one computed from the figures.
    CheckRatio {
        indicator: Subject,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        unit: Option<OfUnit>,
        period: Period,
        base: RatioBase,
        /// Whose plan, as in "so với kế hoạch thành phố giao"; empty when nobody is named.
        assigner: String,
        #[serde(with = "crate::reading::plain_amount")]
        percent: Amount,
    },
    /// Needs the person's word: one of `readings`, or none.
    Ask {
        reason: AskReason,
        readings: Vec<Action>,
    },
    Skip {
        reason: SkipReason,
    },
}

/// The value that would be stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// In the indicator's unit.
    pub quantity: Quantity,
    /// The unit as the file writes it, when the quantity was converted from it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub converted_from: Option<Unit>,
    /// The cell as it stands.
    pub raw: String,
    pub origin: Origin,
    /// The file itself calls the value "số giả định".
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub assumed: bool,
}

/// The indicator a step speaks of.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Subject {
    Known {
        id: IndicatorId,
        slug: Slug,
    },
    /// One of [`ImportPlan::new_indicators`].
    New {
        slug: Slug,
    },
}

/// The unit a step speaks of.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OfUnit {
    /// A reporter of the office.
    Known { id: OrganisationId },
    /// One of [`ImportPlan::new_units`].
    New { slug: Slug },
}

/// A unit that the office does not have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewUnit {
    /// Its name in this plan; the office may have an organisation that is called so.
    pub slug: Slug,
    pub name: String,
    /// The group it stands in: "Các quận, huyện, thị xã"; may be empty.
    pub group: String,
}

/// An indicator that the catalogue does not have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewIndicator {
    pub slug: Slug,
    pub name: Arc<str>,
    pub unit: Unit,
    /// Slug of the field, guessed from sheet and headings; empty when they say nothing.
    pub field: String,
    pub part_of: Option<Subject>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RatioBase {
    Plan,
    Prior,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AskReason {
    /// A reading rule was needed.
    Guessed,
    Ambiguous,
    Hidden,
    StruckOut,
    /// Two indicators of the catalogue fit equally well.
    SeveralIndicators,
    /// The same words in another order: likely the same indicator.
    SimilarName,
    /// A unit of the office may be the one that is meant.
    SimilarUnit,
    /// A sentence speaks of something that the catalogue does not have.
    NewFromText,
    /// The catalogue's unit is of another kind.
    OtherUnit,
    /// Neither cell nor heading names a unit.
    NoUnit,
    /// No heading says which year or kind of value it is.
    NoMeasure,
    /// Two rows of the file give different values for the same thing.
    Conflict,
    /// A typed total that is not the sum of its rows.
    TotalDiffers,
    /// Characters of the label could not be read.
    BrokenName,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SkipReason {
    Blank,
    Missing,
    Text,
    Note,
    Error,
    Date,
    NotComputed,
    /// A total of a scorecard, "25/25 chỉ tiêu đạt": counted from the rows, never stored.
    ScorecardTotal,
    /// "TỔNG SỐ": the sum of other rows, which says of nothing what it is.
    Total,
    /// Computed from other values: a gap, a change.
    Derived,
    /// Nothing of the label can name an indicator.
    NoIndicator,
    /// The same value stands in an earlier row.
    Repeated,
    /// A commitment or a day of the office itself, a goal of a unit: there is no place for it yet.
    NoPlace,
    /// The person does not want it.
    Unwanted,
}

/// Counts by action.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Summary {
    pub n_figures: usize,
    pub n_plans: usize,
    pub n_targets: usize,
    pub n_commitments: usize,
    pub n_dates: usize,
    pub n_ratio_checks: usize,
    pub n_questions: usize,
    pub n_skipped: usize,
    /// That a step names.
    pub n_new_indicators: usize,
    pub n_new_units: usize,
    pub n_converted: usize,
}

impl AskReason {
    pub fn vietnamese(self) -> &'static str {
        match self {
            AskReason::Guessed => "phải suy đoán khi đọc",
            AskReason::Ambiguous => "đọc được hai cách",
            AskReason::Hidden => "nằm ở hàng, cột hoặc trang ẩn",
            AskReason::StruckOut => "đã bị gạch ngang",
            AskReason::SeveralIndicators => "khớp với nhiều chỉ tiêu",
            AskReason::SimilarName => "tên gần giống một chỉ tiêu đã có",
            AskReason::SimilarUnit => "tên gần giống một đơn vị đã có",
            AskReason::NewFromText => "câu văn nói tới chỉ tiêu chưa có trong danh mục",
            AskReason::OtherUnit => "đơn vị tính khác loại với chỉ tiêu đã có",
            AskReason::NoUnit => "không ghi đơn vị tính",
            AskReason::NoMeasure => "không rõ năm hoặc loại số liệu",
            AskReason::Conflict => "trong tệp có hai giá trị khác nhau",
            AskReason::TotalDiffers => "số tổng khác với các dòng cộng lại",
            AskReason::BrokenName => "nhãn có ký tự không đọc được",
        }
    }
}

impl SkipReason {
    pub fn vietnamese(self) -> &'static str {
        match self {
            SkipReason::Blank => "ô trống",
            SkipReason::Missing => "chưa có số liệu",
            SkipReason::Text => "không phải số",
            SkipReason::Note => "ghi chú hoặc chữ ký",
            SkipReason::Error => "ô báo lỗi",
            SkipReason::Date => "ngày tháng",
            SkipReason::NotComputed => "công thức chưa tính",
            SkipReason::ScorecardTotal => "dòng tổng bảng điểm",
            SkipReason::Total => "dòng tổng của biểu",
            SkipReason::Derived => "tính được từ số khác",
            SkipReason::NoIndicator => "không rõ chỉ tiêu",
            SkipReason::NoPlace => {
                "chưa giữ được cam kết và ngày của chính cơ quan, chỉ tiêu năm sau của đơn vị"
            }
            SkipReason::Repeated => "trùng với ô trước",
            SkipReason::Unwanted => "bỏ qua theo lựa chọn",
        }
    }
}
