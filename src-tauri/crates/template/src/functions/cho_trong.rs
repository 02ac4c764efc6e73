//! `cho_trong("nêu bối cảnh")` → "[nêu bối cảnh]".

use crate::GapKind;
use crate::call::Call;
use crate::outcome::Outcome;

/// A place that a person has to write; listed among the findings until it is gone.
pub fn cho_trong(call: &Call) -> Outcome {
    let words = call.text_arg(0, "lời nhắc")?;
    Err(call.gap(GapKind::ToWrite, "", &words).into())
}
