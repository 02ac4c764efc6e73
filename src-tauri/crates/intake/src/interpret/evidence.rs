//! What the other cells of a series or column tell about one cell: how large its values are,
//! whether they are written as percents, and which mark groups thousands.

use std::collections::HashMap;

use tongket_figures::{Amount, Convention, NumberReading, Unit, read_number, read_number_as};

use super::grid::{Grid, text_of};
use super::slot::{Series, Slot};
use super::wording::without_mark;
use crate::number_format::is_percent;
use crate::raw::RawValue;

/// Of one series of cells in one unit.
#[derive(Debug, Default)]
pub(super) struct SeriesEvidence {
    /// Values that can be read in one way only, the first of them.
    sizes: Vec<Amount>,
    /// A cell is written "90%" or has a percent format.
    pub(super) writes_percents: bool,
}

/// Of one column of the sheet.
#[derive(Debug, Default)]
struct ColumnEvidence {
    n_english: usize,
    n_vietnamese: usize,
    /// A cell such as "10,9": a comma that can only be decimal.
    decimal_comma: bool,
}

#[derive(Debug, Default)]
pub(super) struct Evidence {
    series: HashMap<Series, SeriesEvidence>,
    columns: HashMap<u32, ColumnEvidence>,
}

impl Evidence {
    pub(super) fn collect(grid: &Grid, slots: &[Slot]) -> Evidence {
        let mut evidence = Evidence::default();
        for slot in slots {
            let Some(cell) = grid.cell(slot.row, slot.col) else { continue };
            let series = evidence.series.entry(slot.series).or_default();
            let text = text_of(&cell.value);
            let is_number = matches!(cell.value, RawValue::Number(_));
            series.writes_percents |= match is_number {
                true => is_percent(grid.format(cell)),
                false => text.contains('%'),
            };
            if is_number {
                super::number::plain_number(&text)
                    .into_iter()
                    .for_each(|amount| series.take(amount));
                continue;
            }
            let digits = without_mark(&text)
                .trim_start_matches(|c: char| !c.is_ascii_digit() && c != '(')
                .trim_end_matches(|c: char| !c.is_ascii_digit() && c != ')');
            let column = evidence.columns.entry(slot.col).or_default();
            match read_number(digits) {
                Ok(NumberReading::Certain(amount)) => {
                    series.take(amount);
                    column.decimal_comma |= digits.contains(',') && !digits.ends_with(",000");
                }
                Ok(NumberReading::Ambiguous { .. }) => {}
                Err(_) => continue,
            }
            column.n_english += usize::from(is_written_as(digits, Convention::English));
            column.n_vietnamese += usize::from(is_written_as(digits, Convention::Vietnamese));
        }
        evidence
    }

    pub(super) fn series(&self, series: Series) -> Option<&SeriesEvidence> {
        self.series.get(&series)
    }

    /// English where the column has numbers that only English marks explain, and no Vietnamese.
    pub(super) fn convention(&self, col: u32) -> Convention {
        match self.columns.get(&col) {
            Some(column) if column.n_english > 0 && column.n_vietnamese == 0 => Convention::English,
            _ => Convention::Vietnamese,
        }
    }

    /// The cells around say that a comma before three digits is decimal.
    pub(super) fn has_decimal_comma(&self, col: u32) -> bool {
        self.columns.get(&col).is_some_and(|column| column.decimal_comma)
    }
}

/// So many values tell the size of a series; more would only make long columns slow.
const MAX_SIZES: usize = 64;

impl SeriesEvidence {
    fn take(&mut self, amount: Amount) {
        if self.sizes.len() < MAX_SIZES {
            self.sizes.push(amount);
        }
    }

    /// Nearer in size to the other cells: the first or the second; `None` when they do not tell.
    pub(super) fn nearer(&self, first: Amount, second: Amount) -> Option<Amount> {
        let n_near =
            |value: Amount| self.sizes.iter().filter(|size| same_size(**size, value)).count();
        match (n_near(first), n_near(second)) {
            (0, 0) => None,
            (near_first, near_second) if near_first > near_second => Some(first),
            (near_first, near_second) if near_second > near_first => Some(second),
            _ => None,
        }
    }

    /// The other cells are of the size of `large`, and none but itself of that of `value`.
    pub(super) fn others_nearer(&self, value: Amount, large: Amount) -> bool {
        let mut itself = 1;
        let others = self.sizes.iter().filter(|size| {
            let skip = itself > 0 && **size == value;
            itself -= usize::from(skip);
            !skip
        });
        let (mut n_large, mut n_small) = (0, 0);
        for size in others {
            n_large += usize::from(same_size(*size, large));
            n_small += usize::from(same_size(*size, value));
        }
        n_large > 0 && n_small == 0
    }
}

/// Less than thirty times apart: a slip of the mark is a thousandfold.
fn same_size(one: Amount, other: Amount) -> bool {
    let (one, other) = (one.abs(), other.abs());
    let (small, large) = if one < other { (one, other) } else { (other, one) };
    large.checked_div(small).is_some_and(|times| times < Amount::from(30))
}

/// The marks of the text decide: both kinds, or one kind twice.
fn is_written_as(text: &str, convention: Convention) -> bool {
    let (group, decimal) = match convention {
        Convention::Vietnamese => ('.', ','),
        Convention::English => (',', '.'),
    };
    let groups = text.matches(group).count();
    let decimals = text.matches(decimal).count();
    let decides = (groups >= 2 && decimals <= 1)
        || (groups == 1 && decimals == 1 && text.rfind(decimal) > text.rfind(group));
    decides && read_number_as(text, convention).is_ok()
}

/// Money and things counted are whole or large: a dot before three digits groups.
pub(super) fn groups_by_unit(unit: &str) -> bool {
    let unit = Unit::read(unit);
    unit.is_money() || (unit.is_count() && !unit.text().is_empty())
}
