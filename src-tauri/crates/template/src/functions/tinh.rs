//! Arithmetic on stored figures: `tong("a", "b")`, `hieu("a", "b")`, `ty_le("a", "b")`; with
//! `loai="ke-hoach"` on plans. Values have no operators, since MiniJinja's arithmetic is floating.

use tongket_figures::{Amount, Change, Period, Qualifier, Quantity, Trend, Unit};
use tongket_model::Indicator;

use super::ke_hoach::chosen_plans;
use crate::call::Call;
use crate::outcome::Outcome;
use crate::phrase::{evidence_of_figure, evidence_of_plan};
use crate::{Evidence, Gap};

/// The sum of the figures of two or more indicators, in the unit of the first.
pub fn tong(call: &Call) -> Outcome {
    let mut terms = two_terms(call)?;
    while call.arg(terms.len()).is_some() {
        terms.push(term(call, terms.len())?);
    }
    let quantities: Vec<&Quantity> = terms.iter().map(|term| term.quantity).collect();
    let sum = sum(&quantities).ok_or_else(|| incomparable(call, &terms))?;
    said(call, sum, &terms)
}

/// The first figure less the second; of two rates in percentage points.
pub fn hieu(call: &Call) -> Outcome {
    let terms = two_terms(call)?;
    let difference = difference(terms[0].quantity, terms[1].quantity);
    said(call, difference.ok_or_else(|| incomparable(call, &terms))?, &terms)
}

/// The first figure as a percentage of the second.
pub fn ty_le(call: &Call) -> Outcome {
    let terms = two_terms(call)?;
    let (part, whole) = (terms[0].quantity, terms[1].quantity);
    let single = part.to.is_none() && whole.to.is_none();
    let ratio = part.percent_of(whole).filter(|_| single);
    let ratio = ratio.ok_or_else(|| incomparable(call, &terms))?;
    let ratio = ratio.round(call.style()?.decimals).trimmed();
    said(call, Quantity::of_amount(ratio, Unit::percent()), &terms)
}

struct Term<'c> {
    of: &'c Indicator,
    quantity: &'c Quantity,
    evidence: Evidence,
}

/// In the unit of the first. `None` when there are none, the units differ, or a term is a range or
/// n/N, or two terms are bounded on different sides.
pub(super) fn sum(terms: &[&Quantity]) -> Option<Quantity> {
    let unit = &terms.first()?.unit;
    let mut sum = Amount::ZERO;
    for term in terms {
        if term.to.is_some() || term.of.is_some() {
            return None;
        }
        sum = sum.checked_add(term.unit.convert(term.amount, unit).ok()?).ok()?;
    }
    let words = terms.iter().flat_map(|term| term.qualifiers.iter().copied());
    let words: Vec<Qualifier> = words.collect();
    let first_of = |kinds: &[Qualifier]| words.iter().copied().find(|word| kinds.contains(word));
    let about = first_of(&[Qualifier::About]);
    let above = first_of(&[Qualifier::Above, Qualifier::MoreThan, Qualifier::AtLeast]);
    let below = first_of(&[Qualifier::Below, Qualifier::Nearly, Qualifier::AtMost]);
    if above.is_some() && below.is_some() {
        return None;
    }
    let bound = about.or(above).or(below);
    Some(Quantity::of_amount(sum, unit.clone()).with_qualifiers(bound.into_iter().collect()))
}

/// `None` when the units differ, or a term is a range or n/N, or the result is negative and only
/// a bound is known.
fn difference(now: &Quantity, before: &Quantity) -> Option<Quantity> {
    let change = Change::difference(now, before)?;
    let amount = match change.trend {
        Trend::Down if !change.qualifiers.is_empty() => return None,
        Trend::Down => -change.amount,
        Trend::Up | Trend::Level => change.amount,
    };
    let whole = now.of.is_none() && before.of.is_none();
    let difference = Quantity::of_amount(amount, change.unit).with_qualifiers(change.qualifiers);
    whole.then_some(difference)
}

fn said(call: &Call, value: Quantity, terms: &[Term]) -> Outcome {
    let evidence = terms.iter().map(|term| term.evidence.clone()).collect();
    Ok(call.cited(value.print(&call.style()?), evidence))
}

fn incomparable(call: &Call, terms: &[Term]) -> Gap {
    let names: Vec<_> = terms.iter().map(|term| term.of.name_in_sentence()).collect();
    call.incomparable(terms[0].of, &format!("không tính được giữa {}", names.join(" và ")))
}

fn two_terms<'c>(call: &Call<'c>) -> Outcome<Vec<Term<'c>>> {
    Ok(vec![term(call, 0)?, term(call, 1)?])
}

/// The figure of the slug at `index`, or its first plan; the gap in its place.
fn term<'c>(call: &Call<'c>, index: usize) -> Outcome<Term<'c>> {
    let of = call.indicator_named(&call.text_arg(index, "mã chỉ tiêu")?)?;
    if call.choice("loai", &["thuc-hien", "ke-hoach"])? != Some("ke-hoach") {
        let figure = call.figure(of)?;
        return Ok(Term {
            of,
            quantity: &figure.quantity,
            evidence: evidence_of_figure(of, figure),
        });
    }
    let period = call.period()?.unwrap_or(Period::Year(call.year()?));
    let plans = chosen_plans(call, of, period)?;
    let plan = *plans.first().ok_or_else(|| call.missing_plan(of, period.year()))?;
    Ok(Term { of, quantity: &plan.quantity, evidence: evidence_of_plan(of, plan) })
}
