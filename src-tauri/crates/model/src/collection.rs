//! Collecting figures from units: who is asked for what, by when.

use serde::{Deserialize, Serialize};
use tongket_figures::{Date, Period};

use crate::{CollectionId, IndicatorId, OrganisationId, ReportedMeasure};

/// A round of collecting figures ("đợt thu thập số liệu").
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Collection {
    pub id: CollectionId,
    pub organisation: OrganisationId,
    /// "Sơ kết 1 năm thực hiện Chỉ thị 24"
    pub name: String,
    /// What the figures are about.
    pub period: Period,
    pub due: Option<Date>,
    /// In the order of the form.
    pub questions: Vec<Question>,
    /// Who is asked, in order.
    pub reporters: Vec<OrganisationId>,
}

/// One line of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    pub indicator: IndicatorId,
    pub measure: ReportedMeasure,
}
