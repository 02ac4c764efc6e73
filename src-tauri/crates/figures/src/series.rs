//! Runs in a yearly series: "duy trì 9 năm liên tục ở mức hai con số".

use crate::Amount;

/// The run of years that ends in the asked year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Streak {
    /// Years in the run, the last one included; 0 when the last year itself fails.
    pub years: u32,
    /// First year of the run.
    pub from: i32,
    /// The year whose missing value ended the count: the run may be longer than is known.
    pub missing: Option<i32>,
}

/// Counts backwards from `last` while `holds` is true for the value of the year. `value_of`
/// answers `None` for a year without a value; `first` is the earliest year that could matter.
pub fn streak(
    first: i32,
    last: i32,
    value_of: impl Fn(i32) -> Option<Amount>,
    holds: impl Fn(Amount) -> bool,
) -> Streak {
    let mut years = 0;
    for year in (first..=last).rev() {
        match value_of(year) {
            Some(value) if holds(value) => years += 1,
            Some(_) => return Streak { years, from: year + 1, missing: None },
            None => return Streak { years, from: year + 1, missing: Some(year) },
        }
    }
    Streak { years, from: first, missing: None }
}
