//! The cell records of a worksheet (MS-XLS 2.4).

use super::records::Records;
use super::text::{Page, plain_chars};
use crate::binary::{Fields, Keeper, Place, StyledText, error_text, packed_number};
use crate::digits::of_float;
use crate::error::Refusal;
use crate::raw::{RawSheet, RawValue};

const FORMULA: u16 = 0x06;
const PACKED_ROW: u16 = 0xBD;
const RICH_TEXT: u16 = 0xD6;
const SHARED_TEXT: u16 = 0xFD;
const NUMBER: u16 = 0x203;
const TEXT: u16 = 0x204;
const TRUTH_OR_ERROR: u16 = 0x205;
const RESULT_TEXT: u16 = 0x207;
const PACKED: u16 = 0x27E;

pub(super) struct Cells<'s, 'k, 'w> {
    strings: &'s [StyledText],
    page: Page,
    keeper: &'k mut Keeper<'w>,
    /// A formula whose text comes in a record of its own.
    awaits_text: Option<Place>,
}

impl<'s, 'k, 'w> Cells<'s, 'k, 'w> {
    pub(super) fn new(
        strings: &'s [StyledText],
        page: Page,
        keeper: &'k mut Keeper<'w>,
    ) -> Cells<'s, 'k, 'w> {
        Cells { strings, page, keeper, awaits_text: None }
    }

    pub(super) fn take<'b>(
        &mut self,
        kind: u16,
        mut fields: Fields<'b>,
        records: &mut Records<'b>,
        sheet: &mut RawSheet,
    ) -> Result<(), Refusal> {
        match kind {
            NUMBER => {
                let place = place(&mut fields)?;
                self.keeper.number(sheet, place, of_float(fields.f64()?), false)
            }
            PACKED => {
                let place = place(&mut fields)?;
                self.keeper.number(sheet, place, packed_number(fields.u32()?), false)
            }
            PACKED_ROW => self.packed_row(fields, sheet),
            SHARED_TEXT => {
                let place = place(&mut fields)?;
                let text = self.strings.get(fields.count()?).ok_or(Refusal::Damaged)?;
                self.keeper.text(sheet, place, text, false)
            }
            TEXT | RICH_TEXT => {
                let place = place(&mut fields)?;
                let text = self.page.text(&mut fields)?;
                self.keeper.text(sheet, place, &StyledText { text, runs: Vec::new() }, false)
            }
            TRUTH_OR_ERROR => {
                let place = place(&mut fields)?;
                let (code, is_error) = (fields.u8()?, fields.u8()? != 0);
                self.keeper.value(sheet, place, truth_or_error(code, is_error), false)
            }
            FORMULA => self.formula(fields, sheet),
            RESULT_TEXT => match self.awaits_text.take() {
                Some(place) => {
                    let text = self.result_text(fields, records)?;
                    self.keeper.text(sheet, place, &StyledText { text, runs: Vec::new() }, true)
                }
                None => Ok(()),
            },
            _ => Ok(()),
        }
    }

    fn packed_row(&mut self, mut fields: Fields, sheet: &mut RawSheet) -> Result<(), Refusal> {
        let (row, mut col) = (u32::from(fields.u16()?), u32::from(fields.u16()?));
        // Behind the cells stands the last column again.
        while fields.rest().len() >= 6 {
            let style = u32::from(fields.u16()?);
            let place = Place { row, col, style };
            self.keeper.number(sheet, place, packed_number(fields.u32()?), false)?;
            col += 1;
        }
        Ok(())
    }

    fn formula(&mut self, mut fields: Fields, sheet: &mut RawSheet) -> Result<(), Refusal> {
        let place = place(&mut fields)?;
        self.awaits_text = None;
        let mut result = fields;
        let value = result.bytes(8)?;
        match *value {
            [0, .., 0xFF, 0xFF] => self.awaits_text = Some(place),
            // An empty text.
            [3, .., 0xFF, 0xFF] => {}
            [kind @ (1 | 2), _, code, .., 0xFF, 0xFF] => {
                return self.keeper.value(sheet, place, truth_or_error(code, kind == 2), true);
            }
            _ => return self.keeper.number(sheet, place, of_float(fields.f64()?), true),
        }
        Ok(())
    }

    /// A long text goes on in further records.
    fn result_text<'b>(
        &self,
        mut fields: Fields<'b>,
        records: &mut Records<'b>,
    ) -> Result<String, Refusal> {
        let Page::Unicode = self.page else { return self.page.text(&mut fields) };
        let n = usize::from(fields.u16()?);
        let mut text = String::new();
        let mut n_left = n;
        while n_left > 0 {
            if fields.is_empty() {
                fields = records.next_part()?.ok_or(Refusal::Damaged)?;
            }
            let is_wide = fields.u8()? & 1 != 0;
            let here = n_left.min(fields.rest().len() / if is_wide { 2 } else { 1 });
            if here == 0 {
                return Err(Refusal::Damaged);
            }
            text.push_str(&plain_chars(&mut fields, here, is_wide)?);
            n_left -= here;
        }
        Ok(text)
    }
}

fn place(fields: &mut Fields) -> Result<Place, Refusal> {
    let (row, col) = (u32::from(fields.u16()?), u32::from(fields.u16()?));
    Ok(Place { row, col, style: u32::from(fields.u16()?) })
}

fn truth_or_error(code: u8, is_error: bool) -> RawValue {
    match is_error {
        true => RawValue::Error(error_text(code).into()),
        false => RawValue::Bool(code != 0),
    }
}
