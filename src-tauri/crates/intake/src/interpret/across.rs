//! A transposed table: periods and kinds of value in rows, indicators in columns.

use super::below;
use super::grid::Grid;
use super::heading::Heading;
use super::layout::Layout;
use super::slot::{Series, Slot, Slots};
use super::wording::Label;

pub(super) fn read(
    grid: &Grid,
    layout: &Layout,
    indicators: &[(u32, Label)],
    base_year: impl FnOnce(&[Heading]) -> Option<i32>,
) -> Slots {
    let rows: Vec<u32> = grid.rows().filter(|row| *row >= layout.first_data_row).collect();
    let label = |row: u32| grid.text(row, layout.label_col);
    let mut lines: Vec<(u32, Heading)> = Vec::new();
    let mut below = Vec::new();
    for &row in &rows {
        let behind_gap = lines.last().is_some_and(|(last, _)| row > last + 1);
        match Heading::read([label(row).as_str()]) {
            // A sum of years is no period of the table.
            Some(heading) if below.is_empty() && !below::is_cumulative(&label(row)) => {
                lines.push((row, heading));
            }
            None if !behind_gap && below.is_empty() => {}
            _ => below.push(row),
        }
    }
    let headings: Vec<Heading> = lines.iter().map(|(_, heading)| heading.clone()).collect();
    let base_year = base_year(&headings);
    let mut slots = Slots { base_year, ..Slots::default() };
    for (row, heading) in &lines {
        for (col, indicator) in indicators {
            let mut slot = slot(*row, *col, indicator, heading, base_year);
            if slot.unit.is_empty() {
                slot.unit.clone_from(&layout.unit);
            }
            slots.slots.push(slot);
        }
    }
    below::of_indicators(grid, layout.label_col, indicators, &below, &mut slots);
    slots
}

fn slot(row: u32, col: u32, indicator: &Label, heading: &Heading, base_year: Option<i32>) -> Slot {
    let ratio = heading.is_ratio();
    let unit = match &heading.unit {
        Some(unit) => unit.clone(),
        None if ratio => "%".to_owned(),
        None => indicator.unit.clone().unwrap_or_default(),
    };
    Slot {
        row,
        col,
        row_path: String::new(),
        organisation: String::new(),
        indicator: indicator.text.clone(),
        measure: Some(heading.measure(base_year)),
        period: heading.period(base_year),
        unit,
        assigner: heading.assigner.clone(),
        assumed: heading.assumed || indicator.assumed,
        series: if ratio { Series::Row(row) } else { Series::Column(col) },
    }
}
