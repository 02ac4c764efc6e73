//! What the cells of a workbook mean: tables are found by their words, each value gets its
//! indicator, measure, period and unit, and the number rules read it. No file name and no fixed
//! place is known here.

mod across;
mod below;
mod cell;
mod down;
mod evidence;
mod findings;
mod grid;
mod heading;
mod layout;
mod loose;
mod number;
mod outline;
mod slot;
mod wording;

pub(crate) use outline::is_total;

use crate::raw::{RawCell, RawFile, RawSheet, RawValue};
use crate::reading::{Context, FindingKind, Reading, Row, Status};
use crate::xlsx::cell_name;
use evidence::Evidence;
use grid::{Grid, text_of};
use heading::Heading;
use layout::{Columns, Layout};
use slot::{Slot, Slots};

/// Reads every sheet of the file. Hidden ones are read too: their rows are offered, not taken.
pub fn interpret(file: &RawFile, context: &Context) -> Reading {
    let mut reading = Reading::default();
    for sheet in &file.sheets {
        read_sheet(sheet, &file.formats, context, &mut reading);
    }
    reading
}

fn read_sheet(sheet: &RawSheet, formats: &[String], context: &Context, reading: &mut Reading) {
    let grid = Grid::new(sheet, formats);
    let layout = Layout::find(&grid);
    let mut slots = match &layout {
        Some(layout) => read_table(&grid, layout, context),
        None => loose::read(&grid),
    };
    slots.slots.sort_by_key(|slot| (slot.row, slot.col));
    let evidence = Evidence::collect(&grid, &slots.slots);
    let first_row = reading.rows.len();
    reading.rows.extend(slots.slots.iter().map(|slot| row_of(slot, &grid, &evidence)));
    reading.rows.extend(slots.notes.iter().map(|(row, col)| note(*row, *col, &grid)));
    let found = &reading.rows[first_row..];
    reading.findings.extend(findings::of_sheet(sheet, found));
    if sheet.hidden || sheet.cells.is_empty() {
        return;
    }
    let whole = match &layout {
        None => Some(FindingKind::NoTable),
        Some(layout) if layout.rows_are_units => Some(FindingKind::RowsAreUnits),
        Some(_) if slots.base_year.is_none() => Some(FindingKind::NoYear),
        Some(_) => None,
    };
    reading.findings.extend(whole.map(|kind| findings::of_whole_sheet(sheet, kind)));
}

fn read_table(grid: &Grid, layout: &Layout, context: &Context) -> Slots {
    let title_year = title_year(grid, layout.heading_row);
    let base_year = |headings: &[Heading]| {
        let reported = headings.iter().filter(|h| h.reports()).filter_map(Heading::year).max();
        let planned = headings.iter().filter_map(Heading::year).min();
        reported.max(title_year).or(context.year).or(planned)
    };
    match &layout.columns {
        Columns::Values(values) => {
            let headings: Vec<Heading> =
                values.iter().map(|(_, heading)| heading.clone()).collect();
            down::read(grid, layout, values, base_year(&headings))
        }
        Columns::Indicators(indicators) => across::read(grid, layout, indicators, base_year),
    }
}

/// The first year that a line above the headings names: "… NĂM 2022, CHỈ TIÊU NĂM 2023".
fn title_year(grid: &Grid, heading_row: u32) -> Option<i32> {
    let titles = grid.rows().take_while(|row| *row < heading_row).flat_map(|row| grid.row(row));
    titles
        .filter(|cell| matches!(cell.value, RawValue::Text(_)))
        .find_map(|cell| wording::years(&text_of(&cell.value)).first().copied())
}

fn row_of(slot: &Slot, grid: &Grid, evidence: &Evidence) -> Row {
    let cell = grid.cell(slot.row, slot.col);
    let reading = cell::read(cell, slot, grid, evidence);
    let hidden = grid.is_hidden(slot.row, slot.col);
    let status = match hidden && reading.value.is_some() {
        true => Status::Hidden,
        false => reading.status,
    };
    let unit = reading.unit.unwrap_or_else(|| slot.unit.clone());
    Row {
        sheet: grid.sheet.name.clone(),
        cell: cell_name(slot.row, slot.col),
        row_path: slot.row_path.clone(),
        organisation: slot.organisation.clone(),
        indicator: slot.indicator.clone(),
        measure: slot.measure,
        period: slot.period,
        unit,
        raw: cell.map(raw_text).unwrap_or_default(),
        number_format: cell.map_or("General", |cell| grid.format(cell)).to_owned(),
        value: reading.value,
        extra: reading.extra,
        qualifier: reading.qualifier,
        status,
        assigner: slot.assigner.clone(),
        assumed: slot.assumed,
        alternatives: reading.alternatives,
    }
}

fn note(row: u32, col: u32, grid: &Grid) -> Row {
    let cell = grid.cell(row, col);
    Row {
        sheet: grid.sheet.name.clone(),
        cell: cell_name(row, col),
        row_path: String::new(),
        organisation: String::new(),
        indicator: String::new(),
        measure: None,
        period: None,
        unit: String::new(),
        raw: cell.map(raw_text).unwrap_or_default(),
        number_format: cell.map_or("General", |cell| grid.format(cell)).to_owned(),
        value: None,
        extra: None,
        qualifier: String::new(),
        status: Status::Note,
        assigner: String::new(),
        assumed: false,
        alternatives: Vec::new(),
    }
}

/// The cell as a person would copy it; a stored number without the noise behind its digits.
fn raw_text(cell: &RawCell) -> String {
    match &cell.value {
        RawValue::Number(stored) => {
            number::plain_number(stored).map_or_else(|| stored.to_string(), |value| value.plain())
        }
        value => text_of(value),
    }
}
