//! Blocks of a rendered document.

use std::sync::Arc;

use crate::{Cited, Gap, Inline};

#[derive(Debug, Clone)]
pub enum Block {
    Heading {
        /// 1 (phần) to 4 (điểm)
        level: u8,
        /// False for `{.khong-so}`: the profile gives it no number.
        numbered: bool,
        /// `{.phu-luc}`: starts an appendix of its own.
        appendix: Option<Appendix>,
        content: Vec<Inline>,
    },
    Paragraph(Vec<Inline>),
    List(Vec<ListLine>),
    Table(Arc<Table>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Appendix {
    /// `{.ngang}`
    pub landscape: bool,
}

/// One line of a list.
#[derive(Debug, Clone)]
pub struct ListLine {
    /// 0 for the outermost list.
    pub depth: u8,
    /// The number that was typed for an ordered list, counted on from the first.
    pub number: Option<u64>,
    pub content: Vec<Inline>,
}

/// A table typed in Markdown or made by a function.
#[derive(Debug, Clone, Default)]
pub struct Table {
    /// Stable name when a function made it: its expression. Empty for a typed table.
    pub expression: String,
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
    /// Every value that the cells show, for the list of sample values and the checks.
    pub cited: Vec<Arc<Cited>>,
    pub gaps: Vec<Arc<Gap>>,
}

#[derive(Debug, Clone, Default)]
pub struct Column {
    /// Stable name of the column: `ke-hoach`. Empty in a typed table.
    pub key: String,
    /// Headings from the outermost to the column's own; equal neighbours are merged.
    pub headings: Vec<String>,
    /// Relative width.
    pub weight: u32,
    /// Numbers are centred, words stand left.
    pub numeric: bool,
}

#[derive(Debug, Clone)]
pub struct Row {
    /// Stable name of the row: the indicator's slug. Empty in a typed table.
    pub key: String,
    pub kind: RowKind,
    pub cells: Vec<TableCell>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowKind {
    Body,
    /// The heading of a group of rows, in bold.
    Group,
}

/// Table cells of functions hold plain text; typed ones hold inline content.
#[derive(Debug, Clone)]
pub enum TableCell {
    Text(String),
    Content(Vec<Inline>),
}

impl Table {
    /// Rows without the headings of groups.
    pub fn n_body_rows(&self) -> usize {
        self.rows.iter().filter(|row| row.kind == RowKind::Body).count()
    }
}

impl TableCell {
    pub fn text(&self) -> String {
        match self {
            TableCell::Text(text) => text.clone(),
            TableCell::Content(content) => content.iter().map(Inline::text).collect(),
        }
    }
}
