//! What a file says: one row per cell that carries data or a trap, with its indicator, measure,
//! period and value. The field names are the columns of `tongket import --json`.

mod place;
mod row;

pub use place::{Place, SheetName};
pub(crate) use row::{FormatCode, Sender, receive};
pub use row::{Labels, Row, Said};

use std::fmt;

use serde::{Deserialize, Serialize};
use tongket_figures::{Amount, AmountError, Date, DateReading, read_date};

/// What the person says about a file before it is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Context {
    /// The year of the report, where the file itself does not name one.
    pub year: Option<i32>,
    /// Up to which day its results count, where the file itself does not say.
    pub cut_off: Option<Date>,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Reading {
    pub rows: Vec<Row>,
    pub findings: Vec<IntakeFinding>,
}

/// Another reading of the same cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alternative {
    #[serde(with = "plain_amount")]
    pub value: Amount,
    /// How the reading is put to the person: "bằng 1,4 lần", "tăng thêm 1,4 lần", "1,039".
    pub meaning: String,
}

/// What kind of value a column (or a row of a transposed table) holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Measure {
    Result,
    Estimate,
    Plan,
    /// For the year after.
    Target,
    PriorResult,
    /// Per cent of the plan.
    RatioPlan,
    /// Against the same period.
    RatioPrior,
    /// What a unit has promised to reach.
    Commitment,
    /// What is still missing to the promised value.
    CommitmentGap,
    /// Things counted that no verb of the office's work says were done: "7/8 huyện".
    Count,
    /// A place in a ranking.
    Rank,
    /// A difference from another value: "tăng 8,7%", "giảm 02 vụ".
    Change,
    /// The day of a document or of a step.
    DocumentDate,
}

impl Measure {
    /// Per cent of another value.
    pub(crate) fn is_ratio(self) -> bool {
        matches!(self, Measure::RatioPlan | Measure::RatioPrior)
    }
}

/// How far the value of a row can be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    Ok,
    /// A reading rule was needed: shown to the person, never applied silently.
    Guessed,
    /// An empty cell inside the table.
    Blank,
    /// `-`, `…`: the office says that there is no value.
    Missing,
    Text,
    Range,
    Ambiguous,
    Date,
    Error,
    /// A number in a line that nothing names.
    Unnamed,
    /// A note or signature line; not data.
    Note,
    /// In a hidden row, column or sheet: offered, not taken.
    Hidden,
    StruckOut,
    /// The column before says the same.
    Duplicate,
    /// A typed sum of other rows.
    Total,
    /// "Cộng trang": the sum of one page, part of no other.
    PageSubtotal,
    /// A heading row that stands again on a further page.
    RepeatedHeader,
    /// The result of a formula.
    Formula,
    /// … of a group of rows.
    SubtotalFormula,
    /// … over all rows.
    TotalFormula,
    /// A formula without a stored result: "chưa tính", never zero.
    FormulaNoCache,
    SubtotalFormulaNoCache,
    TotalFormulaNoCache,
}

/// What else the cell says besides its number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Extra {
    /// The upper end of a range.
    To(Amount),
    /// The denominator of "7/8".
    Of(Amount),
    /// A unit written in the cell itself.
    Suffix(String),
    /// 0.902 in a column of percentages: taken times 100.
    FractionOfOne,
    /// A cell in a percent format: taken times 100.
    PercentFormat,
    IsoDate(String),
}

impl fmt::Display for Extra {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Extra::To(to) => write!(f, "to {}", to.trimmed()),
            Extra::Of(of) => write!(f, "of {}", of.trimmed()),
            Extra::Suffix(text) | Extra::IsoDate(text) => f.write_str(text),
            Extra::FractionOfOne => f.write_str("fraction-of-1"),
            Extra::PercentFormat => f.write_str("percent-format"),
        }
    }
}

