//! What helps while writing a text: what may be put into it, and the functions it may call.

use tauri::State;
use tongket_app::{FunctionHelp, Insertion, Scope};

use crate::desk::{Answer, Desk, away};

#[tauri::command]
#[specta::specta]
pub async fn insertions(
    desk: State<'_, Desk>,
    scope: Scope,
    query: String,
) -> Answer<Vec<Insertion>> {
    desk.read(move |app| tongket_app::insertions(app, &scope, &query)).await
}

#[tauri::command]
#[specta::specta]
pub async fn function_help() -> Answer<Vec<FunctionHelp>> {
    away(|| Ok(tongket_app::function_help())).await
}
