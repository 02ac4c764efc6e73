//! What stands below the headings, column by column: values, texts, or nothing.

use std::collections::HashMap;
use std::ops::Range;

use tongket_figures::Qualifier;

use super::grid::{Grid, text_of};
use crate::raw::RawValue;

#[derive(Debug, Default)]
pub(super) struct ColumnStats(HashMap<u32, Counts>);

#[derive(Debug, Default)]
struct Counts {
    /// Numbers, dates, formulas, and texts with digits.
    n_values: usize,
    /// Of these, texts that say more than a number: "HN001", "Hà Nội (đến 25/9)".
    n_mixed: usize,
    /// Texts without digits.
    n_texts: usize,
}

/// Rows that show what a column is.
const ROWS_LOOKED_AT: usize = 300;

impl ColumnStats {
    /// Of the first rows from `first_row` on.
    pub(super) fn of(grid: &Grid, first_row: u32, cols: &Range<u32>) -> ColumnStats {
        let rows = grid.rows_in(first_row..u32::MAX).take(ROWS_LOOKED_AT);
        ColumnStats::count(grid, rows, cols)
    }

    /// Of all these rows.
    pub(super) fn of_rows(grid: &Grid, rows: Range<u32>, cols: &Range<u32>) -> ColumnStats {
        ColumnStats::count(grid, grid.rows_in(rows), cols)
    }

    fn count(grid: &Grid, rows: impl Iterator<Item = u32>, cols: &Range<u32>) -> ColumnStats {
        let mut stats = ColumnStats::default();
        for row in rows {
            for cell in grid.row_in(row, cols) {
                let counts = stats.0.entry(cell.col).or_default();
                let is_value = match &cell.value {
                    RawValue::Number(_) => {
                        counts.n_values += 1;
                        continue;
                    }
                    RawValue::Text(_) => {
                        let text = text_of(&cell.value);
                        if text.is_empty() {
                            continue;
                        }
                        text.contains(|c: char| c.is_ascii_digit())
                    }
                    RawValue::Bool(_) => false,
                    _ => true,
                };
                match is_value {
                    true => {
                        counts.n_values += 1;
                        counts.n_mixed += usize::from(is_mixed(&text_of(&cell.value)));
                    }
                    false => counts.n_texts += 1,
                }
            }
        }
        stats
    }

    pub(super) fn n_values(&self, col: u32) -> usize {
        self.0.get(&col).map_or(0, |counts| counts.n_values)
    }

    /// Numbers, dates and formulas.
    pub(super) fn n_numbers(&self, col: u32) -> usize {
        self.0.get(&col).map_or(0, |counts| counts.n_values - counts.n_mixed)
    }

    /// Cells with words in them.
    pub(super) fn n_worded(&self, col: u32) -> usize {
        self.0.get(&col).map_or(0, |counts| counts.n_texts + counts.n_mixed)
    }

    pub(super) fn n_texts(&self, col: u32) -> usize {
        self.0.get(&col).map_or(0, |counts| counts.n_texts)
    }

    pub(super) fn n_cells(&self, col: u32) -> usize {
        self.n_values(col) + self.n_texts(col)
    }
}

/// Two letters or more before the first digit: a code or a name rather than a number.
fn is_mixed(text: &str) -> bool {
    let n_letters =
        text.chars().take_while(|c| !c.is_ascii_digit()).filter(|c| c.is_alphabetic()).count();
    let leads = || Qualifier::read_leading(text).1.starts_with(|c: char| c.is_ascii_digit());
    n_letters >= 2 && !leads()
}
