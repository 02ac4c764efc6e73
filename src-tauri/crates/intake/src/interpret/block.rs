//! The part of a sheet where values are expected: lines and columns, each with what its labels
//! say, and every cell where they cross.

use std::sync::Arc;

use crate::reading::{Labels, Status};

/// Lines and columns of one table that share their words.
#[derive(Debug, Default)]
pub(super) struct Block {
    pub(super) lines: Vec<Line>,
    pub(super) columns: Vec<Column>,
    /// The lines name kinds of value and times, the columns what is measured.
    pub(super) transposed: bool,
}

#[derive(Debug, Clone)]
pub(super) struct Line {
    pub(super) row: u32,
    pub(super) labels: Arc<Labels>,
    pub(super) kind: LineKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LineKind {
    Item,
    /// Has values of its own, and rows of a deeper level below it.
    Group,
    /// A group of units: its values are sums of theirs.
    GroupOfUnits,
    Total,
    PageTotal,
    /// Nothing names it.
    Unnamed,
}

#[derive(Debug, Clone)]
pub(super) struct Column {
    pub(super) col: u32,
    pub(super) labels: Arc<Labels>,
    /// What "Cộng trang" sums is of no period, and its unit is the column's business.
    pub(super) page_labels: Arc<Labels>,
    /// The cells below each other are of one kind and size, not those of one line.
    pub(super) compares_down: bool,
    /// Marks such as "x" stand among the numbers: only numbers are values.
    pub(super) numbers_only: bool,
}

/// A place where a value is expected.
#[derive(Debug, Clone, Copy)]
pub(super) struct Slot<'b> {
    pub(super) row: u32,
    pub(super) col: u32,
    pub(super) kind: LineKind,
    pub(super) subject: &'b Arc<Labels>,
    /// Its words go before the subject's.
    pub(super) heading: &'b Arc<Labels>,
    pub(super) compares_down: bool,
}

impl Column {
    /// Of which no heading tells anything.
    pub(super) fn alone(col: u32) -> Column {
        let (labels, page_labels) = Default::default();
        Column { col, labels, page_labels, compares_down: false, numbers_only: false }
    }
}

impl Block {
    pub(super) fn slot<'b>(&'b self, line: &'b Line, column: &'b Column) -> Slot<'b> {
        let of_column = match line.kind {
            LineKind::PageTotal => &column.page_labels,
            _ => &column.labels,
        };
        let (subject, heading) = match self.transposed {
            true => (of_column, &line.labels),
            false => (&line.labels, of_column),
        };
        let is_ratio = line.labels.measure.is_some_and(|measure| measure.is_ratio());
        let compares_down = if self.transposed { !is_ratio } else { column.compares_down };
        Slot { row: line.row, col: column.col, kind: line.kind, subject, heading, compares_down }
    }
}

impl Slot<'_> {
    pub(super) fn unit(&self) -> &str {
        match self.heading.unit.is_empty() {
            true => &self.subject.unit,
            false => &self.heading.unit,
        }
    }
}

/// What was made of one table.
#[derive(Debug, Default)]
pub(super) struct Table {
    pub(super) blocks: Vec<Block>,
    /// Notes, signatures and repeated headings: row, column and what they are.
    pub(super) marks: Vec<(u32, u32, Status)>,
    /// The sheet or the person names a year.
    pub(super) has_year: bool,
}
