//! A sheet to look things up in: cells by place, merged areas seen as one.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::merges::Merges;
use super::number::plain_number;
use crate::number_format::{Shown, shown};
use crate::raw::{Area, RawCell, RawSheet, RawValue, Span};
use crate::reading::{FormatCode, SheetName};

pub(super) struct Grid<'f> {
    pub(super) sheet: &'f RawSheet,
    pub(super) name: Arc<SheetName>,
    /// Where each row begins in the sheet's list, ascending.
    rows: Vec<(u32, usize)>,
    formats: &'f Formats,
    hidden_rows: Vec<Span>,
    hidden_cols: Vec<Span>,
    pub(super) merges: Merges,
}

/// The number formats of a file, each looked at once.
pub(super) struct Formats(Vec<Format>);

struct Format {
    /// `None` for "General".
    code: Option<Arc<FormatCode>>,
    shown: Shown,
}

impl Formats {
    pub(super) fn new(codes: &[String]) -> Formats {
        let format = |code: &String| Format {
            code: (code != "General").then(|| Arc::new(FormatCode(code.as_str().into()))),
            shown: shown(code),
        };
        Formats(codes.iter().map(format).collect())
    }

    fn get(&self, cell: &RawCell) -> Option<&Format> {
        self.0.get(usize::try_from(cell.format).ok()?)
    }
}

impl<'f> Grid<'f> {
    pub(super) fn new(sheet: &'f RawSheet, formats: &'f Formats) -> Grid<'f> {
        let mut rows: Vec<(u32, usize)> = Vec::new();
        for (place, cell) in sheet.cells.iter().enumerate() {
            if rows.last().is_none_or(|(row, _)| *row != cell.row) {
                rows.push((cell.row, place));
            }
        }
        let hidden_rows = in_order(&sheet.hidden_rows);
        let hidden_cols = in_order(&sheet.hidden_cols);
        let name = SheetName { name: sheet.name.as_str().into(), naming: sheet.naming }.into();
        let merges = Merges::of(&sheet.merges);
        Grid { sheet, name, rows, formats, hidden_rows, hidden_cols, merges }
    }

    pub(super) fn cell(&self, row: u32, col: u32) -> Option<&'f RawCell> {
        cell_in(self.row(row), col)
    }

    /// Rows that have a cell, ascending.
    pub(super) fn rows(&self) -> impl DoubleEndedIterator<Item = u32> + '_ {
        self.rows.iter().map(|(row, _)| *row)
    }

    /// Rows from `first` to before `end` that have a cell, ascending.
    pub(super) fn rows_in(&self, rows: Range<u32>) -> impl DoubleEndedIterator<Item = u32> + '_ {
        let from = self.rows.partition_point(|(row, _)| *row < rows.start);
        let to = self.rows.partition_point(|(row, _)| *row < rows.end);
        self.rows[from..to.max(from)].iter().map(|(row, _)| *row)
    }

    /// The cells of a row from left to right.
    pub(super) fn row(&self, row: u32) -> &'f [RawCell] {
        let Ok(at) = self.rows.binary_search_by_key(&row, |(row, _)| *row) else { return &[] };
        let end = self.rows.get(at + 1).map_or(self.sheet.cells.len(), |(_, place)| *place);
        &self.sheet.cells[self.rows[at].1..end]
    }

    /// The cells of a row that stand in these columns.
    pub(super) fn row_in(&self, row: u32, cols: &Range<u32>) -> &'f [RawCell] {
        let cells = self.row(row);
        let from = cells.partition_point(|cell| cell.col < cols.start);
        let to = cells.partition_point(|cell| cell.col < cols.end);
        &cells[from..to.max(from)]
    }

    /// The text of a cell, NFC, trimmed; a number as its digits; empty when there is none.
    pub(super) fn text(&self, row: u32, col: u32) -> Cow<'f, str> {
        self.cell(row, col).map(|cell| text_of(&cell.value)).unwrap_or_default()
    }

    /// The text of a cell or of the merged area that it is part of.
    pub(super) fn merged_text(&self, row: u32, col: u32) -> Cow<'f, str> {
        let own = self.text(row, col);
        if !own.is_empty() {
            return own;
        }
        let area = self.merges.at(row, col);
        area.map(|area: &Area| self.text(area.first_row, area.first_col)).unwrap_or_default()
    }

    /// The row in which the text stands that a merge down the column gives to this cell: the cell's
    /// own, but for empty ones.
    pub(super) fn first_row_of(&self, row: u32, col: u32) -> u32 {
        let goes_down = |area: &&Area| area.first_col == col && area.first_row < row;
        match self.is_blank(row, col) {
            true => self.merges.at(row, col).filter(goes_down).map_or(row, |area| area.first_row),
            false => row,
        }
    }

    pub(super) fn is_blank(&self, row: u32, col: u32) -> bool {
        let is_empty =
            |cell: &RawCell| cell.value != RawValue::NoResult && text_of(&cell.value).is_empty();
        self.cell(row, col).is_none_or(is_empty)
    }

    /// In a hidden sheet, row or column.
    pub(super) fn is_hidden(&self, row: u32, col: u32) -> bool {
        self.sheet.hidden || contains(&self.hidden_rows, row) || contains(&self.hidden_cols, col)
    }

    /// The number format code of a cell; `None` for "General".
    pub(super) fn format(&self, cell: &RawCell) -> Option<Arc<FormatCode>> {
        self.formats.get(cell)?.code.clone()
    }

    /// How its number format shows a stored number.
    pub(super) fn shown(&self, cell: &RawCell) -> Shown {
        self.formats.get(cell).map_or(Shown::AsStored, |format| format.shown)
    }

    pub(super) fn is_percent(&self, cell: &RawCell) -> bool {
        self.shown(cell) == Shown::Percent
    }
}

