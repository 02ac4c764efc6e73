//! Tables: a fixed grid of columns, rows of cells, and the control a table of figures stands in.

use crate::{Block, Mm, Pt};
use std::borrow::Cow;

/// What is fixed for the whole table. Its rows follow one by one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table<'a> {
    pub columns: Vec<Mm>,
    pub borders: Borders,
    /// The space between a cell's side and its text.
    pub padding: Mm,
    /// The block control that holds the whole table.
    pub control: Option<TableControl<'a>>,
}

impl Table<'_> {
    /// A table without lines, for letterheads and signing blocks.
    #[must_use]
    pub fn borderless(columns: Vec<Mm>) -> Self {
        Self { columns, borders: Borders::None, padding: Mm::ZERO, control: None }
    }

    /// A table with every line drawn.
    #[must_use]
    pub fn ruled(columns: Vec<Mm>) -> Self {
        Self { columns, borders: Borders::All, padding: Mm::new(1), control: None }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Borders {
    None,
    All,
}

/// The tagged control around a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableControl<'a> {
    /// The stable identity, at most 64 characters.
    pub tag: Cow<'a, str>,
    /// What people see on the control's handle; cut to 64 characters.
    pub alias: Cow<'a, str>,
    /// Unique in the document.
    pub id: i32,
}

/// A row. It is never torn between two pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row<'a> {
    /// Repeated at the top of each page the table reaches.
    pub header: bool,
    pub min_height: Option<Pt>,
    /// Their spans add up to the columns of the table.
    pub cells: Vec<Cell<'a>>,
}

impl<'a> Row<'a> {
    #[must_use]
    pub fn new(cells: Vec<Cell<'a>>) -> Self {
        Self { header: false, min_height: None, cells }
    }

    #[must_use]
    pub fn header(cells: Vec<Cell<'a>>) -> Self {
        Self { header: true, ..Self::new(cells) }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell<'a> {
    /// An empty cell still gets the empty paragraph that Word asks for.
    pub blocks: Vec<Block<'a>>,
    /// How many columns it covers, at least 1.
    pub span: u16,
    pub merge: VerticalMerge,
    pub vertical: VerticalAlignment,
    /// Red, green, blue of the ground.
    pub shading: Option<[u8; 3]>,
}

impl<'a> Cell<'a> {
    #[must_use]
    pub fn new(blocks: Vec<Block<'a>>) -> Self {
        Self {
            blocks,
            span: 1,
            merge: VerticalMerge::None,
            vertical: VerticalAlignment::Top,
            shading: None,
        }
    }
}

/// How a cell joins the one above it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VerticalMerge {
    None,
    /// The first of a column of joined cells; it holds the text.
    Start,
    /// Part of the cell above; its own text is not shown.
    Continue,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VerticalAlignment {
    Top,
    Middle,
    Bottom,
}
