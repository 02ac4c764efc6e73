//! The period a figure belongs to. `Display` and `FromStr` are the machine form kept in the
//! database; `print` and `read` are what a sentence says.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::text::deserialize_text;
use crate::{Date, Style};

/// A stretch of time with its year; in backticks the machine form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Period {
    /// `2023`
    Year(i32),
    /// `2024-Q3`
    Quarter { year: i32, quarter: u8 },
    /// `2024-09-T`: the first n months of a year
    Months { year: i32, months: u8 },
    /// `lũy kế to 2024-09-25`: from the start of the year to the cut-off
    CutOff(Date),
    /// `2021..2025`: whole years, both included
    Range { from: i32, to: i32 },
    /// `nhiệm kỳ 2020..2025`
    Term { from: i32, to: i32 },
}

/// The text that is no period.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "«{0}» không phải là kỳ số liệu: hãy viết như năm 2023, quý III/2024, 9 tháng đầu năm 2024, \
     lũy kế đến 25/9/2024, giai đoạn 2021 - 2025"
)]
pub struct PeriodError(pub String);

impl Period {
    /// The year the period ends in.
    pub fn year(self) -> i32 {
        match self {
            Period::Year(year) | Period::Quarter { year, .. } | Period::Months { year, .. } => year,
            Period::CutOff(date) => date.year(),
            Period::Range { to, .. } | Period::Term { to, .. } => to,
        }
    }

    /// First and last day.
    pub fn bounds(self) -> (Date, Date) {
        let first = |year, month| Date::first_of_month(year, month);
        let last = |year, month| Date::last_of_month(year, month);
        match self {
            Period::Year(year) => (first(year, 1), last(year, 12)),
            Period::Quarter { year, quarter } => {
                let end = u32::from(quarter) * 3;
                (first(year, end - 2), last(year, end))
            }
            Period::Months { year, months } => (first(year, 1), last(year, u32::from(months))),
            Period::CutOff(date) => (first(date.year(), 1), date),
            Period::Range { from, to } | Period::Term { from, to } => {
                (first(from, 1), last(to, 12))
            }
        }
    }

    /// The same stretch one year earlier: what "cùng kỳ" means. A range or term has none.
    pub fn same_period_last_year(self) -> Option<Period> {
        Some(match self {
            Period::Year(year) => Period::Year(year - 1),
            Period::Quarter { year, quarter } => Period::Quarter { year: year - 1, quarter },
            Period::Months { year, months } => Period::Months { year: year - 1, months },
            Period::CutOff(date) => Period::CutOff(date.one_year_earlier()),
            Period::Range { .. } | Period::Term { .. } => return None,
        })
    }

    /// How a sentence names it: "năm 2023", "quý III/2024", "10 tháng đầu năm 2023",
    /// "đến ngày 20/11/2023", "giai đoạn 2021 - 2025".
    pub fn print(self, style: &Style) -> String {
        match self {
            Period::Year(year) => format!("năm {year}"),
            Period::Quarter { year, quarter } => {
                format!("quý {}/{year}", crate::ordinal::roman(i64::from(quarter)))
            }
            Period::Months { year, months } => format!("{months} tháng đầu năm {year}"),
            Period::CutOff(date) => format!("đến ngày {}", date.print(style)),
            Period::Range { from, to } => format!("giai đoạn {from} - {to}"),
            Period::Term { from, to } => format!("nhiệm kỳ {from} - {to}"),
        }
    }

    /// The short name of a cut-off in a finding: "20/11/2023", "10 tháng", "năm 2023".
    pub fn print_cut_off(self, style: &Style) -> String {
        match self {
            Period::CutOff(date) => date.print(style),
            Period::Months { months, .. } => format!("{months} tháng"),
            other => other.print(style),
        }
    }
}

impl fmt::Display for Period {
    /// The machine form.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Period::Year(year) => write!(f, "{year}"),
            Period::Quarter { year, quarter } => write!(f, "{year}-Q{quarter}"),
            Period::Months { year, months } => write!(f, "{year}-{months:02}-T"),
            Period::CutOff(date) => write!(f, "lũy kế to {}", date.iso()),
            Period::Range { from, to } => write!(f, "{from}..{to}"),
            Period::Term { from, to } => write!(f, "nhiệm kỳ {from}..{to}"),
        }
    }
}

impl Serialize for Period {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Period {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Period, D::Error> {
        deserialize_text(deserializer)
    }
}
