//! `tu_nam("cay-luy-ke")` → "2020".

use tongket_figures::Period;

use crate::GapKind;
use crate::call::Call;
use crate::outcome::Outcome;
use crate::phrase::evidence_of_figure;

/// The first year of a cumulative indicator.
pub fn tu_nam(call: &Call) -> Outcome {
    let indicator = call.indicator()?;
    let figure = call.find_figure(indicator)?;
    let since = match figure.map(|figure| figure.period) {
        Some(Period::Range { from, .. } | Period::Term { from, .. }) => Some(from),
        _ => indicator.since,
    };
    let Some(since) = since else {
        let words = format!("chưa có năm bắt đầu: {}", indicator.name_in_sentence());
        return Err(call.gap(GapKind::MissingFigure, indicator.slug.as_str(), &words).into());
    };
    let evidence = figure.map(|figure| evidence_of_figure(indicator, figure)).into_iter().collect();
    Ok(call.cited(since.to_string(), evidence))
}
