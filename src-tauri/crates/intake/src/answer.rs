//! Cells that were asked for one value each, in a unit that is known: the forms that units send back.
//! They are read by the same rules as the cells of any table.

use tongket_figures::{Date, DateReading, Quantity, Unit, read_date};

use crate::interpret;
use crate::plan::{AskReason, SkipReason, ask_reason, quantity};
use crate::raw::{RawFile, RawSheet};
use crate::reading::{Extra, Row, Status};

/// What a cell answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// Nothing yet: an empty cell, "-", "…".
    Nothing,
    /// In the unit that was asked for.
    Value(Quantity),
    Day(Date),
    /// Needs the person's word; what it can mean, the likeliest first.
    Unsure(AskReason, Vec<Quantity>),
    Unreadable(SkipReason),
}

/// The answers of `sheet` in `file`, one for each cell that was asked, by row and column from 0,
/// with the unit that it was asked in.
pub fn read_answers(file: &RawFile, sheet: &RawSheet, asked: &[(u32, u32, Unit)]) -> Vec<Answer> {
    let cells: Vec<(u32, u32, &str)> =
        asked.iter().map(|(row, col, unit)| (*row, *col, unit.text())).collect();
    let rows = interpret::single_cells(file, sheet, &cells);
    rows.iter().zip(asked).map(|(row, (_, _, unit))| answer(row, unit)).collect()
}

fn answer(row: &Row, unit: &Unit) -> Answer {
    let values = || match row.alternatives() {
        [] => row.value().into_iter().collect::<Vec<_>>(),
        alternatives => alternatives.iter().map(|other| other.value).collect(),
    };
    let readings = || values().into_iter().filter_map(|value| quantity(row, value, unit)).collect();
    match row.status() {
        Status::Blank | Status::Missing => return Answer::Nothing,
        Status::Date => return day(row).map_or(Answer::Unreadable(SkipReason::Date), Answer::Day),
        Status::Error => return Answer::Unreadable(SkipReason::Error),
        Status::FormulaNoCache => return Answer::Unreadable(SkipReason::NotComputed),
        _ => {}
    }
    let doubt = ask_reason(row.status());
    let doubt = doubt.or((row.alternatives().len() > 1).then_some(AskReason::Ambiguous));
    match (row.value(), doubt) {
        (None, _) => Answer::Unreadable(SkipReason::Text),
        (Some(_), Some(reason)) => Answer::Unsure(reason, readings()),
        (Some(value), None) => match quantity(row, value, unit) {
            Some(quantity) => Answer::Value(quantity),
            None => Answer::Unsure(AskReason::OtherUnit, Vec::new()),
        },
    }
}

fn day(row: &Row) -> Option<Date> {
    let Some(Extra::IsoDate(iso)) = row.extra() else { return None };
    // Without the time of day.
    match read_date(iso.get(..10)?)? {
        DateReading::Day(date) => Some(date),
        _ => None,
    }
}
