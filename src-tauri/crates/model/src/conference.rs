//! A conference ("hội nghị"): its days, what it was about, what is told of it.

use serde::{Deserialize, Serialize};
use tongket_figures::{Date, Period, Quantity};

use crate::{ConferenceId, OrganisationId, Origin, State};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conference {
    pub id: ConferenceId,
    /// Who held it.
    pub organisation: OrganisationId,
    /// "Hội nghị Ban Chấp hành Đảng bộ thành phố", without its ordinal.
    pub name: String,
    /// 11 in "Hội nghị lần thứ mười một".
    pub ordinal: Option<i64>,
    /// In order; empty while none is known.
    pub days: Vec<Date>,
    /// The days as the source has them: "Chiều 27/12"; empty when entered by hand.
    pub day_words: String,
    /// What it looked at: the third quarter that a meeting in October reviews.
    pub period: Option<Period>,
    /// "Chủ đề" in the order of the agenda.
    pub topics: Vec<String>,
    pub facts: Vec<ConferenceFact>,
    pub origin: Origin,
    pub state: State,
    /// Other names by which texts call it: "Hội nghị tổng kết cuối năm".
    pub aliases: Vec<String>,
}

/// A number told of a conference: "601 điểm cầu", "hơn 9.000 đại biểu".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConferenceFact {
    /// What is counted: "điểm cầu".
    pub name: String,
    pub quantity: Quantity,
    /// As it was written.
    pub raw: String,
}
