//! Taking steps back and doing them again.

use serde::Serialize;
use specta::Type;
use tauri::State;

use crate::desk::{Answer, Desk};

#[derive(Debug, Clone, Serialize, Type)]
pub struct Stepped {
    /// What was taken back or done again: "Sửa số liệu thu ngân sách".
    pub name: String,
}

impl From<tongket_app::StepInfo> for Stepped {
    fn from(step: tongket_app::StepInfo) -> Stepped {
        Stepped { name: step.name }
    }
}

/// The newest step; with a number only that step, refused when it is no longer the newest.
#[tauri::command]
#[specta::specta]
pub async fn undo(desk: State<'_, Desk>, step: Option<i64>) -> Answer<Option<Stepped>> {
    desk.run(move |app| {
        let undone = match step {
            Some(step) => Some(tongket_app::undo_step(app, step)?),
            None => tongket_app::undo(app)?,
        };
        Ok(undone.map(Stepped::from))
    })
    .await
}

#[tauri::command]
#[specta::specta]
pub async fn redo(desk: State<'_, Desk>) -> Answer<Option<Stepped>> {
    desk.run(|app| Ok(tongket_app::redo(app)?.map(Stepped::from))).await
}
