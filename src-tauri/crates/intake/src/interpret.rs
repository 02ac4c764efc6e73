//! What the cells of a file mean: tables are found by their words, each value gets its
//! indicator, measure, period and unit, and the number rules read it. No file name and no fixed
//! place is known here.

mod across;
mod below;
mod block;
mod cell;
mod checks;
mod down;
mod evidence;
mod findings;
mod grid;
mod heading;
mod headings;
mod layout;
mod loose;
mod merges;
mod naming;
mod number;
mod outline;
mod roles;
mod span;
mod stats;
mod status;
mod times;
mod title_years;
mod titles;
mod wording;

pub(crate) use heading::assigner_of;
pub(crate) use outline::is_total;
pub(crate) use wording::says_year;

use std::collections::HashSet;

use tongket_figures::Amount;

use crate::prose;
use crate::raw::{CellNaming, RawCell, RawFile, RawSheet, RawValue};
use crate::reading::{
    Context, FindingKind, IntakeFinding, Labels, Place, Reading, Row, Said as CellSaid, Status,
};
use block::{Block, Column, Line, LineKind, Table};
use cell::{Around, CellReading};
use evidence::{Evidence, Neighbours};
use grid::{Formats, Grid, cell_in, raw_text, text_of};
use heading::Heading;
use layout::{Columns, Layout};
use times::Times;
use titles::Titles;

/// Reads every sheet of the file, and the figures in its sentences. Hidden sheets are read too:
/// their rows are offered, not taken.
pub fn interpret(file: &RawFile, context: &Context) -> Reading {
    let mut rows = Vec::new();
    let findings = interpret_into(file, context, &mut rows);
    Reading { rows, findings }
}

/// As [`interpret`]; each row is handed over as soon as it is read, so that those of a large file
/// never stand together with its cells.
pub(crate) fn interpret_into(
    file: &RawFile,
    context: &Context,
    rows: &mut dyn TakeRows,
) -> Vec<IntakeFinding> {
    let mut said = Said { rows, n_rows: 0, findings: Vec::new() };
    let formats = Formats::new(&file.formats);
    let of_file = titles_of_file(file, &formats);
    for sheet in &file.sheets {
        read_sheet(sheet, &formats, &of_file, context, &mut said);
    }
    prose::rows_in(file, context).for_each(|row| said.push(row));
    said.findings
}

/// Where rows go as they are read.
pub(crate) trait TakeRows {
    fn take(&mut self, row: Row);

    /// The `nth` row that was taken, counted from 0, is a total that its rows contradict.
    fn contradict(&mut self, nth: usize);
}

impl TakeRows for Vec<Row> {
    fn take(&mut self, row: Row) {
        self.push(row);
    }

    fn contradict(&mut self, nth: usize) {
        self[nth].contradict();
    }
}

/// What was made of a file so far.
struct Said<'r> {
    rows: &'r mut dyn TakeRows,
    n_rows: usize,
    findings: Vec<IntakeFinding>,
}

impl Said<'_> {
    fn push(&mut self, row: Row) {
        self.n_rows += 1;
        self.rows.take(row);
    }
}

/// What the first sheet that names a time says above its table: an appendix follows it.
fn titles_of_file(file: &RawFile, formats: &Formats) -> Titles {
    let visible = file.sheets.iter().filter(|sheet| !sheet.hidden && !sheet.cells.is_empty());
    let titles = visible.take(1).map(|sheet| {
        let grid = Grid::new(sheet, formats);
        let headings = grid.rows().take(6).find(|row| headings::may_head(&grid, *row, false));
        let end = headings.unwrap_or(6).min(6);
        let texts = sheet.cells.iter().take_while(|cell| cell.row < end).filter_map(|cell| {
            match &cell.value {
                RawValue::Text(_) => Some(text_of(&cell.value).into_owned()),
                _ => None,
            }
        });
        Titles::read(&texts.take(5).collect::<Vec<_>>())
    });
    // The unit and the subject of one table are not those of another sheet.
    let titles =
        titles.map(|titles| Titles { unit: String::new(), subject: String::new(), ..titles });
    titles.last().unwrap_or_default()
}

