//! A table with its indicators in rows and its kinds of value in columns.

use super::below;
use super::grid::Grid;
use super::heading::Heading;
use super::layout::Layout;
use super::outline::{Outline, is_numbering};
use super::slot::{Series, Slot, Slots};
use super::wording::read_label;

pub(super) fn read(
    grid: &Grid,
    layout: &Layout,
    values: &[(u32, Heading)],
    base_year: Option<i32>,
) -> Slots {
    let mut slots = Slots { base_year, ..Slots::default() };
    let mut outline = Outline::default();
    let table = Table { grid, layout, values };
    let rows: Vec<u32> = grid.rows().filter(|row| *row >= layout.first_data_row).collect();
    let mut previous = layout.first_data_row;
    for (idx, &row) in rows.iter().enumerate() {
        let line = table.line(row);
        if table.ends_before(&line, row > previous + 1) {
            below::of_values(&table, &rows[idx..], &mut slots);
            break;
        }
        previous = row;
        let label = read_label(&line.label);
        if label.text.is_empty() {
            continue;
        }
        let unit = if line.unit.is_empty() { label.unit.unwrap_or_default() } else { line.unit };
        if unit.is_empty() && !line.has_values {
            outline.open_group(&line.numbering, &label.text);
            continue;
        }
        let standing = outline.stand(&line.numbering, &label.text);
        let unit = if unit.is_empty() { &layout.unit } else { &unit };
        let (organisation, indicator) = match layout.rows_are_units {
            true => (standing.indicator, String::new()),
            false => (String::new(), standing.indicator),
        };
        for (col, heading) in values {
            slots.slots.push(Slot {
                row_path: standing.row_path.clone(),
                organisation: organisation.clone(),
                assumed: heading.assumed || label.assumed,
                ..slot(row, *col, &indicator, unit, heading, base_year)
            });
        }
    }
    slots
}

/// A sheet's table with the columns that hold values.
pub(super) struct Table<'t> {
    pub(super) grid: &'t Grid<'t>,
    pub(super) layout: &'t Layout,
    pub(super) values: &'t [(u32, Heading)],
}

/// The fixed columns of one row.
pub(super) struct Line {
    pub(super) numbering: String,
    pub(super) label: String,
    pub(super) unit: String,
    pub(super) has_values: bool,
}

impl Table<'_> {
    pub(super) fn line(&self, row: u32) -> Line {
        let text = |col: Option<u32>| col.map(|col| self.grid.text(row, col)).unwrap_or_default();
        let numbering = text(self.layout.numbering_col);
        let label = text(Some(self.layout.label_col));
        let has_values = self.values.iter().any(|(col, _)| !self.grid.is_blank(row, *col));
        // A total often stands in cells merged from the numbering on.
        let label = match label.is_empty() && !is_numbering(&numbering) && has_values {
            true => numbering.clone(),
            false => label,
        };
        Line { numbering, label, unit: text(self.layout.unit_col), has_values }
    }

    /// True when the table ended above this row. Behind a gap only a numbered row, or in a table
    /// without numbers a full one, still belongs to it.
    fn ends_before(&self, line: &Line, behind_gap: bool) -> bool {
        let first = if line.numbering.is_empty() { &line.label } else { &line.numbering };
        if below::is_note(first) {
            return true;
        }
        if !behind_gap {
            let stray = !line.numbering.is_empty() && !is_numbering(&line.numbering);
            return stray && line.label.is_empty();
        }
        match self.layout.numbering_col {
            Some(_) => !is_numbering(&line.numbering),
            None => line.label.is_empty() || !line.has_values,
        }
    }
}

pub(super) fn slot(
    row: u32,
    col: u32,
    indicator: &str,
    unit: &str,
    heading: &Heading,
    base_year: Option<i32>,
) -> Slot {
    let ratio = heading.is_ratio();
    let unit = match &heading.unit {
        Some(unit) => unit,
        None if ratio => "%",
        None => unit,
    };
    Slot {
        row,
        col,
        row_path: String::new(),
        organisation: String::new(),
        indicator: indicator.to_owned(),
        measure: Some(heading.measure(base_year)),
        period: heading.period(base_year),
        unit: unit.to_owned(),
        assigner: heading.assigner.clone(),
        assumed: heading.assumed,
        series: if ratio { Series::Column(col) } else { Series::Row(row) },
    }
}
