//! `tu_nam("cay-luy-ke")` → "2020".

use minijinja::Value;
use tongket_figures::Period;

use crate::GapKind;
use crate::call::Call;
use crate::phrase::evidence_of_figure;

/// The first year of a cumulative indicator.
pub fn tu_nam(call: &Call) -> Result<Value, minijinja::Error> {
    let indicator = match call.indicator()? {
        Ok(indicator) => indicator,
        Err(gap) => return Ok(call.gap_value(gap)),
    };
    let figure = call.figure(indicator)?;
    let since = match figure.as_ref().ok().map(|figure| figure.period) {
        Some(Period::Range { from, .. } | Period::Term { from, .. }) => Some(from),
        _ => indicator.since,
    };
    let Some(since) = since else {
        let words = format!("chưa có năm bắt đầu: {}", indicator.name_in_sentence());
        let gap = call.gap(GapKind::MissingFigure, indicator.slug.as_str(), &words);
        return Ok(call.gap_value(gap));
    };
    let evidence = figure.iter().map(|figure| evidence_of_figure(indicator, figure)).collect();
    Ok(call.cited(since.to_string(), evidence))
}
