//! A sheet without headings: labels with a number beside them. Nothing says which kind of value
//! or year it is, so the person has to.

use super::block::{Block, Column, Line, LineKind, Table};
use super::grid::{Grid, text_of};
use super::wording::read_label;
use crate::raw::{CellNaming, RawCell, RawValue};
use crate::reading::Labels;
use tongket_figures::read_number;

pub(super) fn read(grid: &Grid) -> Table {
    let mut table = Table::default();
    // A table of a document without headings is its letterhead or its signatures.
    if grid.sheet.naming == CellNaming::WordTable {
        return table;
    }
    for row in grid.rows() {
        let cells = grid.row(row);
        let is_text = |value: &RawValue| matches!(value, RawValue::Text(t) if t.contains(char::is_alphabetic));
        let Some(at) = cells.iter().position(|cell| is_text(&cell.value)) else { continue };
        let label = read_label(&grid.text(row, cells[at].col));
        let values = cells[at + 1..].iter().filter(|cell| holds_number(cell));
        let columns: Vec<Column> = values.map(|cell| Column::alone(cell.col)).collect();
        if columns.is_empty() {
            continue;
        }
        let labels = Labels {
            indicator: label.text.into(),
            unit: label.unit.unwrap_or_default().into(),
            assumed: label.assumed,
            ..Labels::default()
        };
        let line = Line { row, labels: labels.into(), kind: LineKind::Item };
        table.blocks.push(Block { lines: vec![line], columns, transposed: false });
    }
    table
}

/// A number, or a text that begins or ends with one and says little besides.
fn holds_number(cell: &RawCell) -> bool {
    match &cell.value {
        RawValue::Number(_) => true,
        RawValue::Text(_) => {
            let text = text_of(&cell.value);
            text.split_whitespace().count() <= 4
                && text
                    .split_whitespace()
                    .any(|word| read_number(word.trim_end_matches(['%', '*'])).is_ok())
        }
        _ => false,
    }
}
