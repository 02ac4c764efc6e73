//! What stands below a table: lines with a value of their own (totals of a scorecard, sums over
//! years), notes, signatures, and the legend of colours, which says nothing.

use std::sync::Arc;

use tongket_figures::{Period, Unit, fold};

use super::block::{Block, Column, Line, LineKind, Table};
use super::down::{Form, columns};
use super::grid::Grid;
use super::layout::{Layout, ValueColumn};
use super::naming::lower_first;
use super::times::Times;
use super::wording::{Label, counted_noun, is_prose, read_label, years};
use crate::reading::{Labels, Measure, Status};

/// Lines below a table with indicators in rows take measure and period from the columns.
pub(super) fn of_values(form: &Form, values: &[ValueColumn], rows: &[u32], table: &mut Table) {
    for &row in rows {
        let line = form.line(row, values);
        let label = read_label(&line.label);
        let filled = values.iter().filter(|value| has_number(form.grid, row, value.col));
        let filled: Vec<ValueColumn> = filled.cloned().collect();
        if label.text.is_empty() || is_note(&line.label) || filled.is_empty() {
            take_notes(form.grid, form.layout, row, table);
            continue;
        }
        let unit = match line.unit.is_empty() {
            true => label.unit.or_else(|| counted_noun(&label.text)).unwrap_or_default(),
            false => line.unit,
        };
        let mut columns = columns(form.layout, &filled, form.times);
        for column in &mut columns {
            let period = since(&label.text, column.labels.period).or(column.labels.period);
            column.labels = Labels { period, ..(*column.labels).clone() }.into();
        }
        let labels = Labels {
            indicator: label.text.into(),
            unit: unit.into(),
            assumed: label.assumed,
            ..Labels::default()
        };
        let line = Line { row, labels: labels.into(), kind: LineKind::Item };
        table.blocks.push(Block { lines: vec![line], columns, transposed: false });
    }
}

/// Lines below a transposed table speak of the indicator of the column their value stands in.
pub(super) fn of_indicators(
    grid: &Grid,
    layout: &Layout,
    indicators: &[(u32, Label)],
    rows: &[u32],
    times: &Times,
    table: &mut Table,
) {
    for &row in rows {
        let label = read_label(&grid.text(row, layout.label_col));
        let filled: Vec<_> =
            indicators.iter().filter(|(col, _)| has_number(grid, row, *col)).collect();
        if label.text.is_empty() || is_note(&label.text) || filled.is_empty() {
            take_notes(grid, layout, row, table);
            continue;
        }
        let whole = times.base.map(Period::Year);
        let columns = filled.into_iter().map(|(col, indicator)| {
            let labels = Arc::new(Labels {
                indicator: summed_name(&label.text, indicator).into(),
                measure: Some(Measure::Result),
                period: since(&label.text, whole).or(whole),
                unit: indicator.unit.as_deref().unwrap_or_default().into(),
                assumed: label.assumed || indicator.assumed,
                ..Labels::default()
            });
            let page_labels = Arc::clone(&labels);
            Column { col: *col, labels, page_labels, compares_down: true, numbers_only: false }
        });
        let line = Line { row, labels: Arc::default(), kind: LineKind::Item };
        let columns = columns.collect();
        table.blocks.push(Block { lines: vec![line], columns, transposed: false });
    }
}

/// "Lũy kế … từ năm 2020"
pub(super) fn is_cumulative(label: &str) -> bool {
    fold(label).contains("luy ke") && since(label, Some(Period::Year(2999))).is_some()
}

/// "Ghi chú: …", "(*) …", "Nguồn: …"
pub(super) fn is_note(text: &str) -> bool {
    if is_prose(text) {
        return true;
    }
    let folded = fold(text);
    let folded = folded.trim_start_matches(['*', '-', ' ']);
    folded.starts_with("ghi chu") || folded.starts_with("nguon:") || folded.starts_with("(*")
}

/// "Ô nền vàng: …" explains a colour of the form.
fn is_legend(text: &str) -> bool {
    let folded = fold(text);
    ["o nen ", "o mau ", "o to mau", "chu mau "].iter().any(|head| folded.starts_with(head))
}

/// The years from the one that the label names to the year of `period`.
fn since(label: &str, period: Option<Period>) -> Option<Period> {
    let Some(Period::Year(to)) = period else { return None };
    let folded = fold(label);
    let after = folded.split_once("tu nam ").or(folded.split_once("tu dau nam "))?.1;
    let from = years(after).first().copied()?;
    (from < to).then_some(Period::Range { from, to })
}

/// "Lũy kế cây xanh từ năm 2020" under "Cây xanh trồng mới" is "Số cây xanh trồng lũy kế từ năm
/// 2020": the column's indicator, summed, and no longer new.
fn summed_name(label: &str, indicator: &Label) -> String {
    let folded = fold(label);
    let noun = folded
        .strip_prefix("luy ke ")
        .and_then(|rest| rest.split_once(" tu "))
        .map(|(noun, _)| noun.to_owned());
    let year = years(label).first().copied();
    let (Some(noun), Some(year)) = (noun, year) else { return label.to_owned() };
    if !fold(&indicator.text).starts_with(&noun) {
        return label.to_owned();
    }
    let name = indicator.text.strip_suffix(" mới").unwrap_or(&indicator.text);
    let counts = indicator.unit.as_deref().is_some_and(|unit| Unit::read(unit).is_count());
    let already = fold(name).starts_with("so ") || fold(name).starts_with("tong ");
    match counts && !already {
        true => format!("Số {} lũy kế từ năm {year}", lower_first(name)),
        false => format!("{name} lũy kế từ năm {year}"),
    }
}

fn has_number(grid: &Grid, row: u32, col: u32) -> bool {
    grid.text(row, col).contains(|c: char| c.is_ascii_digit())
}

fn take_notes(grid: &Grid, layout: &Layout, row: u32, table: &mut Table) {
    for cell in grid.row_in(row, &layout.cols) {
        let text = grid.text(row, cell.col);
        if !text.is_empty() && !is_legend(&text) {
            table.marks.push((row, cell.col, Status::Note));
        }
    }
}
