//! A sheet to look things up in: cells by place, merged areas seen as one.

use std::collections::HashMap;

use unicode_normalization::UnicodeNormalization;

use crate::raw::{RawCell, RawSheet, RawValue, Span};

pub(super) struct Grid<'f> {
    pub(super) sheet: &'f RawSheet,
    /// Place of each cell in the sheet's list.
    places: HashMap<(u32, u32), usize>,
    /// Where each row begins in the sheet's list, ascending.
    rows: Vec<(u32, usize)>,
    formats: &'f [String],
    hidden_rows: Vec<Span>,
    hidden_cols: Vec<Span>,
}

impl<'f> Grid<'f> {
    pub(super) fn new(sheet: &'f RawSheet, formats: &'f [String]) -> Grid<'f> {
        let mut places = HashMap::new();
        let mut rows: Vec<(u32, usize)> = Vec::new();
        for (place, cell) in sheet.cells.iter().enumerate() {
            places.insert((cell.row, cell.col), place);
            if rows.last().is_none_or(|(row, _)| *row != cell.row) {
                rows.push((cell.row, place));
            }
        }
        let hidden_rows = in_order(&sheet.hidden_rows);
        let hidden_cols = in_order(&sheet.hidden_cols);
        Grid { sheet, places, rows, formats, hidden_rows, hidden_cols }
    }

    pub(super) fn cell(&self, row: u32, col: u32) -> Option<&'f RawCell> {
        self.places.get(&(row, col)).map(|place| &self.sheet.cells[*place])
    }

    /// Rows that have a cell, ascending.
    pub(super) fn rows(&self) -> impl DoubleEndedIterator<Item = u32> + '_ {
        self.rows.iter().map(|(row, _)| *row)
    }

    /// The cells of a row from left to right.
    pub(super) fn row(&self, row: u32) -> &'f [RawCell] {
        let Ok(at) = self.rows.binary_search_by_key(&row, |(row, _)| *row) else { return &[] };
        let end = self.rows.get(at + 1).map_or(self.sheet.cells.len(), |(_, place)| *place);
        &self.sheet.cells[self.rows[at].1..end]
    }

    /// The text of a cell, NFC, trimmed; a number as its digits; empty when there is none.
    pub(super) fn text(&self, row: u32, col: u32) -> String {
        self.cell(row, col).map(|cell| text_of(&cell.value)).unwrap_or_default()
    }

    pub(super) fn is_blank(&self, row: u32, col: u32) -> bool {
        self.cell(row, col).is_none_or(|cell| text_of(&cell.value).is_empty())
    }

    /// In a hidden sheet, row or column.
    pub(super) fn is_hidden(&self, row: u32, col: u32) -> bool {
        self.sheet.hidden || contains(&self.hidden_rows, row) || contains(&self.hidden_cols, col)
    }

    /// The number format code of a cell.
    pub(super) fn format(&self, cell: &RawCell) -> &'f str {
        let place = usize::try_from(cell.format).ok();
        place.and_then(|place| self.formats.get(place)).map_or("General", String::as_str)
    }
}

/// A value as text: NFC, trimmed.
pub(super) fn text_of(value: &RawValue) -> String {
    let text: &str = match value {
        RawValue::Number(text)
        | RawValue::Text(text)
        | RawValue::Error(text)
        | RawValue::Date(text) => text,
        RawValue::Bool(true) => "TRUE",
        RawValue::Bool(false) => "FALSE",
        RawValue::NoResult => "",
    };
    text.nfc().collect::<String>().trim_matches(is_space).to_owned()
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
