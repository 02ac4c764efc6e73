//! `cau("thu-ngan-sach")` → "thu ngân sách ước đạt khoảng 102.614 tỷ đồng".

use minijinja::Value;

use crate::call::Call;
use crate::phrase::{evidence_of_figure, filled_pattern, rounded, said_figure};

/// The indicator's own sentence pattern filled with its figure.
pub fn cau(call: &Call) -> Result<Value, minijinja::Error> {
    let indicator = match call.indicator()? {
        Ok(indicator) => indicator,
        Err(gap) => return Ok(call.gap_value(gap)),
    };
    let figure = match call.figure(indicator)? {
        Ok(figure) => figure,
        Err(gap) => return Ok(call.gap_value(gap)),
    };
    let quantity = rounded(&figure.quantity, call.decimals_asked()?);
    let said = said_figure(&quantity, figure.kind, &call.style()?);
    let text = filled_pattern(indicator, &said, figure.period.year());
    Ok(call.cited(text, vec![evidence_of_figure(indicator, figure)]))
}
