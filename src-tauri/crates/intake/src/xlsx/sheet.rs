//! One worksheet, cell by cell. Memory follows the cells that are there, never a dimension or a
//! count that the file states.

use std::io::BufRead;

use quick_xml::events::BytesStart;

use super::address::{cell_name, read_area, read_cell};
use super::number_format::iso_date;
use super::strings::{SharedString, TextPieces, unescape};
use super::styles::Styles;
use crate::error::Refusal;
use crate::limits;
use crate::raw::{RawCell, RawSheet, RawValue, Span};
use crate::xml::{Node, Xml, attribute, flag, number_attribute};

/// Reads the sheets of one workbook and counts what they add up to.
pub(super) struct SheetReader<'w> {
    strings: &'w [SharedString],
    styles: &'w Styles,
    dates_from_1904: bool,
    n_cells: usize,
    /// A short file can name one long shared string in every cell.
    text_bytes: u64,
}

/// A cell whose end has not come yet.
#[derive(Default)]
struct OpenCell {
    row: u32,
    col: u32,
    style: u32,
    kind: CellKind,
    has_formula: bool,
    value: Option<String>,
    inline: TextPieces,
}

#[derive(Default, Clone, Copy, PartialEq)]
enum CellKind {
    #[default]
    Number,
    Shared,
    Inline,
    /// The text result of a formula.
    Text,
    Bool,
    Error,
    Date,
}

impl<'w> SheetReader<'w> {
    pub(super) fn new(
        strings: &'w [SharedString],
        styles: &'w Styles,
        dates_from_1904: bool,
    ) -> SheetReader<'w> {
        SheetReader { strings, styles, dates_from_1904, n_cells: 0, text_bytes: 0 }
    }

    /// Fills `sheet`, which has its name already.
    pub(super) fn read<R: BufRead>(
        &mut self,
        mut xml: Xml<R>,
        mut sheet: RawSheet,
    ) -> Result<RawSheet, Refusal> {
        // Where a row or cell without an address stands.
        let (mut next_row, mut next_col) = (0u32, 0u32);
        let mut open: Option<OpenCell> = None;
        let mut in_value = false;
        loop {
            match xml.next()? {
                Node::Eof => break,
                Node::Start(tag) => match (tag.local_name().as_ref(), &mut open) {
                    ("c", None) => {
                        let cell = open_cell(&tag, next_row, next_col)?;
                        next_col = cell.col + 1;
                        open = Some(cell);
                    }
                    ("row", None) => {
                        (next_row, next_col) = (open_row(&tag, next_row, &mut sheet)?, 0)
                    }
                    ("v", Some(cell)) => {
                        in_value = true;
                        cell.value.get_or_insert_default();
                    }
                    ("f", Some(cell)) => cell.has_formula = true,
                    (name, Some(cell)) => cell.inline.open(name),
                    _ => {}
                },
                Node::Empty(tag) => match (tag.local_name().as_ref(), &mut open) {
                    ("row", None) => next_row = open_row(&tag, next_row, &mut sheet)? + 1,
                    ("c", None) => next_col = open_cell(&tag, next_row, next_col)?.col + 1,
                    ("f", Some(cell)) => cell.has_formula = true,
                    ("v", Some(cell)) => cell.value = Some(String::new()),
                    ("mergeCell", None) => {
                        let area = attribute(&tag, "ref")?.and_then(|text| read_area(&text));
                        sheet.merges.push(area.ok_or(Refusal::Damaged)?);
                    }
                    ("col", None) if flag(&tag, "hidden")? => {
                        let (first, last) =
                            (number_attribute(&tag, "min")?, number_attribute(&tag, "max")?);
                        if let (Some(first @ 1..), Some(last @ 1..)) = (first, last) {
                            sheet.hidden_cols.push(Span { first: first - 1, last: last - 1 });
                        }
                    }
                    _ => {}
                },
                Node::Text(piece) => {
                    if let Some(cell) = &mut open {
                        match &mut cell.value {
                            Some(value) if in_value => value.push_str(&piece),
                            _ => cell.inline.push(&piece),
                        }
                    }
                }
                Node::End(name) => match &*name {
                    "c" => {
                        if let Some(cell) = open.take() {
                            self.keep(cell, &mut sheet)?;
                        }
                    }
                    "v" => in_value = false,
                    "row" => next_row += 1,
                    name => {
                        if let Some(cell) = &mut open {
                            cell.inline.close(name);
                        }
                    }
                },
                Node::Aside => {}
            }
        }
        if !sheet.cells.is_sorted_by_key(|cell| (cell.row, cell.col)) {
            sheet.cells.sort_by_key(|cell| (cell.row, cell.col));
        }
        Ok(sheet)
    }

    fn keep(&mut self, cell: OpenCell, sheet: &mut RawSheet) -> Result<(), Refusal> {
        let style = self.styles.cell(cell.style);
        let (row, col) = (cell.row, cell.col);
        let Some(value) = self.value(cell, style.is_date)? else { return Ok(()) };
        self.n_cells += 1;
        if sheet.cells.len() >= limits::SHEET_CELLS {
            return Err(Refusal::TooManyCells { limit: limits::SHEET_CELLS });
        }
        if self.n_cells > limits::FILE_CELLS {
            return Err(Refusal::TooManyCells { limit: limits::FILE_CELLS });
        }
        if let RawValue::Text(text) = &value {
            self.text_bytes += text.len() as u64;
            if self.text_bytes > limits::TEXT_BYTES {
                return Err(Refusal::UnpacksTooLarge);
            }
        }
        sheet.cells.push(RawCell { row, col, value, format: style.format, struck: style.struck });
        Ok(())
    }

    /// `None` for an empty cell.
    fn value(&self, mut cell: OpenCell, is_date: bool) -> Result<Option<RawValue>, Refusal> {
        let too_long = || Refusal::CellTooLong { cell: cell_name(cell.row, cell.col) };
        if cell.kind == CellKind::Inline {
            let text = cell.inline.take().ok_or_else(too_long)?;
            return Ok(non_empty(text));
        }
        let written = match cell.value {
            None if cell.has_formula => return Ok(Some(RawValue::NoResult)),
            None => return Ok(None),
            Some(written) => written,
        };
        let trimmed = written.trim();
        Ok(match cell.kind {
            CellKind::Text => {
                let text = unescape(&written);
                if text.chars().count() > limits::CELL_CHARS {
                    return Err(too_long());
                }
                non_empty(text.into())
            }
            CellKind::Inline => None,
            CellKind::Shared => {
                let idx: usize = trimmed.parse().map_err(|_| Refusal::Damaged)?;
                match self.strings.get(idx).ok_or(Refusal::Damaged)? {
                    SharedString::Text(text) => non_empty(text.clone()),
                    SharedString::TooLong => return Err(too_long()),
                }
            }
            CellKind::Bool => Some(RawValue::Bool(matches!(trimmed, "1" | "true"))),
            CellKind::Error => Some(RawValue::Error(trimmed.into())),
            CellKind::Date => non_empty(trimmed.into()).map(|_| RawValue::Date(trimmed.into())),
            CellKind::Number if trimmed.is_empty() => {
                cell.has_formula.then_some(RawValue::NoResult)
            }
            CellKind::Number if !is_number(trimmed) => Some(RawValue::Error("#NUM!".into())),
            CellKind::Number => Some(match iso_date(trimmed, self.dates_from_1904) {
                Some(date) if is_date => RawValue::Date(date.into()),
                _ => RawValue::Number(trimmed.into()),
            }),
        })
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
    if flag(tag, "hidden")? {
        match sheet.hidden_rows.last_mut() {
            Some(span) if span.last + 1 == row => span.last = row,
            _ => sheet.hidden_rows.push(Span { first: row, last: row }),
        }
    }
    Ok(row)
}

