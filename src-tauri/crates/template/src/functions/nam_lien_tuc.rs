//! `nam_lien_tuc("grdp", tu=10)` → "9 năm liên tục".

use tongket_figures::{Amount, Period, streak};

use crate::call::Call;
use crate::error::misuse;
use crate::outcome::Outcome;
use crate::phrase::{counted, evidence_of_figure};
use crate::{GapKind, figure_in};

/// How many years in a row, up to the year of the report, the yearly value is at least `tu=`.
/// A year missing inside the stored series is a gap that names the year.
pub fn nam_lien_tuc(call: &Call) -> Outcome {
    let indicator = call.indicator()?;
    let year = call.year()?;
    let threshold = match call.option::<i64>("tu")? {
        Some(threshold) => Amount::from(threshold),
        None => return Err(misuse("hàm nam_lien_tuc cần ngưỡng, ví dụ tu=10").into()),
    };
    let facts = call.facts();
    let of_year = |year| figure_in(facts, indicator.id, Period::Year(year));
    let yearly = facts.figures(indicator.id).iter().filter_map(|figure| match figure.period {
        Period::Year(year) => Some(year),
        _ => None,
    });
    let first = yearly.min().unwrap_or(year).min(year);
    let value_of = |year| of_year(year).map(|figure| figure.quantity.amount);
    let run = streak(first, year, value_of, |value| value >= threshold);
    if let Some(missing) = run.missing {
        let gap = call.missing_figure(indicator, &missing.to_string());
        return Err(gap.into());
    }
    if run.years == 0 {
        let words = format!("{} năm {year} không đạt ngưỡng", indicator.name_in_sentence());
        return Err(call.gap(GapKind::Incomparable, indicator.slug.as_str(), &words).into());
    }
    let evidence = (run.from..=year)
        .filter_map(of_year)
        .map(|figure| evidence_of_figure(indicator, figure))
        .collect();
    let style = call.style()?;
    // A number of years is no count of things: it takes no zero in front.
    let years = counted(
        i64::from(run.years),
        &tongket_figures::Style { pad_counts: false, ..style },
        false,
    );
    Ok(call.cited(format!("{years} năm liên tục"), evidence))
}
