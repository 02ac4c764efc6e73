//! A table with its indicators or units in rows and its kinds of value in columns.

use std::sync::Arc;

use super::below;
use super::block::{Block, Column, Line, LineKind, Table};
use super::grid::Grid;
use super::heading::Kind;
use super::layout::{Layout, ValueColumn};
use super::naming;
use super::outline::{Outline, is_numbering, is_page_total, is_total};
use super::span::cut_off;
use super::times::Times;
use super::wording::read_label;
use crate::reading::{Labels, Measure, Status};
use tongket_figures::{Period, fold};

pub(super) fn read(grid: &Grid, layout: &Layout, values: &[ValueColumn], times: &Times) -> Table {
    let columns = columns(layout, values, times);
    let mut reader = Reader {
        form: Form { grid, layout, times },
        values,
        outline: Outline::default(),
        last_unit: Arc::default(),
        groups: vec![String::new(); layout.group_cols.len()],
        last_path: Arc::default(),
        current: Block { columns, ..Block::default() },
        table: Table::default(),
    };
    reader.read();
    let Reader { current, mut table, .. } = reader;
    table.blocks.push(current);
    table
}

/// The fixed parts of a table.
#[derive(Clone, Copy)]
pub(super) struct Form<'t> {
    pub(super) grid: &'t Grid<'t>,
    pub(super) layout: &'t Layout,
    pub(super) times: &'t Times,
}

struct Reader<'t> {
    form: Form<'t>,
    values: &'t [ValueColumn],
    outline: Outline,
    /// Of the row above that named one.
    last_unit: Arc<str>,
    /// The group that each group column named last.
    groups: Vec<String>,
    /// What they and the outline said of the row read last: rows of one group share it.
    last_path: Arc<str>,
    /// The lines read so far.
    current: Block,
    table: Table,
}

