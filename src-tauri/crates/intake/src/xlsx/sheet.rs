//! One worksheet, cell by cell. Memory follows the cells that are there, never a dimension or a
//! count that the file states.

use std::io::BufRead;

use quick_xml::events::BytesStart;

use super::address::{cell_name, read_area};
use super::cell::OpenCell;
use super::strings::SharedString;
use crate::encoding::RunReader;
use crate::error::Refusal;
use crate::limits;
use crate::raw::{RawCell, RawSheet, Span};
use crate::styles::Styles;
use crate::tally::Tally;
use crate::xml::{Node, Xml, attribute, flag, number_attribute};

/// Reads the sheets of one workbook and counts what they add up to.
pub(super) struct SheetReader<'w> {
    strings: &'w [SharedString],
    styles: &'w Styles,
    dates_from_1904: bool,
    runs: &'w mut RunReader,
    tally: Tally,
}

impl<'w> SheetReader<'w> {
    pub(super) fn new(
        strings: &'w [SharedString],
        styles: &'w Styles,
        dates_from_1904: bool,
        runs: &'w mut RunReader,
    ) -> SheetReader<'w> {
        SheetReader { strings, styles, dates_from_1904, runs, tally: Tally::default() }
    }

    /// Fills `sheet`, which has its name already.
    pub(super) fn read<R: BufRead>(
        &mut self,
        mut xml: Xml<R>,
        sheet: RawSheet,
    ) -> Result<RawSheet, Refusal> {
        let mut pass = Pass { sheet, next_row: 0, next_col: 0, open: None, in_value: false };
        loop {
            match xml.next()? {
                Node::Eof => break,
                Node::Start(tag) => pass.start(&tag)?,
                Node::Empty(tag) => pass.empty(&tag)?,
                Node::Text(piece) => pass.text(&piece),
                Node::End(tag) => {
                    if let Some(cell) = pass.end(tag.local_name().as_ref()) {
                        self.keep(cell, &mut pass.sheet)?;
                    }
                }
                Node::Aside => {}
            }
        }
        let mut sheet = pass.sheet;
        let place = |cell: &RawCell| (cell.row, cell.col);
        if !sheet.cells.is_sorted_by(|one, other| place(one) < place(other)) {
            sheet.cells.sort_by_key(place);
            one_value_each(&mut sheet.cells)?;
        }
        Ok(sheet)
    }

    fn keep(&mut self, cell: OpenCell, sheet: &mut RawSheet) -> Result<(), Refusal> {
        let style = self.styles.cell(cell.style);
        let (row, col, computed) = (cell.row, cell.col, cell.has_formula);
        let Some(value) = cell.value(self.strings, style, self.dates_from_1904, self.runs)? else {
            return Ok(());
        };
        let (format, struck) = (style.format, style.struck);
        self.tally.keep(RawCell { row, col, value, format, struck, computed }, sheet)
    }
}

/// A cell that stands there twice with different values is read one way by one program and another
/// way by the next.
fn one_value_each(cells: &mut Vec<RawCell>) -> Result<(), Refusal> {
    let same_place = |one: &RawCell, other: &RawCell| (one.row, one.col) == (other.row, other.col);
    let differs =
        |pair: &&[RawCell]| same_place(&pair[0], &pair[1]) && pair[0].value != pair[1].value;
    if let Some([cell, _]) = cells.windows(2).find(differs) {
        return Err(Refusal::TwoValues { cell: cell_name(cell.row, cell.col) });
    }
    cells.dedup_by(|other, one| same_place(one, other));
    Ok(())
}

/// How far the reading of one sheet has come.
struct Pass {
    sheet: RawSheet,
    /// Where a row or cell without an address stands.
    next_row: u32,
    next_col: u32,
    open: Option<OpenCell>,
    in_value: bool,
}

impl Pass {
    fn start(&mut self, tag: &BytesStart) -> Result<(), Refusal> {
        match (tag.local_name().as_ref(), &mut self.open) {
            ("c", None) => {
                let cell = OpenCell::of(tag, self.next_row, self.next_col)?;
                self.next_col = cell.col + 1;
                self.open = Some(cell);
            }
            ("row", None) => {
                self.next_row = open_row(tag, self.next_row, &mut self.sheet)?;
                self.next_col = 0;
            }
            ("v", Some(cell)) => {
                self.in_value = true;
                cell.written.get_or_insert_default();
            }
            ("f", Some(cell)) => cell.has_formula = true,
            (_, Some(cell)) => cell.inline.open(tag)?,
            _ => {}
        }
        Ok(())
    }

    fn empty(&mut self, tag: &BytesStart) -> Result<(), Refusal> {
        match (tag.local_name().as_ref(), &mut self.open) {
            ("row", None) => self.next_row = open_row(tag, self.next_row, &mut self.sheet)? + 1,
            ("c", None) => self.next_col = OpenCell::of(tag, self.next_row, self.next_col)?.col + 1,
            ("f", Some(cell)) => cell.has_formula = true,
            ("v", Some(cell)) => cell.written = Some(String::new()),
            (_, Some(cell)) => cell.inline.look(tag)?,
            ("mergeCell", None) => {
                let area = attribute(tag, "ref")?.and_then(|text| read_area(&text));
                self.sheet.merges.push(area.ok_or(Refusal::Damaged)?);
            }
            ("col", None) if flag(tag, "hidden")? || is_nil(tag, "width")? => {
                let (first, last) = (number_attribute(tag, "min")?, number_attribute(tag, "max")?);
                if let (Some(first @ 1..), Some(last @ 1..)) = (first, last) {
                    self.sheet.hidden_cols.push(Span { first: first - 1, last: last - 1 });
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, piece: &str) {
        let Some(cell) = &mut self.open else { return };
        match &mut cell.written {
            Some(value) if self.in_value => value.push_str(piece),
            _ => cell.inline.push(piece),
        }
    }

    /// The cell that ended here.
    fn end(&mut self, name: &str) -> Option<OpenCell> {
        match name {
            "c" => return self.open.take(),
            "v" => self.in_value = false,
            "row" => self.next_row += 1,
            name => {
                if let Some(cell) = &mut self.open {
                    cell.inline.close(name);
                }
            }
        }
        None
    }
}

fn open_row(tag: &BytesStart, next_row: u32, sheet: &mut RawSheet) -> Result<u32, Refusal> {
    let row = match number_attribute(tag, "r")? {
        Some(number) => number.checked_sub(1).ok_or(Refusal::Damaged)?,
        None => next_row,
    };
    if row >= limits::SHEET_ROWS {
        return Err(Refusal::Damaged);
    }
    if flag(tag, "hidden")? || is_nil(tag, "ht")? {
        match sheet.hidden_rows.last_mut() {
            Some(span) if span.last + 1 == row => span.last = row,
            _ => sheet.hidden_rows.push(Span { first: row, last: row }),
        }
    }
    Ok(row)
}

/// A height or width of nothing hides as well.
fn is_nil(tag: &BytesStart, name: &str) -> Result<bool, Refusal> {
    let size = attribute(tag, name)?;
    Ok(size.is_some_and(|size| size.trim().parse().is_ok_and(|size: f64| size == 0.0)))
}
