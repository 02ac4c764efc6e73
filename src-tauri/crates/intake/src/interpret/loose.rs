//! A sheet without headings: labels with a number beside them. Nothing says which kind of value
//! or year it is, so the person has to.

use super::grid::Grid;
use super::slot::{Series, Slot, Slots};
use super::wording::read_label;
use crate::raw::RawValue;

pub(super) fn read(grid: &Grid) -> Slots {
    let mut slots = Slots::default();
    for row in grid.rows() {
        let cells = grid.row(row);
        let is_text = |value: &RawValue| matches!(value, RawValue::Text(t) if t.contains(char::is_alphabetic));
        let Some(at) = cells.iter().position(|cell| is_text(&cell.value)) else { continue };
        let label = read_label(&grid.text(row, cells[at].col));
        let values = cells[at + 1..]
            .iter()
            .filter(|cell| grid.text(row, cell.col).contains(|c: char| c.is_ascii_digit()));
        slots.slots.extend(values.map(|cell| Slot {
            row,
            col: cell.col,
            row_path: String::new(),
            organisation: String::new(),
            indicator: label.text.clone(),
            measure: None,
            period: None,
            unit: label.unit.clone().unwrap_or_default(),
            assigner: String::new(),
            assumed: label.assumed,
            series: Series::Row(row),
        }));
    }
    slots
}
