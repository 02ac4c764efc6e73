//! `moc_so_lieu("giai-ngan")` → "đến ngày 25/9/2024": the stretch of time that a figure counts.

use tongket_figures::Period;
use tongket_model::FigureKind;

use crate::call::Call;
use crate::outcome::Outcome;
use crate::phrase::evidence_of_figure;

/// Of the figure that `so_lieu` would print: "đến ngày 25/9/2024", "ước đến hết tháng 9", "cả năm
/// 2022". The year of a stretch of months is named only where it is not the report's.
pub fn moc_so_lieu(call: &Call) -> Outcome {
    let indicator = call.indicator()?;
    let figure = call.figure(indicator)?;
    let stretch = match figure.period {
        Period::Months { year, months } if year == call.facts().year() => {
            format!("đến hết tháng {months}")
        }
        Period::Months { year, months } => format!("đến hết tháng {months} năm {year}"),
        Period::Year(year) => format!("cả năm {year}"),
        other => other.print(&call.style()?),
    };
    let is_estimate = figure.kind == FigureKind::Estimate || figure.quantity.is_estimate();
    let text = if is_estimate { format!("ước {stretch}") } else { stretch };
    Ok(call.cited(text, vec![evidence_of_figure(indicator, figure)]))
}
