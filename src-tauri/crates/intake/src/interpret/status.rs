//! How far a value can be trusted: what the cell says, what line it stands in, and whether the
//! sheet hides it.

use std::collections::HashSet;

use tongket_figures::{Amount, Period};

use super::block::{LineKind, Slot};
use super::cell::CellReading;
use crate::raw::RawCell;
use crate::reading::{Extra, Measure, Row, Status};

pub(super) fn of_cell(
    cell: Option<&RawCell>,
    reading: &CellReading,
    kind: LineKind,
    hidden: bool,
) -> Status {
    if hidden && reading.value.is_some() {
        return Status::Hidden;
    }
    if kind == LineKind::Unnamed && reading.value.is_some() {
        return Status::Unnamed;
    }
    let computed = cell.is_some_and(|cell| cell.computed);
    match (reading.status, kind, computed) {
        (Status::Ok, LineKind::PageTotal, _) => Status::PageSubtotal,
        (Status::Ok, LineKind::Total, false) => Status::Total,
        (Status::Ok, LineKind::Total, true) => Status::TotalFormula,
        (Status::Ok, LineKind::GroupOfUnits, false) => Status::Total,
        (Status::Ok, LineKind::GroupOfUnits | LineKind::Group, true) => Status::SubtotalFormula,
        (Status::Ok, LineKind::Item, true) => Status::Formula,
        (Status::FormulaNoCache, LineKind::Total | LineKind::PageTotal, _) => {
            Status::TotalFormulaNoCache
        }
        (Status::FormulaNoCache, LineKind::GroupOfUnits | LineKind::Group, _) => {
            Status::SubtotalFormulaNoCache
        }
        (status, _, _) => status,
    }
}

/// Decimals of a computed ratio that say something.
const RATIO_DECIMALS: u32 = 4;

/// The value; a ratio that a formula computed without the digits of its endless fraction.
pub(super) fn settled_value(
    cell: Option<&RawCell>,
    reading: &CellReading,
    slot: &Slot,
) -> Option<Amount> {
    let value = reading.value?;
    let computed = cell.is_some_and(|cell| cell.computed);
    let is_ratio = slot.heading.measure.or(slot.subject.measure).is_some_and(|m| m.is_ratio());
    match computed && is_ratio && value.decimals() > RATIO_DECIMALS {
        true => Some(value.round(RATIO_DECIMALS).trimmed()),
        false => Some(value),
    }
}

/// Two columns of one line that say the same value of the same thing: the second adds nothing.
pub(super) fn mark_duplicates(rows: &mut [Row]) {
    let settled = |row: &Row| matches!(row.status(), Status::Ok | Status::Formula);
    let says = |row: &Row| settled(row) && row.value().is_some() && row.measure().is_some();
    let repeats: Vec<bool> = match &*rows {
        // Of the few values of a line nearly all differ: their amounts tell.
        few if few.len() <= FEW => {
            let same = |one: &Row, other: &Row| {
                one.value() == other.value() && says(other) && Fact::of(one) == Fact::of(other)
            };
            let before = |at: usize| few[..at].iter().any(|other| same(&few[at], other));
            (0..few.len()).map(|at| says(&few[at]) && before(at)).collect()
        }
        many => {
            let mut met = HashSet::new();
            many.iter().map(|row| says(row) && !met.insert(Fact::of(row))).collect()
        }
    };
    for (row, _) in rows.iter_mut().zip(repeats).filter(|(_, repeats)| *repeats) {
        row.set_status(Status::Duplicate);
    }
}

/// So many are compared one by one.
const FEW: usize = 32;

/// What two cells of one line have in common that say the same.
#[derive(PartialEq, Eq, Hash)]
struct Fact<'r> {
    value: Option<Amount>,
    said: (&'r str, Option<String>),
    measure: Option<Measure>,
    period: Option<Period>,
    indicator: &'r str,
    unit: &'r str,
    assigner: &'r str,
}

impl Fact<'_> {
    fn of(row: &Row) -> Fact<'_> {
        Fact {
            value: row.value(),
            said: (row.qualifier(), row.extra().map(Extra::to_string)),
            measure: row.measure(),
            period: row.period(),
            indicator: row.indicator(),
            unit: row.unit(),
            assigner: row.assigner(),
        }
    }
}
