//! What stands below a table: lines with a value of their own (totals of a scorecard, sums over
//! years), notes, signatures, and the legend of colours, which says nothing.

use tongket_figures::{Period, Unit, fold};

use super::down::{Table, slot};
use super::grid::Grid;
use super::slot::{Series, Slot, Slots};
use super::wording::{Label, counted_noun, read_label, years};
use crate::reading::Measure;

/// Lines below a table with indicators in rows take measure and period from the columns.
pub(super) fn of_values(table: &Table, rows: &[u32], slots: &mut Slots) {
    for &row in rows {
        let line = table.line(row);
        let label = read_label(&line.label);
        let values = table.values.iter().filter(|(col, _)| has_number(table.grid, row, *col));
        let n_before = slots.slots.len();
        if !label.text.is_empty() && !is_note(&line.label) {
            let unit = match line.unit.is_empty() {
                true => label.unit.or_else(|| counted_noun(&label.text)).unwrap_or_default(),
                false => line.unit,
            };
            let base_year = slots.base_year;
            slots.slots.extend(values.map(|(col, heading)| {
                let mut slot = slot(row, *col, &label.text, &unit, heading, base_year);
                slot.period = since(&label.text, slot.period).or(slot.period);
                slot
            }));
        }
        if slots.slots.len() == n_before {
            take_notes(table.grid, row, slots);
        }
    }
}

/// Lines below a transposed table speak of the indicator of the column their value stands in.
pub(super) fn of_indicators(
    grid: &Grid,
    label_col: u32,
    indicators: &[(u32, Label)],
    rows: &[u32],
    slots: &mut Slots,
) {
    for &row in rows {
        let label = read_label(&grid.text(row, label_col));
        let n_before = slots.slots.len();
        if !label.text.is_empty() && !is_note(&label.text) {
            let whole = slots.base_year.map(Period::Year);
            let values = indicators.iter().filter(|(col, _)| has_number(grid, row, *col));
            slots.slots.extend(values.map(|(col, indicator)| Slot {
                row,
                col: *col,
                row_path: String::new(),
                organisation: String::new(),
                indicator: summed_name(&label.text, indicator),
                measure: Some(Measure::Result),
                period: since(&label.text, whole).or(whole),
                unit: indicator.unit.clone().unwrap_or_default(),
                assigner: String::new(),
                assumed: label.assumed || indicator.assumed,
                series: Series::Column(*col),
            }));
        }
        if slots.slots.len() == n_before {
            take_notes(grid, row, slots);
        }
    }
}

/// "Lũy kế … từ năm 2020"
pub(super) fn is_cumulative(label: &str) -> bool {
    fold(label).contains("luy ke") && since(label, Some(Period::Year(2999))).is_some()
}

/// "Ghi chú: …", "(*) …", "Nguồn: …"
pub(super) fn is_note(text: &str) -> bool {
    let folded = fold(text);
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

fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|c| c.to_lowercase().chain(chars).collect()).unwrap_or_default()
}

fn has_number(grid: &Grid, row: u32, col: u32) -> bool {
    grid.text(row, col).contains(|c: char| c.is_ascii_digit())
}

fn take_notes(grid: &Grid, row: u32, slots: &mut Slots) {
    for cell in grid.row(row) {
        let text = grid.text(row, cell.col);
        if !text.is_empty() && !is_legend(&text) {
            slots.notes.push((row, cell.col));
        }
    }
}
