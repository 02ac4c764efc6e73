//! A transposed table: periods and kinds of value in rows, indicators in columns.

use std::sync::Arc;

use super::below;
use super::block::{Block, Column, Line, LineKind, Table};
use super::grid::Grid;
use super::heading::Heading;
use super::layout::Layout;
use super::times::Times;
use super::wording::{Label, read_label};
use crate::raw::RawValue;
use crate::reading::Labels;

pub(super) fn read(
    grid: &Grid,
    layout: &Layout,
    indicators: &[(u32, Label)],
    times_of: impl FnOnce(&[Heading]) -> Times,
) -> (Table, Times) {
    let label = |row: u32| grid.text(row, layout.label_col);
    let mut lines: Vec<(u32, Heading)> = Vec::new();
    let mut below = Vec::new();
    for row in grid.rows_in(layout.first_data_row..layout.end_row) {
        if grid.row_in(row, &layout.cols).is_empty() {
            continue;
        }
        let behind_gap = lines.last().is_some_and(|(last, _)| row > last + 1);
        match Heading::read([&*label(row)]) {
            // A sum of years is no period of the table.
            Some(heading) if below.is_empty() && !below::is_cumulative(&label(row)) => {
                lines.push((row, heading));
            }
            None if !behind_gap && below.is_empty() => {
                let has_numbers = indicators.iter().any(|(col, _)| {
                    grid.cell(row, *col)
                        .is_some_and(|cell| matches!(cell.value, RawValue::Number(_)))
                });
                if has_numbers {
                    lines.push((row, Heading::unknown(&[read_label(&label(row))])));
                }
            }
            _ => below.push(row),
        }
    }
    let headings: Vec<Heading> = lines.iter().map(|(_, heading)| heading.clone()).collect();
    let times = times_of(&headings);
    let block = Block {
        lines: lines
            .iter()
            .map(|(row, heading)| line(grid, *row, heading, layout, &times))
            .collect(),
        columns: indicators.iter().map(|(col, label)| column(*col, label, layout)).collect(),
        transposed: true,
    };
    let mut table = Table { blocks: vec![block], ..Table::default() };
    below::of_indicators(grid, layout, indicators, &below, &times, &mut table);
    (table, times)
}

fn line(grid: &Grid, row: u32, heading: &Heading, layout: &Layout, times: &Times) -> Line {
    let measure = heading.measure(times, layout.titles.measure);
    let is_ratio = measure.is_some_and(|measure| measure.is_ratio());
    let unit = match &heading.unit {
        Some(unit) => unit,
        None if is_ratio => "%",
        None => "",
    };
    let labels = Labels {
        measure,
        period: heading.period(measure, times),
        unit: unit.into(),
        assigner: heading.assigner.as_str().into(),
        assumed: heading.assumed,
        head: grid.text(row, layout.label_col).as_ref().into(),
        ..Labels::default()
    };
    Line { row, labels: labels.into(), kind: LineKind::Item }
}

fn column(col: u32, indicator: &Label, layout: &Layout) -> Column {
    let unit = indicator.unit.as_deref().unwrap_or(layout.titles.unit_of(&indicator.text));
    let labels = Arc::new(Labels {
        indicator: indicator.text.as_str().into(),
        unit: unit.into(),
        assumed: indicator.assumed,
        ..Labels::default()
    });
    let page_labels = Arc::clone(&labels);
    Column { col, labels, page_labels, compares_down: true, numbers_only: false }
}
