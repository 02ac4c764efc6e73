//! How far a value can be trusted: what the cell says, what line it stands in, and whether the
//! sheet hides it.

use tongket_figures::Amount;

use super::block::{LineKind, Slot};
use super::cell::CellReading;
use crate::raw::RawCell;
use crate::reading::{Row, Status};

pub(super) fn of_cell(
    cell: Option<&RawCell>,
    reading: &CellReading,
    kind: LineKind,
    hidden: bool,
) -> Status {
    if hidden && reading.value.is_some() {
        return Status::Hidden;
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
    for idx in 1..rows.len() {
        let (before, rest) = rows.split_at_mut(idx);
        let row = &mut rest[0];
        let settled = |row: &Row| matches!(row.status(), Status::Ok | Status::Formula);
        let same = |other: &Row| {
            settled(other)
                && other.value() == row.value()
                && other.measure() == row.measure()
                && other.period() == row.period()
                && other.indicator() == row.indicator()
                && other.unit() == row.unit()
                && other.assigner() == row.assigner()
        };
        if settled(row)
            && row.value().is_some()
            && row.measure().is_some()
            && before.iter().any(same)
        {
            row.set_status(Status::Duplicate);
        }
    }
}
