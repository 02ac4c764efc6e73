//! A scorecard ("bảng điểm chỉ tiêu"): the indicators by which a year is judged,
//! "25/25 chỉ tiêu đạt và vượt kế hoạch".

use serde::{Deserialize, Serialize};

use crate::{IndicatorId, OrganisationId, ScorecardId, Slug};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scorecard {
    pub id: ScorecardId,
    pub organisation: OrganisationId,
    pub slug: Slug,
    pub year: i32,
    pub name: String,
    /// In order. Verdicts are computed from figures and plans, never stored.
    pub indicators: Vec<IndicatorId>,
}
