//! The rows that head a table: where they begin and end, and the texts over each column.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use tongket_figures::fold;

use super::grid::Grid;
use super::heading::Heading;
use super::roles::{Role, named_role};
use super::wording::{read_label, years};
use crate::raw::{Area, RawCell, RawValue};

/// More heading rows than any form has; a merge that is taller is no heading.
const MAX_HEADING_ROWS: u32 = 6;
/// Heading cells looked at; a real form has a few hundred.
const MAX_HEADING_CELLS: usize = 20_000;
/// Longer texts are sentences.
const MAX_ANCHOR_CHARS: usize = 40;

/// True for a row that can begin a table: its texts name the column of numbers, labels or units,
/// or, where `unnamed` ones are looked for, two kinds of value.
pub(super) fn may_head(grid: &Grid, row: u32, unnamed: bool) -> bool {
    let cells = grid.row(row);
    if cells.iter().take(200).any(is_plain_number) {
        return false;
    }
    let texts: Vec<_> = cells
        .iter()
        .take(200)
        .map(|cell| grid.text(row, cell.col))
        .filter(|text| !text.is_empty())
        .collect();
    if texts.len() < 2 || texts.iter().any(|text| is_number(text)) {
        return false;
    }
    let short = texts.iter().filter(|text| text.chars().count() <= MAX_ANCHOR_CHARS);
    let roles: Vec<Role> = short.filter_map(|text| named_role(&read_label(text).text)).collect();
    let named = |role: &Role| {
        matches!(role, Role::Numbering | Role::Label | Role::Times | Role::UnitOrLabel)
    };
    if roles.iter().any(named) {
        return true;
    }
    // "Xã" alone stands in cells as well.
    let names_units = roles.iter().any(|role| matches!(role, Role::Units));
    let n_values = texts.iter().filter(|text| Heading::read([&***text]).is_some()).take(2).count();
    (names_units && n_values > 0) || (unnamed && n_values == 2)
}

/// "6/8", "1.172,5", "12,5 - 13", "90%": data; a year is none.
fn is_number(text: &str) -> bool {
    text.contains(|c: char| c.is_ascii_digit())
        && text.chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || ".,/-–%()+*".contains(c))
        && !names_years_only(text)
}

/// "2023", "2023/2022 (%)"
fn names_years_only(text: &str) -> bool {
    let mut groups = text.split(|c: char| !c.is_ascii_digit()).filter(|group| !group.is_empty());
    groups.all(|group| group.len() == 4 && !years(group).is_empty())
}

/// A number that is no year: data stand in this row, not headings.
fn is_plain_number(cell: &RawCell) -> bool {
    match &cell.value {
        RawValue::Number(digits) => years(digits).is_empty() || digits.len() != 4,
        RawValue::Date(_) | RawValue::NoResult | RawValue::Error(_) | RawValue::Bool(_) => true,
        RawValue::Text(_) => false,
    }
}

/// The texts over each column from the top down, a merged heading once.
#[derive(Debug)]
pub(super) struct HeadingRows {
    pub(super) first_row: u32,
    pub(super) last_row: u32,
    texts: BTreeMap<u32, Vec<String>>,
}

impl HeadingRows {
    pub(super) fn new(grid: &Grid, first_row: u32) -> HeadingRows {
        let near = grid.merges.beginning_in(first_row..first_row + MAX_HEADING_ROWS).iter();
        let low = near.filter(|area| area.last_row - area.first_row < MAX_HEADING_ROWS);
        let merges: Vec<Area> = low.copied().collect();
        let merged_to = last_merged_row(grid, first_row, &merges);
        let last_row = match merged_to == first_row && continues(grid, first_row) {
            true => first_row + 1,
            false => merged_to,
        };
        let mut texts = texts_of(grid, first_row, last_row, &merges);
        if last_row > merged_to {
            spread(grid, first_row, &mut texts);
        }
        HeadingRows { first_row, last_row, texts }
    }

