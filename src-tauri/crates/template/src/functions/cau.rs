//! `cau("thu-ngan-sach")` → "thu ngân sách ước đạt khoảng 102.614 tỷ đồng".

use crate::call::Call;
use crate::outcome::Outcome;
use crate::phrase::{evidence_of_figure, filled_pattern, rounded, said_figure};

/// The indicator's own sentence pattern filled with its figure.
pub fn cau(call: &Call) -> Outcome {
    let indicator = call.indicator()?;
    let figure = call.figure(indicator)?;
    let quantity = rounded(&figure.quantity, call.decimals_asked()?);
    let said = said_figure(&quantity, figure.kind, &call.style()?);
    let text = filled_pattern(indicator, &said, figure.period.year());
    Ok(call.cited(text, vec![evidence_of_figure(indicator, figure)]))
}
