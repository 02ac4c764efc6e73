//! A figure ("số liệu"): the value of one indicator of one organisation in one period.

use serde::{Deserialize, Serialize};
use tongket_figures::{Period, Quantity};

use crate::{FigureId, IndicatorId, OrganisationId, Origin};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    pub id: FigureId,
    pub indicator: IndicatorId,
    /// Whose figure it is: the indicator's own organisation or a unit under it.
    pub organisation: OrganisationId,
    pub period: Period,
    pub kind: FigureKind,
    pub quantity: Quantity,
    /// The text as it was written where it came from.
    pub raw: String,
    pub origin: Origin,
    pub state: State,
    /// The year in which it was made public, where that is another one than the year measured: a
    /// ranking of 2022 appears in 2023.
    pub published: Option<i32>,
}

/// Kinds of one period stand beside each other; the actual result beats the estimate when a
/// sentence asks for the value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FigureKind {
    /// ước thực hiện
    Estimate,
    /// thực hiện
    Actual,
}

impl FigureKind {
    pub fn code(self) -> &'static str {
        match self {
            FigureKind::Estimate => "estimate",
            FigureKind::Actual => "actual",
        }
    }

    pub fn from_code(code: &str) -> Option<FigureKind> {
        [FigureKind::Estimate, FigureKind::Actual].into_iter().find(|kind| kind.code() == code)
    }

    pub fn vietnamese(self) -> &'static str {
        match self {
            FigureKind::Estimate => "ước thực hiện",
            FigureKind::Actual => "thực hiện",
        }
    }
}

/// How far a value can be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// giả định: a sample value that no source gives
    Assumed,
    /// chờ xác nhận
    Draft,
    /// đã xác nhận
    Confirmed,
}

impl State {
    pub fn code(self) -> &'static str {
        match self {
            State::Assumed => "assumed",
            State::Draft => "draft",
            State::Confirmed => "confirmed",
        }
    }

    pub fn from_code(code: &str) -> Option<State> {
        [State::Assumed, State::Draft, State::Confirmed].into_iter().find(|s| s.code() == code)
    }

    pub fn vietnamese(self) -> &'static str {
        match self {
            State::Assumed => "giả định",
            State::Draft => "chờ xác nhận",
            State::Confirmed => "đã xác nhận",
        }
    }
}
