//! One worksheet, record by record.

use super::cells::Cells;
use super::records::{BOF, EOF, Records};
use super::text::Page;
use crate::binary::{Fields, Keeper, StyledText, hide_row};
use crate::error::Refusal;
use crate::raw::{Area, RawCell, RawSheet, Span};

const COLUMNS: u16 = 0x7D;
const MERGES: u16 = 0xE5;
const ROW: u16 = 0x208;

/// What a stream's first record says it holds.
const WORKSHEET: u16 = 0x10;

/// Fills `sheet`, which has its name already; `None` when its tab holds something else.
pub(super) fn read(
    body: &[u8],
    mut sheet: RawSheet,
    strings: &[StyledText],
    page: Page,
    keeper: &mut Keeper,
) -> Result<Option<RawSheet>, Refusal> {
    let mut records = Records::of(body);
    match records.next()? {
        (BOF, mut fields) => {
            fields.u16()?;
            if fields.u16()? != WORKSHEET {
                return Ok(None);
            }
        }
        _ => return Err(Refusal::Damaged),
    }
    let mut cells = Cells::new(strings, page, keeper);
    // Charts inside a sheet have records of their own between a beginning and an end.
    let mut n_inner = 0usize;
    loop {
        let (kind, fields) = records.next()?;
        match kind {
            EOF if n_inner == 0 => break,
            EOF => n_inner -= 1,
            BOF => n_inner += 1,
            _ if n_inner > 0 => {}
            ROW => row(fields, &mut sheet)?,
            COLUMNS => hide_columns(fields, &mut sheet)?,
            MERGES => add_merges(fields, &mut sheet)?,
            kind => cells.take(kind, fields, &mut records, &mut sheet)?,
        }
    }
    let place = |cell: &RawCell| (cell.row, cell.col);
    if !sheet.cells.is_sorted_by_key(place) {
        sheet.cells.sort_by_key(place);
    }
    Ok(Some(sheet))
}

fn row(mut fields: Fields, sheet: &mut RawSheet) -> Result<(), Refusal> {
    let row = u32::from(fields.u16()?);
    fields.bytes(10)?;
    if fields.u16()? & 0x20 != 0 {
        hide_row(&mut sheet.hidden_rows, row);
    }
    Ok(())
}

fn hide_columns(mut fields: Fields, sheet: &mut RawSheet) -> Result<(), Refusal> {
    let (first, last) = (u32::from(fields.u16()?), u32::from(fields.u16()?));
    fields.bytes(4)?;
    if fields.u16()? & 1 != 0 {
        sheet.hidden_cols.push(Span { first, last });
    }
    Ok(())
}

fn add_merges(mut fields: Fields, sheet: &mut RawSheet) -> Result<(), Refusal> {
    let n = fields.u16()?;
    for _ in 0..n {
        let (first_row, last_row) = (u32::from(fields.u16()?), u32::from(fields.u16()?));
        let (first_col, last_col) = (u32::from(fields.u16()?), u32::from(fields.u16()?));
        sheet.merges.push(Area { first_row, first_col, last_row, last_col });
    }
    Ok(())
}
