//! A place in a table where a value is expected, with everything that its headings say.

use tongket_figures::Period;

use crate::reading::Measure;

#[derive(Debug, Clone)]
pub(super) struct Slot {
    pub(super) row: u32,
    pub(super) col: u32,
    pub(super) row_path: String,
    /// Where the rows are units.
    pub(super) organisation: String,
    pub(super) indicator: String,
    pub(super) measure: Option<Measure>,
    pub(super) period: Option<Period>,
    pub(super) unit: String,
    pub(super) assigner: String,
    pub(super) assumed: bool,
    pub(super) series: Series,
}

/// Cells whose values are of one kind and size, and so tell how each other is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Series {
    Row(u32),
    Column(u32),
}

/// What was made of one sheet.
#[derive(Debug, Default)]
pub(super) struct Slots {
    pub(super) slots: Vec<Slot>,
    /// Notes and signatures, by row and column.
    pub(super) notes: Vec<(u32, u32)>,
    /// The year of the report, where the sheet or the person says it.
    pub(super) base_year: Option<i32>,
}