pub(super) fn cell_in(cells: &[RawCell], col: u32) -> Option<&RawCell> {
    cells.binary_search_by_key(&col, |cell| cell.col).ok().map(|at| &cells[at])
}

/// A value as text: NFC, trimmed.
pub(super) fn text_of(value: &RawValue) -> Cow<'_, str> {
    let text: &str = match value {
        RawValue::Number(text)
        | RawValue::Text(text)
        | RawValue::Error(text)
        | RawValue::Date(text) => text,
        RawValue::Bool(true) => "TRUE",
        RawValue::Bool(false) => "FALSE",
        RawValue::NoResult => "",
    };
    if text.is_ascii() || is_nfc_quick(text.chars()) == IsNormalized::Yes {
        return Cow::Borrowed(text.trim_matches(is_space));
    }
    Cow::Owned(text.nfc().collect::<String>().trim_matches(is_space).to_owned())
}

/// The cell as a person would copy it; a stored number without the noise behind its digits.
pub(super) fn raw_text(cell: &RawCell) -> Box<str> {
    match &cell.value {
        RawValue::Number(stored) => {
            plain_number(stored).map_or_else(|| stored.clone(), |value| value.plain().into())
        }
        value => text_of(value).into(),
    }
}

/// Ascending spans that neither touch nor overlap.
fn in_order(spans: &[Span]) -> Vec<Span> {
    let mut sorted = spans.to_vec();
    sorted.sort_unstable_by_key(|span| span.first);
    let mut joined: Vec<Span> = Vec::new();
    for span in sorted {
        match joined.last_mut() {
            Some(last) if span.first <= last.last.saturating_add(1) => {
                last.last = last.last.max(span.last);
            }
            _ => joined.push(span),
        }
    }
    joined
}

fn contains(spans: &[Span], at: u32) -> bool {
    let next = spans.partition_point(|span| span.first <= at);
    next > 0 && spans[next - 1].last >= at
}

fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}')
}