fn read_sheet(
    sheet: &RawSheet,
    formats: &Formats,
    of_file: &Titles,
    context: &Context,
    said: &mut Said,
) {
    let grid = Grid::new(sheet, formats);
    let of_file = Titles::of_sheet_name(&sheet.name).within(of_file);
    let layouts = layout::find_all(&grid, &of_file);
    let mut of_sheet = findings::OfSheet::default();
    let mut has_year = true;
    for layout in &layouts {
        let table = read_table(&grid, layout, context);
        has_year &= table.has_year;
        let last = (sheet.naming == CellNaming::Lines).then(|| last_col(&grid, layout.heading_row));
        take_rows(&grid, &table, last, &mut of_sheet, said);
    }
    if layouts.is_empty() {
        take_rows(&grid, &loose::read(&grid), None, &mut of_sheet, said);
    }
    let above = layouts.first().map_or(0, |layout| layout.heading_row);
    for (row, col) in prose_above(&grid, above) {
        let row = marked(&grid, row, col, Status::Note);
        of_sheet.take(&row);
        said.push(row);
    }
    said.findings.extend(of_sheet.findings(sheet));
    if sheet.hidden
        || sheet.cells.is_empty()
        || sheet.naming == CellNaming::WordTable && layouts.is_empty()
    {
        return;
    }
    let whole = match layouts.is_empty() {
        true => Some(FindingKind::NoTable),
        false if !has_year => Some(FindingKind::NoYear),
        false => None,
    };
    said.findings.extend(whole.map(|kind| findings::of_whole_sheet(sheet, kind)));
}

fn read_table(grid: &Grid, layout: &Layout, context: &Context) -> Table {
    let titles = &layout.titles;
    let times_of = |headings: &[Heading]| {
        let reported = headings.iter().filter(|h| h.reports()).filter_map(Heading::year).max();
        let planned = headings.iter().filter_map(Heading::year).min();
        let base = match titles.range {
            // A plan over several years reports what was done before the first year it plans.
            Some((from, _)) if titles.year.is_none() => {
                let plans = headings.iter().filter(|h| h.is_plan()).filter_map(Heading::year).min();
                plans.filter(|plan| reported.is_none_or(|reported| reported < *plan)).or(Some(from))
            }
            _ => reported.max(titles.year).or(context.year).or(planned),
        };
        let since = titles.since.map(|(from, n_years)| from + n_years);
        Times::of(titles, since.or(base), context.cut_off)
    };
    let (mut table, times) = match &layout.columns {
        Columns::Values(values) => {
            let headings: Vec<Heading> =
                values.iter().filter_map(|value| value.heading.clone()).collect();
            let times = times_of(&headings);
            (down::read(grid, layout, values, &times), times)
        }
        Columns::Indicators(indicators) => across::read(grid, layout, indicators, times_of),
    };
    table.has_year = times.base.is_some();
    table
}

/// The rows of a table in the order of the sheet, then its notes. In delimited text, `last` is the
/// last column that its heading has.
fn take_rows(
    grid: &Grid,
    table: &Table,
    last: Option<Option<u32>>,
    of_sheet: &mut findings::OfSheet,
    said: &mut Said,
) {
    let evidence = Evidence::collect(grid, &table.blocks);
    let mut checks = checks::Checks::of(&table.blocks);
    let (mut stated, mut rows) = (Vec::new(), Vec::new());
    for block in &table.blocks {
        for line in &block.lines {
            let neighbours = Neighbours::new(grid, block, line);
            rows.extend(block.columns.iter().filter_map(|column| {
                let slot = block.slot(line, column);
                let around = Around { slot, evidence: &evidence, neighbours: &neighbours };
                row_of(&around, column.numbers_only)
            }));
            status::mark_duplicates(&mut rows);
            checks.take(line.kind, &rows);
            if last.is_some_and(|last| last_col(grid, line.row) > last) {
                doubt(&mut rows);
            }
            for row in rows.drain(..) {
                if matches!(row.status(), Status::Total | Status::PageSubtotal) {
                    stated.push((said.n_rows, row.place().cell()));
                }
                of_sheet.take(&row);
                said.push(row);
            }
        }
    }
    let found = checks.findings(grid.sheet);
    contradict(&found, &stated, said);
    said.findings.extend(found);
    for (row, col, status) in &table.marks {
        let row = marked(grid, *row, *col, *status);
        of_sheet.take(&row);
        said.push(row);
    }
}

/// Cells of a sheet that hold one value each, in the unit that stands beside their place: what no
/// table around them tells.
pub(crate) fn single_cells(
    file: &RawFile,
    sheet: &RawSheet,
    cells: &[(u32, u32, &str)],
) -> Vec<Row> {
    let formats = Formats::new(&file.formats);
    let grid = Grid::new(sheet, &formats);
    let read = |(row, col, unit): &(u32, u32, &str)| {
        let labels = Labels { unit: (*unit).into(), ..Labels::default() };
        let line = Line { row: *row, labels: labels.into(), kind: LineKind::Item };
        let block =
            Block { lines: vec![line], columns: vec![Column::alone(*col)], ..Block::default() };
        let (line, column) = (&block.lines[0], &block.columns[0]);
        let evidence = Evidence::collect(&grid, std::slice::from_ref(&block));
        let neighbours = Neighbours::new(&grid, &block, line);
        let slot = block.slot(line, column);
        let around = Around { slot, evidence: &evidence, neighbours: &neighbours };
        let none = || marked(&grid, *row, *col, Status::Blank);
        row_of(&around, false).unwrap_or_else(none)
    };
    cells.iter().map(read).collect()
}

