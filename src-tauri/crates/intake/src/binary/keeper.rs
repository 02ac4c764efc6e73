//! Puts the cells of a binary workbook into its sheets: the style decides what a number is, the
//! font how a text is read.

use std::borrow::Cow;

use crate::encoding::{FontCode, RunReader, normal_owned};
use crate::error::Refusal;
use crate::limits;
use crate::number_format::iso_date;
use crate::raw::{RawCell, RawSheet, RawValue};
use crate::styles::Styles;
use crate::tally::Tally;
use crate::xlsx::cell_name;

/// Where a cell stands and how it looks.
#[derive(Clone, Copy)]
pub(crate) struct Place {
    pub(crate) row: u32,
    pub(crate) col: u32,
    pub(crate) style: u32,
}

/// A text whose pieces may stand in fonts of their own.
#[derive(Default, Clone)]
pub(crate) struct StyledText {
    pub(crate) text: String,
    /// From which unit of UTF-16 on which font of the workbook; empty where the cell's font holds.
    pub(crate) runs: Vec<(usize, usize)>,
}

pub(crate) struct Keeper<'w> {
    pub(crate) styles: &'w Styles,
    /// The old code of each font of the workbook.
    pub(crate) fonts: &'w [Option<FontCode>],
    pub(crate) dates_from_1904: bool,
    pub(crate) runs: &'w mut RunReader,
    pub(crate) tally: Tally,
}

impl Keeper<'_> {
    /// A number, or what its date format makes of it; `None` is no number.
    pub(crate) fn number(
        &mut self,
        sheet: &mut RawSheet,
        place: Place,
        digits: Option<Box<str>>,
        computed: bool,
    ) -> Result<(), Refusal> {
        let value = match digits {
            None => RawValue::Error("#NUM!".into()),
            Some(digits) if self.styles.cell(place.style).is_date => {
                match iso_date(&digits, self.dates_from_1904) {
                    Some(date) => RawValue::Date(date.into()),
                    None => RawValue::Number(digits),
                }
            }
            Some(digits) => RawValue::Number(digits),
        };
        self.value(sheet, place, value, computed)
    }

    /// A text; an empty one is no cell.
    pub(crate) fn text(
        &mut self,
        sheet: &mut RawSheet,
        place: Place,
        text: &StyledText,
        computed: bool,
    ) -> Result<(), Refusal> {
        let of_cell = self.styles.cell(place.style).code;
        let read = self.read(text, of_cell);
        if read.len() > limits::CELL_CHARS && read.chars().count() > limits::CELL_CHARS {
            return Err(Refusal::CellTooLong { cell: cell_name(place.row, place.col) });
        }
        if read.is_empty() {
            return Ok(());
        }
        self.value(sheet, place, RawValue::Text(read.into()), computed)
    }

    pub(crate) fn value(
        &mut self,
        sheet: &mut RawSheet,
        place: Place,
        value: RawValue,
        computed: bool,
    ) -> Result<(), Refusal> {
        let Place { row, col, style } = place;
        if row >= limits::SHEET_ROWS || col >= limits::SHEET_COLS {
            return Err(Refusal::Damaged);
        }
        let style = self.styles.cell(style);
        let (format, struck) = (style.format, style.struck);
        self.tally.keep(RawCell { row, col, value, format, struck, computed }, sheet)
    }

    fn read(&mut self, text: &StyledText, of_cell: Option<FontCode>) -> String {
        let is_old = |font: &usize| self.fonts.get(*font).is_some_and(Option::is_some);
        if text.runs.is_empty()
            || of_cell.is_none() && !text.runs.iter().any(|(_, font)| is_old(font))
        {
            return normal_owned(match self.runs.read(&text.text, of_cell) {
                Cow::Borrowed(text) => text.to_owned(),
                Cow::Owned(text) => text,
            });
        }
        let mut whole = String::new();
        let (mut piece, mut code, mut n_units) = (String::new(), of_cell, 0);
        let mut runs = text.runs.iter().peekable();
        for c in text.text.chars() {
            while let Some((_, font)) = runs.next_if(|(start, _)| *start <= n_units) {
                whole.push_str(&self.runs.read(&piece, code));
                piece.clear();
                code = self.fonts.get(*font).copied().flatten();
            }
            piece.push(c);
            n_units += c.len_utf16();
        }
        whole.push_str(&self.runs.read(&piece, code));
        normal_owned(whole)
    }
}
