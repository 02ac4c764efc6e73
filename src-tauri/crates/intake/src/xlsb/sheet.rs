//! One worksheet, record by record (MS-XLSB 2.4).

use super::records::{Records, rich_text, wide_text};
use crate::binary::{Fields, Keeper, Place, StyledText, error_text, hide_row, packed_number};
use crate::digits::of_float;
use crate::error::Refusal;
use crate::raw::{Area, RawSheet, RawValue, Span};

const ROW: u16 = 0;
const BLANK: u16 = 1;
const COLUMNS: u16 = 60;
const RICH_CELL: u16 = 62;
const MERGE: u16 = 176;

/// The first cell record in the short form, which stands right of the one before.
const SHORT: u16 = 12;

/// Fills `sheet`, which has its name already.
pub(super) fn read(
    part: &[u8],
    mut sheet: RawSheet,
    strings: &[StyledText],
    keeper: &mut Keeper,
) -> Result<RawSheet, Refusal> {
    let mut records = Records::of(part);
    let (mut row, mut next_col) = (0, 0);
    while let Some((kind, mut fields)) = records.next()? {
        match kind {
            ROW => {
                row = fields.u32()?;
                next_col = 0;
                fields.bytes(7)?;
                if fields.u8()? & 0x10 != 0 {
                    hide_row(&mut sheet.hidden_rows, row);
                }
            }
            BLANK..SHORT | RICH_CELL => {
                let col = fields.u32()?;
                let style = fields.u32()? & 0x00FF_FFFF;
                let place = Place { row, col, style };
                next_col = col.saturating_add(1);
                cell(kind, fields, place, &mut sheet, strings, keeper)?;
            }
            SHORT..=18 => {
                let style = fields.u32()? & 0x00FF_FFFF;
                let place = Place { row, col: next_col, style };
                next_col += 1;
                // In the same order as the full ones, which begin with the empty cell.
                let full = kind - SHORT + BLANK;
                cell(full, fields, place, &mut sheet, strings, keeper)?;
            }
            COLUMNS => {
                let (first, last) = (fields.u32()?, fields.u32()?);
                fields.bytes(8)?;
                if fields.u16()? & 1 != 0 {
                    sheet.hidden_cols.push(Span { first, last });
                }
            }
            MERGE => {
                let (first_row, last_row) = (fields.u32()?, fields.u32()?);
                let (first_col, last_col) = (fields.u32()?, fields.u32()?);
                sheet.merges.push(Area { first_row, first_col, last_row, last_col });
            }
            _ => {}
        }
    }
    let place = |cell: &crate::raw::RawCell| (cell.row, cell.col);
    if !sheet.cells.is_sorted_by_key(place) {
        sheet.cells.sort_by_key(place);
    }
    Ok(sheet)
}

fn cell(
    kind: u16,
    mut fields: Fields,
    place: Place,
    sheet: &mut RawSheet,
    strings: &[StyledText],
    keeper: &mut Keeper,
) -> Result<(), Refusal> {
    // From the eighth on the record holds the result of a formula.
    let computed = (8..SHORT).contains(&kind);
    match kind {
        2 => keeper.number(sheet, place, packed_number(fields.u32()?), computed),
        3 | 11 => {
            let error = RawValue::Error(error_text(fields.u8()?).into());
            keeper.value(sheet, place, error, computed)
        }
        4 | 10 => keeper.value(sheet, place, RawValue::Bool(fields.u8()? != 0), computed),
        5 | 9 => keeper.number(sheet, place, of_float(fields.f64()?), computed),
        6 | 8 => {
            let text = StyledText { text: wide_text(&mut fields)?, runs: Vec::new() };
            keeper.text(sheet, place, &text, computed)
        }
        7 => {
            let text = strings.get(fields.count()?).ok_or(Refusal::Damaged)?;
            keeper.text(sheet, place, text, computed)
        }
        RICH_CELL => {
            let text = rich_text(&mut fields)?;
            keeper.text(sheet, place, &text, computed)
        }
        _ => Ok(()),
    }
}