/// Typed totals that their rows contradict are asked about; `stated` are all of them, by number
/// and cell.
fn contradict(findings: &[IntakeFinding], stated: &[(usize, String)], said: &mut Said) {
    let differs = findings.iter().filter(|finding| finding.kind == FindingKind::TotalDiffers);
    let cells: HashSet<&str> = differs.map(|finding| finding.cell.as_str()).collect();
    let contradicted = stated.iter().filter(|(_, cell)| cells.contains(cell.as_str()));
    contradicted.for_each(|(nth, _)| said.rows.contradict(*nth));
}

fn last_col(grid: &Grid, row: u32) -> Option<u32> {
    grid.row(row).last().map(|cell| cell.col)
}

/// A line of delimited text with more fields than its heading was cut in a wrong place: "12,5"
/// without quotation marks is two fields. Its numbers are asked about.
fn doubt(rows: &mut [Row]) {
    for row in rows.iter_mut().filter(|row| row.status() == Status::Ok) {
        row.set_status(Status::Guessed);
    }
}

/// The row of a slot; `None` for an empty cell that says nothing by being empty.
fn row_of(around: &Around, numbers_only: bool) -> Option<Row> {
    let (slot, grid) = (&around.slot, around.neighbours.grid);
    let cell = cell_in(around.neighbours.cells, slot.col);
    let reading = cell::read(cell, around);
    let is_sum = matches!(
        slot.kind,
        LineKind::Total | LineKind::PageTotal | LineKind::GroupOfUnits | LineKind::Unnamed
    );
    let says_nothing = match reading.status {
        Status::Blank => numbers_only || is_sum,
        Status::Text => numbers_only || slot.kind == LineKind::Unnamed,
        _ => false,
    };
    if says_nothing {
        return None;
    }
    let hidden = grid.is_hidden(slot.row, slot.col);
    let status = status::of_cell(cell, &reading, slot.kind, hidden);
    let value = status::settled_value(cell, &reading, slot);
    let place = Place::Cell { sheet: grid.name.clone(), row: slot.row, col: slot.col };
    let format = cell.and_then(|cell| grid.format(cell));
    if let Some(value) = value.filter(|value| says_only(cell, &reading, *value)) {
        let (subject, heading) = (slot.subject.clone(), slot.heading.clone());
        return Some(Row::of_digits(place, subject, heading, value, status).with_format(format));
    }
    let said = CellSaid {
        value,
        raw: cell.map(raw_text).unwrap_or_default(),
        unit: reading.unit.map(Into::into),
        extra: reading.extra,
        qualifier: reading.qualifier.into(),
        status,
        alternatives: reading.alternatives,
    };
    let row = Row::new(place, slot.subject.clone(), slot.heading.clone(), said);
    Some(row.with_format(format))
}

/// A stored number that is its value, digit for digit, and nothing besides: nearly every cell of a
/// long table, which then takes no text of its own.
fn says_only(cell: Option<&RawCell>, reading: &CellReading, value: Amount) -> bool {
    let bare = matches!(cell, Some(RawCell { value: RawValue::Number(_), .. }))
        && reading.unit.is_none()
        && reading.extra.is_none()
        && reading.qualifier.is_empty()
        && reading.alternatives.is_empty();
    let settled = |read: Amount| read == value && read.decimals() == value.decimals();
    bare && reading.value.is_some_and(settled)
}

/// A cell that carries no value: a note, a signature, a repeated heading.
fn marked(grid: &Grid, row: u32, col: u32, status: Status) -> Row {
    let cell = grid.cell(row, col);
    let said = CellSaid {
        value: None,
        raw: cell.map(raw_text).unwrap_or_default(),
        unit: None,
        extra: None,
        qualifier: "".into(),
        status,
        alternatives: Vec::new(),
    };
    let place = Place::Cell { sheet: grid.name.clone(), row, col };
    let labels = std::sync::Arc::<Labels>::default();
    Row::new(place, labels.clone(), labels, said)
        .with_format(cell.and_then(|cell| grid.format(cell)))
}

/// Sentences with figures above the table.
fn prose_above(grid: &Grid, heading_row: u32) -> Vec<(u32, u32)> {
    let above = grid.rows_in(0..heading_row).flat_map(|row| grid.row(row).iter().take(50));
    above
        .filter(|cell| titles::is_prose(&text_of(&cell.value)))
        .map(|cell| (cell.row, cell.col))
        .collect()
}