impl Reader<'_> {
    fn read(&mut self) {
        let Form { grid, layout, .. } = self.form;
        let rows: Vec<u32> = grid.rows_in(layout.first_data_row..layout.end_row).collect();
        let mut previous = layout.first_data_row;
        let mut skip_to = 0;
        // Each line is looked at from the one above it first.
        let mut looked_at: Option<(u32, WrittenLine)> = None;
        for (idx, &row) in rows.iter().enumerate() {
            let repeat = layout.repeats.binary_search_by_key(&row, |(first, _)| *first);
            if let Ok((first, data)) = repeat.map(|at| &layout.repeats[at]) {
                let first_cell = grid
                    .row_in(*first, &layout.cols)
                    .iter()
                    .find(|c| !grid.is_blank(*first, c.col));
                let mark = first_cell.map(|cell| (*first, cell.col, Status::RepeatedHeader));
                self.table.marks.extend(mark);
                (skip_to, previous) = (*data, *data);
                continue;
            }
            if row < skip_to || grid.row_in(row, &layout.cols).is_empty() {
                continue;
            }
            let line = looked_at.take().filter(|(of, _)| *of == row).map(|(_, line)| line);
            let line = line.unwrap_or_else(|| self.form.line(row, self.values));
            if self.form.ends_before(&line, row > previous + 1) {
                below::of_values(&self.form, self.values, &rows[idx..], &mut self.table);
                return;
            }
            previous = row;
            looked_at = rows.get(idx + 1).map(|next| (*next, self.form.line(*next, self.values)));
            self.take(row, line, looked_at.as_ref().map(|(_, next)| next));
        }
    }

    fn take(&mut self, row: u32, line: WrittenLine, next: Option<&WrittenLine>) {
        let layout = self.form.layout;
        let label = read_label(&line.label);
        if label.text.is_empty() {
            return self.take_unnamed(row, &line);
        }
        let unit: Arc<str> = match self.form.written_unit(&line.unit, &self.last_unit) {
            "" => label.unit.as_deref().unwrap_or_default().into(),
            unit if *unit == *self.last_unit => Arc::clone(&self.last_unit),
            unit => unit.into(),
        };
        if unit.is_empty() && !line.has_values {
            self.outline.open_group(&line.numbering, &label.text);
            return;
        }
        let totals = match () {
            () if is_page_total(&label.text) => Some(LineKind::PageTotal),
            () if is_total(&label.text) => Some(LineKind::Total),
            () => None,
        };
        let standing = match totals {
            Some(LineKind::PageTotal) => self.outline.beside(&label.text),
            _ => self.outline.stand(&line.numbering, &label.text),
        };
        let kind = totals.unwrap_or_else(|| match next {
            Some(next) if self.outline.is_above(&next.numbering) => match layout.rows_are_units {
                true => LineKind::GroupOfUnits,
                false => LineKind::Group,
            },
            _ => LineKind::Item,
        });
        let row_path = match totals {
            Some(_) => Arc::default(),
            None => self.row_path(row, standing.row_path),
        };
        if !unit.is_empty() {
            self.last_unit = Arc::clone(&unit);
        }
        let unit = if unit.is_empty() { layout.titles.unit_of(&label.text).into() } else { unit };
        let (organisation, indicator) = match layout.rows_are_units {
            true => (label.text.clone(), String::new()),
            false => (String::new(), standing.indicator),
        };
        let labels = Labels {
            row_path,
            organisation: organisation.into(),
            indicator: indicator.into(),
            unit,
            assumed: label.assumed,
            ..Labels::default()
        };
        let line = Line { row, labels: labels.into(), kind };
        match cut_off(&label.text, self.form.times.base).filter(|_| label.text.contains("(")) {
            // "Hà Nội (đến 25/9)": this line ends on a day of its own.
            Some(date) => {
                let times = Times { running: Some(Period::CutOff(date)), ..*self.form.times };
                let columns = columns(layout, self.values, &times);
                let before = std::mem::take(&mut self.current);
                self.current.columns.clone_from(&before.columns);
                let own = Block { lines: vec![line], columns, transposed: false };
                self.table.blocks.extend([before, own]);
            }
            None => self.current.lines.push(line),
        }
    }

    /// Values that nothing names are shown all the same; a line of prose is a note.
    fn take_unnamed(&mut self, row: u32, line: &WrittenLine) {
        let Form { layout, .. } = self.form;
        if line.has_values {
            let unit = self.form.written_unit(&line.unit, &self.last_unit).into();
            let labels = Labels { unit, ..Labels::default() };
            let line = Line { row, labels: labels.into(), kind: LineKind::Unnamed };
            self.current.lines.push(line);
        } else if !line.label.is_empty() {
            self.table.marks.push((row, layout.label_col, Status::Note));
        }
    }

    /// What the group columns say, then the groups above.
    fn row_path(&mut self, row: u32, of_outline: Arc<str>) -> Arc<str> {
        let Form { grid, layout, .. } = self.form;
        for (group, col) in self.groups.iter_mut().zip(&layout.group_cols) {
            let text = read_label(&grid.merged_text(row, *col)).text;
            // Left of the labels, an empty cell goes on with the group above.
            if !text.is_empty() || *col > layout.label_col {
                *group = text;
            }
        }
        if self.groups.iter().all(String::is_empty) {
            return of_outline;
        }
        let groups = self.groups.iter().map(String::as_str).chain([&*of_outline]);
        let path = groups.filter(|group| !group.is_empty()).collect::<Vec<_>>().join(" > ");
        if *self.last_path != *path {
            self.last_path = path.into();
        }
        Arc::clone(&self.last_path)
    }
}

/// The fixed columns of one row, as written.
pub(super) struct WrittenLine {
    pub(super) numbering: String,
    pub(super) label: String,
    pub(super) unit: String,
    pub(super) has_values: bool,
}

