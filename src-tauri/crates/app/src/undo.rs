//! Undo and redo of named steps, also those of an earlier start of the program.

use tongket_model::StepId;
use tongket_store::StepInfo;

use crate::{App, AppError};

/// Takes back the newest step; `None` when there is none.
pub fn undo(app: &mut App) -> Result<Option<StepInfo>, AppError> {
    Ok(app.store.undo()?)
}

/// Takes back the step of this number; refused when it is no longer the newest.
pub fn undo_step(app: &mut App, step: i64) -> Result<StepInfo, AppError> {
    Ok(app.store.undo_step(StepId(step))?)
}

/// Does the step that was undone last once more; `None` when there is none.
pub fn redo(app: &mut App) -> Result<Option<StepInfo>, AppError> {
    Ok(app.store.redo()?)
}