impl Extra {
    /// What [`Display`](fmt::Display) wrote; `None` for an empty text.
    fn read(text: &str) -> Result<Option<Extra>, AmountError> {
        Ok(match text {
            "" => None,
            "fraction-of-1" => Some(Extra::FractionOfOne),
            "percent-format" => Some(Extra::PercentFormat),
            text => Some(match (text.strip_prefix("to "), text.strip_prefix("of ")) {
                (Some(to), _) => Extra::To(to.parse()?),
                (_, Some(of)) => Extra::Of(of.parse()?),
                _ if is_iso_date(text) => Extra::IsoDate(text.to_owned()),
                _ => Extra::Suffix(text.to_owned()),
            }),
        })
    }
}

fn is_iso_date(text: &str) -> bool {
    text.contains('-') && matches!(read_date(text), Some(DateReading::Day(_)))
}

/// Something to tell the person about the file as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IntakeFinding {
    pub kind: FindingKind,
    pub sheet: String,
    /// First cell concerned; empty for the whole sheet.
    pub cell: String,
    pub message: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FindingKind {
    HiddenSheet,
    /// Values in hidden rows or columns.
    Hidden,
    /// No heading row was recognised.
    NoTable,
    /// No heading and no title names a year.
    NoYear,
    /// A reading rule was applied to these cells.
    Guessed,
    Ambiguous,
    /// A cell in a date format stands among figures.
    DateAmongFigures,
    ErrorCell,
    /// Numbers in lines that nothing names.
    Unnamed,
    NotComputed,
    StruckOut,
    /// A typed total is not the sum of its rows.
    TotalDiffers,
    /// What is missing per unit adds up to something else than the difference of the totals.
    GapsDiffer,
    /// About a thousand times as large or small as the value beside it.
    Thousandfold,
}

/// `None` is the empty text in JSON, as in the columns of the table form.
pub(crate) mod empty_when_none {
    use serde::{Deserialize, Deserializer, Serialize, Serializer, de::DeserializeOwned};

    pub fn serialize<T: Serialize, S: Serializer>(
        value: &Option<T>,
        to: S,
    ) -> Result<S::Ok, S::Error> {
        match value {
            Some(value) => value.serialize(to),
            None => to.serialize_str(""),
        }
    }

    pub fn deserialize<'de, T: DeserializeOwned, D: Deserializer<'de>>(
        from: D,
    ) -> Result<Option<T>, D::Error> {
        use serde::de::{IntoDeserializer, value::StringDeserializer};
        let text = String::deserialize(from)?;
        if text.is_empty() {
            return Ok(None);
        }
        let text: StringDeserializer<D::Error> = text.into_deserializer();
        T::deserialize(text).map(Some)
    }
}

pub(crate) mod plain_amount {
    use serde::{Deserialize, Deserializer, Serializer};
    use tongket_figures::Amount;

    pub fn serialize<S: Serializer>(value: &Amount, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(&value.trimmed())
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Amount, D::Error> {
        Amount::deserialize(from)
    }
}

pub(crate) mod value_text {
    use serde::{Deserializer, Serializer};
    use tongket_figures::Amount;

    pub fn serialize<S: Serializer>(value: &Option<Amount>, to: S) -> Result<S::Ok, S::Error> {
        super::empty_when_none::serialize(&value.map(Amount::trimmed), to)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Amount>, D::Error> {
        super::empty_when_none::deserialize(from)
    }
}

pub(crate) mod extra_text {
    use serde::{Deserialize, Deserializer, Serializer};

    use super::Extra;

    pub fn serialize<S: Serializer>(extra: &Option<Extra>, to: S) -> Result<S::Ok, S::Error> {
        match extra {
            Some(extra) => to.collect_str(extra),
            None => to.serialize_str(""),
        }
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Extra>, D::Error> {
        let text = String::deserialize(from)?;
        Extra::read(&text).map_err(serde::de::Error::custom)
    }
}
