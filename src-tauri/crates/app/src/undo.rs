//! Undo and redo of named steps, also those of an earlier start of the program.

use tongket_store::StepInfo;

use crate::{App, AppError};

/// Takes back the newest step; `None` when there is none.
pub fn undo(app: &mut App) -> Result<Option<StepInfo>, AppError> {
    Ok(app.store.undo()?)
}

/// Does the step that was undone last once more; `None` when there is none.
pub fn redo(app: &mut App) -> Result<Option<StepInfo>, AppError> {
    Ok(app.store.redo()?)
}
