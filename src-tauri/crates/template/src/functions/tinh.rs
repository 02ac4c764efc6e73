//! Arithmetic on stored figures: `tong("a", "b")`, `hieu("a", "b")`, `ty_le("a", "b")`. Values
//! have no operators, since MiniJinja's arithmetic is floating.

use tongket_figures::{Amount, Change, Quantity, Unit};
use tongket_model::{Figure, Indicator};

use crate::call::Call;
use crate::error::misuse;
use crate::outcome::Outcome;
use crate::phrase::evidence_of_figure;
use crate::{Gap, GapKind};

/// The sum of the figures of several indicators, in the unit of the first.
pub fn tong(call: &Call) -> Outcome {
    let terms = terms(call, 2)?;
    let unit = terms[0].1.quantity.unit.clone();
    let mut sum = Amount::ZERO;
    for (_, figure) in &terms {
        let quantity = &figure.quantity;
        let amount = quantity.unit.convert(quantity.amount, &unit).map_err(misuse)?;
        sum = sum.checked_add(amount).map_err(misuse)?;
    }
    said(call, Quantity::of_amount(sum, unit), &terms)
}

/// The first figure less the second; of two rates in percentage points.
pub fn hieu(call: &Call) -> Outcome {
    let terms = terms(call, 2)?;
    let (now, before) = (&terms[0].1.quantity, &terms[1].1.quantity);
    let Some(change) = Change::difference(now, before) else {
        return Err(incomparable(call, &terms).into());
    };
    let amount = match change.trend {
        tongket_figures::Trend::Down => -change.amount,
        _ => change.amount,
    };
    said(call, Quantity::of_amount(amount, change.unit), &terms)
}

/// The first figure as a percentage of the second.
pub fn ty_le(call: &Call) -> Outcome {
    let terms = terms(call, 2)?;
    let (part, whole) = (&terms[0].1.quantity, &terms[1].1.quantity);
    let ratio = part.percent_of(whole);
    let Some(ratio) = ratio else { return Err(incomparable(call, &terms).into()) };
    let ratio = ratio.round(call.style()?.decimals).trimmed();
    said(call, Quantity::of_amount(ratio, Unit::percent()), &terms)
}

type Terms<'c> = Vec<(&'c Indicator, &'c Figure)>;

fn said(call: &Call, value: Quantity, terms: &Terms) -> Outcome {
    let evidence = terms.iter().map(|(of, figure)| evidence_of_figure(of, figure)).collect();
    Ok(call.cited(value.print_bare(&call.style()?), evidence))
}

fn incomparable(call: &Call, terms: &Terms) -> Gap {
    let names: Vec<_> = terms.iter().map(|(of, _)| of.name_in_sentence()).collect();
    let words = format!("không tính được giữa {}", names.join(" và "));
    call.gap(GapKind::Incomparable, terms[0].0.slug.as_str(), &words)
}

/// The figures of all slugs given, at least `least` of them, or the first gap.
fn terms<'c>(call: &Call<'c>, least: usize) -> Outcome<Terms<'c>> {
    let mut terms = Vec::new();
    while terms.len() < least || call.arg(terms.len()).is_some() {
        let indicator = call.indicator_named(&call.text_arg(terms.len(), "mã chỉ tiêu")?)?;
        terms.push((indicator, call.figure(indicator)?));
    }
    Ok(terms)
}
