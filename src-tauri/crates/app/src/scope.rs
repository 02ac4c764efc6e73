//! What the window is looking at: an office and a year.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::OfficeChoice;

/// An office by slug, the database's own when `None`, and a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Scope {
    pub office: Option<String>,
    pub year: i32,
}

impl Scope {
    pub(crate) fn choice(&self) -> OfficeChoice {
        OfficeChoice(self.office.clone())
    }
}

/// Whose rules of presentation hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    Party,
    State,
}

impl From<tongket_model::Side> for Side {
    fn from(side: tongket_model::Side) -> Side {
        match side {
            tongket_model::Side::Party => Side::Party,
            tongket_model::Side::State => Side::State,
        }
    }
}

impl From<Side> for tongket_model::Side {
    fn from(side: Side) -> tongket_model::Side {
        match side {
            Side::Party => tongket_model::Side::Party,
            Side::State => tongket_model::Side::State,
        }
    }
}
