//! What the cells of a file add up to, held against the limits whatever the format.

use crate::error::Refusal;
use crate::limits;
use crate::raw::{RawCell, RawSheet, RawValue};

/// Counts the cells that are kept, over all sheets of one file.
#[derive(Default)]
pub(crate) struct Tally {
    n_cells: usize,
    /// A short file can name one long text in every cell.
    text_bytes: u64,
}

impl Tally {
    pub(crate) fn keep(&mut self, cell: RawCell, sheet: &mut RawSheet) -> Result<(), Refusal> {
        self.n_cells += 1;
        if sheet.cells.len() >= limits::SHEET_CELLS {
            return Err(Refusal::TooManyCells { limit: limits::SHEET_CELLS });
        }
        if self.n_cells > limits::FILE_CELLS {
            return Err(Refusal::TooManyCells { limit: limits::FILE_CELLS });
        }
        if let RawValue::Text(text) = &cell.value {
            self.text_bytes += text.len() as u64;
            if self.text_bytes > limits::TEXT_BYTES {
                return Err(Refusal::UnpacksTooLarge);
            }
        }
        sheet.cells.push(cell);
        Ok(())
    }
}
