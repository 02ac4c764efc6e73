//! One value of a row to the action that would store or check it, in the unit that the office
//! keeps.

use serde::{Deserialize, Serialize};
use tongket_figures::{Amount, DateReading, Period, Qualifier, Quantity, Unit, fold, read_date};
use tongket_model::{FigureKind, Indicator, Origin};

use super::naming::{convert, same_count};
use super::{Action, Entry, OfUnit, RatioBase, Subject};
use crate::reading::{Extra, Measure, Row};

/// Who a row speaks of, and in which unit its values are kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Matched {
    pub(super) subject: Subject,
    pub(super) unit: Unit,
}

impl Matched {
    pub(super) fn known(indicator: &Indicator) -> Matched {
        let subject = Subject::Known { id: indicator.id, slug: indicator.slug.clone() };
        Matched { subject, unit: indicator.unit.clone() }
    }
}

/// What a row would store or check: everything but its value.
pub(super) struct Destination<'p> {
    pub(super) measure: Measure,
    pub(super) period: Option<Period>,
    pub(super) matched: &'p Matched,
    pub(super) unit: Option<&'p OfUnit>,
    pub(super) origin: &'p Origin,
}

/// What storing `value` of the row means; `None` when its unit is of another kind, or no heading
/// says its period.
pub(super) fn action(row: &Row, value: Amount, destination: &Destination) -> Option<Action> {
    let indicator = destination.matched.subject.clone();
    let (unit, assigner) = (destination.unit.cloned(), row.assigner().to_owned());
    let period = destination.period?;
    let entry = || entry(row, value, &destination.matched.unit, destination.origin);
    Some(match destination.measure {
        // A difference is told by two values; alone it stores nothing. Days are no figures.
        Measure::CommitmentGap | Measure::DocumentDate => return None,
        Measure::Result | Measure::PriorResult | Measure::Count | Measure::Rank => {
            let kind = FigureKind::Actual;
            Action::SetFigure { indicator, unit, period, kind, entry: entry()? }
        }
        Measure::Estimate => {
            let kind = FigureKind::Estimate;
            Action::SetFigure { indicator, unit, period, kind, entry: entry()? }
        }
        Measure::Plan => Action::SetPlan { indicator, unit, period, assigner, entry: entry()? },
        Measure::Target => {
            Action::SetTarget { indicator, unit, year: period.year(), entry: entry()? }
        }
        Measure::Commitment => Action::SetCommitment { indicator, unit, period, entry: entry()? },
        // "tăng 1,4 lần"
        Measure::RatioPlan | Measure::RatioPrior | Measure::Change => {
            let base = match destination.measure {
                Measure::RatioPlan => RatioBase::Plan,
                _ if fold(row.indicator()).contains(" so voi ke hoach") => RatioBase::Plan,
                _ => RatioBase::Prior,
            };
            let percent = percent(value, row.unit())?;
            Action::CheckRatio { indicator, unit, period, base, assigner, percent }
        }
    })
}

/// The day that a unit took a step.
pub(super) fn date_action(row: &Row, destination: &Destination) -> Option<Action> {
    let Some(Extra::IsoDate(iso)) = row.extra() else { return None };
    let Some(DateReading::Day(date)) = read_date(iso) else { return None };
    let (indicator, unit) = (destination.matched.subject.clone(), destination.unit.cloned());
    Some(Action::SetDate { indicator, unit, date, origin: destination.origin.clone() })
}

/// The unit that the row is written in can be brought to that of the indicator.
pub(super) fn converts(row: &Row, unit: &Unit) -> bool {
    let written = row.unit();
    written.is_empty() || {
        let written = Unit::read(written);
        written.converts_to(unit) || same_count(&written, unit)
    }
}

fn entry(row: &Row, value: Amount, unit: &Unit, origin: &Origin) -> Option<Entry> {
    let written = written_unit(row, unit);
    let same = same_unit(&written, unit);
    Some(Entry {
        quantity: quantity(row, value, unit)?,
        converted_from: (!same).then_some(written),
        raw: row.raw().into_owned(),
        origin: origin.clone(),
        assumed: row.assumed(),
    })
}

/// `value` of the row with all that the cell says besides, in `unit`; `None` where it cannot be
/// brought to it.
pub(crate) fn quantity(row: &Row, value: Amount, unit: &Unit) -> Option<Quantity> {
    let written = written_unit(row, unit);
    let in_unit = |amount| convert(amount, &written, unit).ok();
    let (to, of) = match row.extra() {
        Some(Extra::To(to)) => (Some(in_unit(*to)?), None),
        Some(Extra::Of(of)) => (None, Some(in_unit(*of)?)),
        _ => (None, None),
    };
    let qualifiers = qualifiers(row.qualifier());
    let quantity = Quantity { qualifiers, amount: in_unit(value)?, to, of, unit: unit.clone() };
    quantity.checked().ok()
}

fn written_unit(row: &Row, unit: &Unit) -> Unit {
    match row.unit() {
        text if text.is_empty() || text == unit.text() => unit.clone(),
        text => Unit::read(text),
    }
}

/// A value written in `text` is converted before it is stored.
pub(super) fn converts_from(text: &str, unit: &Unit) -> bool {
    !text.is_empty() && text != unit.text() && !same_unit(&Unit::read(text), unit)
}

fn same_unit(written: &Unit, unit: &Unit) -> bool {
    written == unit || fold(written.text()) == fold(unit.text()) || same_count(written, unit)
}

/// "trên", "≥", "từ … trở lên"
fn qualifiers(words: &str) -> Vec<Qualifier> {
    if words.is_empty() {
        return Vec::new();
    }
    let words = &*words.replace(';', " ");
    let (_, trailing) = Qualifier::read_trailing(words);
    let (mut found, _) = Qualifier::read_leading(words);
    if let Some(trailing) = trailing {
        found.retain(|qualifier| *qualifier != Qualifier::AtLeast);
        found.push(trailing);
    }
    found
}

/// A ratio in per cent; "1,4 lần" is 140.
fn percent(value: Amount, unit: &str) -> Option<Amount> {
    match fold(unit).as_str() {
        "lan" => value.checked_mul(Amount::ONE_HUNDRED).ok().map(Amount::trimmed),
        _ => Some(value),
    }
}
