//! A note of the office beside an indicator in the table of a year ("ghi chú").

use serde::{Deserialize, Serialize};

use crate::{IndicatorId, NoteId};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    pub id: NoteId,
    pub indicator: IndicatorId,
    pub year: i32,
    /// Never empty.
    pub text: String,
}
