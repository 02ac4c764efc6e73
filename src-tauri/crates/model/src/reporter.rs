//! The bodies that report figures to an office, and what they reported.

use serde::{Deserialize, Serialize};
use tongket_figures::{Date, Period, Quantity};

use crate::{IndicatorId, OrganisationId, Origin, ReportedId, State};

/// A body that reports figures to an office ("đơn vị báo cáo"): a department, a district, a Party
/// committee under it. An organisation of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reporter {
    pub organisation: OrganisationId,
    /// The organisation's.
    pub name: String,
    /// Whose indicators it reports on.
    pub office: OrganisationId,
    /// Other names by which forms call it.
    pub aliases: Vec<String>,
    /// The heading it is listed under: "Các sở, ban, ngành"; empty when there is none.
    pub group: String,
    /// Order in tables.
    pub position: i64,
}

/// One value that one reporter gave for one indicator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reported {
    pub id: ReportedId,
    pub indicator: IndicatorId,
    pub reporter: OrganisationId,
    pub period: Period,
    pub measure: ReportedMeasure,
    pub value: ReportedValue,
    /// The text as it was written where it came from.
    pub raw: String,
    pub origin: Origin,
    pub state: State,
}

/// What a reporter's value is; one of each stands for an indicator and period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReportedMeasure {
    /// ước thực hiện
    Estimate,
    /// thực hiện
    Actual,
    /// What it was given to reach.
    Plan,
    /// What it promised to reach ("cam kết").
    Commitment,
    /// When it did something ("ngày ban hành kế hoạch").
    Date,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReportedValue {
    /// In the indicator's unit.
    Quantity(Quantity),
    /// Only with [`ReportedMeasure::Date`], and nothing else with it.
    Date(Date),
}

impl Reported {
    /// `None` for a date.
    pub fn quantity(&self) -> Option<&Quantity> {
        match &self.value {
            ReportedValue::Quantity(quantity) => Some(quantity),
            ReportedValue::Date(_) => None,
        }
    }

    /// `None` for a quantity.
    pub fn date(&self) -> Option<Date> {
        match self.value {
            ReportedValue::Quantity(_) => None,
            ReportedValue::Date(date) => Some(date),
        }
    }
}

impl ReportedMeasure {
    const ALL: [ReportedMeasure; 5] = [
        ReportedMeasure::Estimate,
        ReportedMeasure::Actual,
        ReportedMeasure::Plan,
        ReportedMeasure::Commitment,
        ReportedMeasure::Date,
    ];

    /// The stable name in files: `actual`.
    pub fn code(self) -> &'static str {
        match self {
            ReportedMeasure::Estimate => "estimate",
            ReportedMeasure::Actual => "actual",
            ReportedMeasure::Plan => "plan",
            ReportedMeasure::Commitment => "commitment",
            ReportedMeasure::Date => "date",
        }
    }

    pub fn from_code(code: &str) -> Option<ReportedMeasure> {
        ReportedMeasure::ALL.into_iter().find(|measure| measure.code() == code)
    }

    pub fn vietnamese(self) -> &'static str {
        match self {
            ReportedMeasure::Estimate => "ước thực hiện",
            ReportedMeasure::Actual => "thực hiện",
            ReportedMeasure::Plan => "kế hoạch",
            ReportedMeasure::Commitment => "cam kết",
            ReportedMeasure::Date => "ngày",
        }
    }
}
