//! A target ("chỉ tiêu phấn đấu") that a report sets for the year after. When that year is
//! opened, it becomes the year's plan.

use serde::{Deserialize, Serialize};
use tongket_figures::Quantity;

use crate::{DocumentId, IndicatorId, Origin, State, TargetId};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Target {
    pub id: TargetId,
    pub indicator: IndicatorId,
    /// The year it is set for.
    pub year: i32,
    /// With the operator as its qualifier: "trên 120 đảng viên".
    pub quantity: Quantity,
    /// The document that sets it.
    pub document: Option<DocumentId>,
    /// Whether sentences that list chosen targets include it.
    pub selected: bool,
    /// Order in such sentences and in tables.
    pub position: i64,
    pub raw: String,
    pub origin: Origin,
    pub state: State,
}
