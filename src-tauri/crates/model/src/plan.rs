//! A plan ("kế hoạch") and who assigned it. One result has as many ratios as it has plans.

use serde::{Deserialize, Serialize};
use tongket_figures::{Period, Quantity};

use crate::{IndicatorId, Origin, PlanId, State};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    pub id: PlanId,
    pub indicator: IndicatorId,
    pub period: Period,
    /// "tỉnh", "Thủ tướng Chính phủ" as in "kế hoạch tỉnh giao"; empty when nobody is named.
    pub assigner: String,
    /// With the operator as its qualifier: "trên 120 đảng viên".
    pub quantity: Quantity,
    pub raw: String,
    pub origin: Origin,
    pub state: State,
    /// Order among the plans of one indicator and period.
    pub position: i64,
}

impl Plan {
    /// "kế hoạch tỉnh giao", or "kế hoạch" when nobody is named.
    pub fn name(&self) -> String {
        match self.assigner.as_str() {
            "" => "kế hoạch".to_owned(),
            assigner => ["kế hoạch ", assigner, " giao"].concat(),
        }
    }
}
