//! The file as it stands, for the pane beside the plan: a window of its rows at a time.

use serde::Serialize;
use specta::Type;
use tongket_figures::{Amount, DateReading, print_number, read_date};
use tongket_intake::{RawCell, RawSheet, RawValue};

use super::OpenImport;
use crate::plain::count;

/// Columns beyond are not shown; no form of an office has as many.
const SHOWN_COLS: u32 = 64;

/// A row of a sheet, or a paragraph of a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct SourceRow {
    /// From 0.
    pub row: u32,
    /// "7", "p5", "fn2"
    pub name: String,
    pub hidden: bool,
    /// Those with a value, from left to right.
    pub cells: Vec<SourceCell>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct SourceCell {
    /// From 0.
    pub col: u32,
    /// Over so many columns.
    pub n_cols: u32,
    /// And so many rows.
    pub n_rows: u32,
    pub text: String,
    /// Stands at the right, as numbers do.
    pub is_number: bool,
    pub is_struck: bool,
    /// In a hidden column.
    pub is_hidden: bool,
}

impl OpenImport {
    /// Rows `from` to `from + n_wanted` of a sheet; of the text outside of tables when `sheet` is
    /// `None`. Empty rows are left out.
    pub fn source(&self, sheet: Option<u32>, from: u32, n_wanted: u32) -> Vec<SourceRow> {
        let to = from.saturating_add(n_wanted);
        let Some(sheet) = sheet else { return self.paragraphs(from, to) };
        let sheet = usize::try_from(sheet).ok().and_then(|at| self.raw.sheets.get(at));
        sheet.map(|sheet| rows_of(sheet, from, to)).unwrap_or_default()
    }

    fn paragraphs(&self, from: u32, to: u32) -> Vec<SourceRow> {
        let paragraphs = self.raw.paragraphs.iter().enumerate();
        let in_view = paragraphs.map(|(row, paragraph)| (count(row), paragraph));
        let in_view = in_view.filter(|(row, _)| (from..to).contains(row));
        let shown = in_view.map(|(row, paragraph)| SourceRow {
            row,
            name: paragraph.place.to_string(),
            hidden: false,
            cells: vec![SourceCell {
                col: 0,
                n_cols: 1,
                n_rows: 1,
                text: paragraph.text.to_string(),
                is_number: false,
                is_struck: false,
                is_hidden: false,
            }],
        });
        shown.collect()
    }
}

fn rows_of(sheet: &RawSheet, from: u32, to: u32) -> Vec<SourceRow> {
    let first = sheet.cells.partition_point(|cell| cell.row < from);
    let cells = sheet.cells[first..].iter().take_while(|cell| cell.row < to);
    let mut rows: Vec<SourceRow> = Vec::new();
    for cell in cells.filter(|cell| cell.col < SHOWN_COLS) {
        if rows.last().is_none_or(|row| row.row != cell.row) {
            let hidden = sheet.hidden_rows.iter().any(|span| span.contains(cell.row));
            let name = (cell.row + 1).to_string();
            rows.push(SourceRow { row: cell.row, name, hidden, cells: Vec::new() });
        }
        if let Some(row) = rows.last_mut() {
            row.cells.push(shown(sheet, cell));
        }
    }
    rows
}

fn shown(sheet: &RawSheet, cell: &RawCell) -> SourceCell {
    let (text, is_number) = match &cell.value {
        RawValue::Number(digits) => match digits.parse::<Amount>() {
            Ok(amount) => (print_number(amount), true),
            Err(_) => (digits.to_string(), true),
        },
        RawValue::Text(text) => (text.to_string(), false),
        RawValue::Bool(true) => ("TRUE".to_owned(), false),
        RawValue::Bool(false) => ("FALSE".to_owned(), false),
        RawValue::Error(error) => (error.to_string(), false),
        RawValue::Date(iso) => (day(iso), true),
        RawValue::NoResult => ("(chưa tính)".to_owned(), false),
    };
    let merged =
        sheet.merges.iter().find(|area| (area.first_row, area.first_col) == (cell.row, cell.col));
    let last_col = merged.map_or(cell.col, |area| area.last_col.min(SHOWN_COLS - 1));
    let last_row = merged.map_or(cell.row, |area| area.last_row);
    SourceCell {
        col: cell.col,
        n_cols: last_col - cell.col + 1,
        n_rows: last_row - cell.row + 1,
        text,
        is_number,
        is_struck: cell.struck,
        is_hidden: sheet.hidden_cols.iter().any(|span| span.contains(cell.col)),
    }
}

/// "17/9/2023" of an ISO date; the time of day as it stands.
fn day(iso: &str) -> String {
    let (date, time) = iso.split_once('T').unwrap_or((iso, ""));
    match read_date(date) {
        Some(DateReading::Day(day)) if time.is_empty() || time.starts_with("00:00") => {
            day.print(&tongket_figures::Style::default())
        }
        _ => iso.replace('T', " "),
    }
}
