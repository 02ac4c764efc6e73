//! One value of a row to the action that would store or check it, in the unit that the office
//! keeps.

use tongket_figures::{Amount, Qualifier, Quantity, Unit, fold};
use tongket_model::{FigureKind, Indicator, Origin};

use super::naming::{convert, same_count};
use super::{Action, Entry, RatioBase, Subject};
use crate::reading::{Extra, Measure, Row};

/// Who a row speaks of, and in which unit its values are kept.
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

/// What storing `value` of the row means; `None` when its unit is of another kind, or its
/// heading says no measure or period.
pub(super) fn action(
    row: &Row,
    value: Amount,
    matched: &Matched,
    origin: &Origin,
) -> Option<Action> {
    let (measure, period) = (row.measure?, row.period?);
    let indicator = matched.subject.clone();
    let assigner = row.assigner.clone();
    let entry = || entry(row, value, &matched.unit, origin);
    Some(match measure {
        Measure::Result | Measure::PriorResult | Measure::Count | Measure::Rank => {
            Action::SetFigure { indicator, period, kind: FigureKind::Actual, entry: entry()? }
        }
        Measure::Estimate => {
            Action::SetFigure { indicator, period, kind: FigureKind::Estimate, entry: entry()? }
        }
        Measure::Plan => Action::SetPlan { indicator, period, assigner, entry: entry()? },
        Measure::Target => Action::SetTarget { indicator, year: period.year(), entry: entry()? },
        Measure::RatioPlan | Measure::RatioPrior => {
            let base = match measure {
                Measure::RatioPlan => RatioBase::Plan,
                _ => RatioBase::Prior,
            };
            let percent = percent(value, &row.unit)?;
            Action::CheckRatio { indicator, period, base, assigner, percent }
        }
        // A difference is told by two values; alone it stores nothing.
        Measure::Change => return None,
    })
}

fn entry(row: &Row, value: Amount, unit: &Unit, origin: &Origin) -> Option<Entry> {
    let written = match row.unit.as_str() {
        "" => unit.clone(),
        text => Unit::read(text),
    };
    let in_unit = |amount| convert(amount, &written, unit).ok();
    let (to, of) = match &row.extra {
        Some(Extra::To(to)) => (Some(in_unit(*to)?), None),
        Some(Extra::Of(of)) => (None, Some(in_unit(*of)?)),
        _ => (None, None),
    };
    let qualifiers = qualifiers(&row.qualifier);
    let quantity = Quantity { qualifiers, amount: in_unit(value)?, to, of, unit: unit.clone() };
    let same = fold(written.text()) == fold(unit.text()) || same_count(&written, unit);
    Some(Entry {
        quantity: quantity.checked().ok()?,
        converted_from: (!same).then_some(written),
        raw: row.raw.clone(),
        origin: origin.clone(),
        assumed: row.assumed,
    })
}

/// "trên", "≥", "từ … trở lên"
fn qualifiers(words: &str) -> Vec<Qualifier> {
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