fn open_cell(tag: &BytesStart, next_row: u32, next_col: u32) -> Result<OpenCell, Refusal> {
    let (row, col) = match attribute(tag, "r")? {
        Some(name) => read_cell(&name).ok_or(Refusal::Damaged)?,
        None if next_col < limits::SHEET_COLS => (next_row, next_col),
        None => return Err(Refusal::Damaged),
    };
    let kind = match attribute(tag, "t")?.as_deref() {
        Some("s") => CellKind::Shared,
        Some("inlineStr") => CellKind::Inline,
        Some("str") => CellKind::Text,
        Some("b") => CellKind::Bool,
        Some("e") => CellKind::Error,
        Some("d") => CellKind::Date,
        _ => CellKind::Number,
    };
    let style = number_attribute(tag, "s")?.unwrap_or(0);
    Ok(OpenCell { row, col, style, kind, ..OpenCell::default() })
}

fn non_empty(text: Box<str>) -> Option<RawValue> {
    (!text.is_empty()).then_some(RawValue::Text(text))
}

/// Digits with at most one point, a sign and an exponent: what a workbook may write. `NaN` and
/// `INF` are none.
fn is_number(text: &str) -> bool {
    let body = text.strip_prefix(['-', '+']).unwrap_or(text);
    let (mantissa, exponent) = body.split_once(['e', 'E']).unwrap_or((body, "0"));
    let exponent = exponent.strip_prefix(['-', '+']).unwrap_or(exponent);
    let (whole, decimals) = mantissa.split_once('.').unwrap_or((mantissa, "0"));
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    digits(whole)
        && digits(decimals)
        && !(whole.is_empty() && decimals.is_empty())
        && !exponent.is_empty()
        && digits(exponent)
}
