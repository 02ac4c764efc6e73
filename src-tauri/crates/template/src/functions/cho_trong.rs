//! `cho_trong("nêu bối cảnh")` → "[nêu bối cảnh]".

use minijinja::Value;

use crate::GapKind;
use crate::call::Call;

/// A place that a person has to write; listed among the findings until it is gone.
pub fn cho_trong(call: &Call) -> Result<Value, minijinja::Error> {
    let words = call.text_arg(0, "lời nhắc")?;
    Ok(call.gap_value(call.gap(GapKind::ToWrite, "", &words)))
}