impl Form<'_> {
    pub(super) fn line(&self, row: u32, values: &[ValueColumn]) -> WrittenLine {
        let of_row = |row: u32, col: Option<u32>| {
            col.map(|col| self.grid.text(row, col).into_owned()).unwrap_or_default()
        };
        // "Thu ngân sách" merged over a row in đồng and one in USD names both.
        let first_row = self.grid.first_row_of(row, self.layout.label_col);
        let numbering = of_row(first_row, self.layout.numbering_col);
        let label = of_row(first_row, Some(self.layout.label_col));
        let unit_row = self.layout.unit_col.map_or(row, |col| self.grid.first_row_of(row, col));
        let has_values = values.iter().any(|value| !self.grid.is_blank(row, value.col));
        // A label in a merge over the column of numbers stands in cells merged from there on.
        let label = match label.is_empty() && !is_numbering(&numbering) && has_values {
            true => numbering.clone(),
            false => label,
        };
        let unit = of_row(unit_row, self.layout.unit_col);
        WrittenLine { numbering, label, unit, has_values }
    }

    /// The unit that a row writes: `"`, "//" and "nt" are that of the row above, "-" is none.
    fn written_unit<'u>(&self, written: &'u str, above: &'u str) -> &'u str {
        let has_word = written.contains(|c: char| c.is_alphanumeric() || "%‰₫$°".contains(c));
        match () {
            () if matches!(fold(written).trim_matches(['-', ' ']), "nt" | "n/t") => above,
            () if has_word => written,
            () if written.contains(['"', '\'', '”', '“', '″', '/', '〃']) => above,
            () => "",
        }
    }

    /// True when the table ended above this row. Behind a gap only a numbered row, or in a table
    /// without numbers a full one, still belongs to it.
    fn ends_before(&self, line: &WrittenLine, behind_gap: bool) -> bool {
        let first = if line.numbering.is_empty() { &line.label } else { &line.numbering };
        if below::is_note(first) {
            return true;
        }
        if !behind_gap {
            let stray = !line.numbering.is_empty() && !is_numbering(&line.numbering);
            return stray && line.label.is_empty();
        }
        let is_sum = is_total(&line.label) || is_page_total(&line.label);
        match self.layout.numbering_col {
            Some(_) => !is_numbering(&line.numbering) && !is_sum,
            None => line.label.is_empty() || !line.has_values,
        }
    }
}

/// What the headings say of their columns in a report on these times.
pub(super) fn columns(layout: &Layout, values: &[ValueColumn], times: &Times) -> Vec<Column> {
    values.iter().map(|value| column(layout, value, times)).collect()
}

fn column(layout: &Layout, value: &ValueColumn, times: &Times) -> Column {
    let heading = value.heading.as_ref();
    let measure = match heading {
        Some(heading) => heading.measure(times, layout.titles.measure),
        None => Some(Measure::Result),
    };
    let period = match heading {
        Some(heading) => heading.period(measure, times),
        None => times.of_results(),
    };
    let is_ratio = measure.is_some_and(Measure::is_ratio);
    let (indicator, own_unit) = match layout.rows_are_units {
        true => naming::of_column(value, &layout.titles),
        false => (String::new(), heading.and_then(|heading| heading.unit.clone())),
    };
    let unit = match own_unit {
        Some(unit) => unit,
        None if is_ratio => "%".to_owned(),
        None => String::new(),
    };
    let is_date = measure == Some(Measure::DocumentDate);
    let labels = Labels {
        indicator: indicator.into(),
        measure,
        period: if is_date { None } else { period },
        unit: unit.into(),
        assigner: heading.map_or("", |heading| &heading.assigner).into(),
        assumed: heading.is_some_and(|heading| heading.assumed)
            || value.labels.iter().any(|label| label.assumed),
        head: naming::joined(&value.labels).into(),
        ..Labels::default()
    };
    let page_labels = Labels { period: None, unit: "".into(), ..labels.clone() };
    Column {
        col: value.col,
        labels: Arc::new(labels),
        page_labels: Arc::new(page_labels),
        compares_down: is_ratio || layout.rows_are_units,
        numbers_only: heading
            .is_some_and(|heading| matches!(heading.kind, Kind::Short | Kind::Unknown)),
    }
}