    /// By column, left to right.
    pub(super) fn texts(&self, cols: &Range<u32>) -> impl Iterator<Item = (u32, &[String])> {
        self.texts.range(cols.start..cols.end).map(|(col, texts)| (*col, texts.as_slice()))
    }

    /// What tells that two headings are the same.
    pub(super) fn all_texts(&self) -> Vec<String> {
        let texts = self.texts.iter();
        texts.map(|(col, texts)| format!("{col}: {}", fold(&texts.join(" ")))).collect()
    }
}

/// The last row that the merges of the headings reach.
fn last_merged_row(grid: &Grid, first_row: u32, merges: &[Area]) -> u32 {
    let mut last_row = first_row;
    loop {
        let inside = |area: &&Area| area.first_row <= last_row;
        let down = merges.iter().filter(inside).map(|area| area.last_row).max();
        // A heading over several columns has its own headings below it.
        let split = merges.iter().filter(inside).any(|area| {
            area.last_row == last_row
                && area.first_col < area.last_col
                && heads_only(grid, last_row + 1, area.first_col, area.last_col)
        });
        let next = down.unwrap_or(last_row).max(last_row + u32::from(split));
        if next == last_row || next - first_row >= MAX_HEADING_ROWS {
            return last_row;
        }
        last_row = next;
    }
}

fn texts_of(
    grid: &Grid,
    first_row: u32,
    last_row: u32,
    merges: &[Area],
) -> BTreeMap<u32, Vec<String>> {
    let mut owner = HashMap::new();
    for area in merges {
        for row in area.first_row..=area.last_row.min(last_row) {
            for col in area.first_col..=area.last_col {
                if owner.len() < MAX_HEADING_CELLS {
                    owner.insert((row, col), (area.first_row, area.first_col));
                }
            }
        }
    }
    let own = (first_row..=last_row).flat_map(|row| grid.row(row)).map(|cell| (cell.row, cell.col));
    let mut places: Vec<(u32, u32)> = own.chain(owner.keys().copied()).collect();
    places.sort_unstable();
    places.dedup();
    let mut texts: BTreeMap<u32, Vec<String>> = BTreeMap::new();
    for (row, col) in places.into_iter().take(MAX_HEADING_CELLS) {
        let (from_row, from_col) = owner.get(&(row, col)).copied().unwrap_or((row, col));
        let text = grid.text(from_row, from_col);
        // A tall merge gives its text to its first row only.
        if !text.is_empty() && from_row == row {
            texts.entry(col).or_default().push(text.into_owned());
        }
    }
    texts
}

/// Without merges: the next row has headings only, and none of them over the row's first text.
fn continues(grid: &Grid, row: u32) -> bool {
    let (Some(first), below) = (grid.row(row).first(), grid.row(row + 1)) else { return false };
    let filled: Vec<&RawCell> =
        below.iter().take(200).filter(|cell| !grid.is_blank(cell.row, cell.col)).collect();
    filled.len() >= 2
        && filled[0].col > first.col
        && filled.iter().all(|cell| {
            let text = grid.text(cell.row, cell.col);
            !is_plain_number(cell) && Heading::read([&*text]).is_some()
        })
}

/// An unmerged heading stands over the columns to its right as well, up to the next one.
fn spread(grid: &Grid, first_row: u32, texts: &mut BTreeMap<u32, Vec<String>>) {
    let mut over: Option<String> = None;
    for (col, of_col) in texts.iter_mut() {
        match grid.is_blank(first_row, *col) {
            false => over = (of_col.len() == 2).then(|| of_col[0].clone()),
            true => of_col.splice(0..0, over.clone()).for_each(drop),
        }
    }
}

fn heads_only(grid: &Grid, row: u32, first_col: u32, last_col: u32) -> bool {
    let mut cells = grid.row_in(row, &(first_col..last_col + 1)).iter().peekable();
    cells.peek().is_some()
        && cells.all(|cell| {
            let text = grid.text(row, cell.col);
            let is_year = text.len() == 4 && !years(&text).is_empty();
            is_year || text.contains(|c: char| c.is_alphabetic() || c == '%')
        })
}
