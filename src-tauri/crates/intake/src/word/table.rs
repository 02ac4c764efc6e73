//! A table of a document, row by row, into a sheet: a cell stands in its column of the grid, and
//! merged cells are areas.

use crate::error::Refusal;
use crate::limits;
use crate::raw::{Area, CellNaming, RawCell, RawSheet, RawValue, Span};
use crate::tally::Tally;

/// A table whose end has not come yet.
pub(super) struct Table {
    sheet: RawSheet,
    /// Where the sheet stands among those of the file.
    pub(super) slot: usize,
    /// The row and column that are being read.
    pub(super) row: u32,
    pub(super) col: u32,
    pub(super) style: Option<String>,
    row_state: RowState,
    /// Areas that the row below may continue.
    open: Vec<Area>,
}

#[derive(Default, Clone, Copy)]
struct RowState {
    deleted: bool,
    hidden: bool,
}

/// A cell whose end has not come yet.
#[derive(Default)]
pub(super) struct Cell {
    /// Its paragraphs.
    lines: Vec<String>,
    n_struck: usize,
    pub(super) span: Option<u32>,
    pub(super) merge: Merge,
    pub(super) deleted: bool,
}

#[derive(Default, Clone, Copy, PartialEq, Eq)]
pub(super) enum Merge {
    #[default]
    None,
    First,
    Continued,
}

impl Cell {
    pub(super) fn push(&mut self, line: String, struck: bool) {
        self.n_struck += usize::from(struck);
        self.lines.push(line);
    }
}

impl Table {
    pub(super) fn new(name: String, above: Vec<Box<str>>, slot: usize) -> Table {
        let sheet = RawSheet { name, naming: CellNaming::WordTable, above, ..RawSheet::default() };
        let row_state = RowState::default();
        Table { sheet, slot, row: 0, col: 0, style: None, row_state, open: Vec::new() }
    }

    /// What stands in the cell that is being read is called after it: `t2r3c4`.
    pub(super) fn cell_name(&self) -> String {
        format!("{}r{}c{}", self.sheet.name, self.row + 1, self.col + 1)
    }

    pub(super) fn open_row(&mut self) {
        self.col = 0;
        self.row_state = RowState::default();
    }

    pub(super) fn skip_columns(&mut self, n_cols: u32) {
        self.col = self.col.saturating_add(n_cols);
    }

    pub(super) fn delete_row(&mut self) {
        self.row_state.deleted = true;
    }

    pub(super) fn hide_row(&mut self) {
        self.row_state.hidden = true;
    }

    /// A deleted row has no place.
    pub(super) fn close_row(&mut self) {
        if self.row_state.deleted {
            return;
        }
        if self.row_state.hidden {
            self.sheet.hidden_rows.push(Span { first: self.row, last: self.row });
        }
        self.row += 1;
    }

    /// True when the cell lies covered by the one above and holds text that nobody sees.
    pub(super) fn close_cell(&mut self, cell: Cell, tally: &mut Tally) -> Result<bool, Refusal> {
        let (row, col, span) =
            (self.row, self.col, cell.span.unwrap_or(1).clamp(1, limits::SHEET_COLS));
        let last_col = col.saturating_add(span - 1);
        self.col = last_col.saturating_add(1);
        if self.row_state.deleted || cell.deleted {
            return Ok(false);
        }
        if self.col > limits::SHEET_COLS {
            return Err(Refusal::Damaged);
        }
        if cell.merge == Merge::Continued
            && let Some(area) = self.open.iter_mut().find(|area| area.first_col == col)
        {
            area.last_row = row;
            return Ok(cell.lines.iter().any(|line| !line.trim().is_empty()));
        }
        self.close_areas(col, last_col);
        if cell.merge == Merge::First || span > 1 {
            let area = Area { first_row: row, first_col: col, last_row: row, last_col };
            match cell.merge {
                Merge::First => self.open.push(area),
                _ => self.sheet.merges.push(area),
            }
        }
        let text = cell.lines.join("\n");
        let text = text.trim();
        if text.is_empty() {
            return Ok(false);
        }
        let struck = cell.n_struck > 0
            && cell.n_struck == cell.lines.iter().filter(|line| !line.trim().is_empty()).count();
        let value = RawValue::Text(text.into());
        let cell = RawCell { row, col, value, format: 0, struck, computed: false };
        tally.keep(cell, &mut self.sheet)?;
        Ok(false)
    }

    /// Ends the areas above the columns of a cell that does not continue them.
    fn close_areas(&mut self, first: u32, last: u32) {
        let (ended, open) = std::mem::take(&mut self.open)
            .into_iter()
            .partition::<Vec<_>, _>(|area| area.first_col <= last && first <= area.last_col);
        self.open = open;
        self.sheet.merges.extend(ended.into_iter().filter(is_merged));
    }

    pub(super) fn close(mut self) -> RawSheet {
        self.close_areas(0, u32::MAX);
        self.sheet.merges.sort_by_key(|area| (area.first_row, area.first_col));
        self.sheet
    }
}

fn is_merged(area: &Area) -> bool {
    area.first_row != area.last_row || area.first_col != area.last_col
}
