//! Finding things by a few letters.

use tauri::State;
use tongket_app::{Hit, Scope};

use crate::desk::{Answer, Desk};

#[tauri::command]
#[specta::specta]
pub async fn quick_find(desk: State<'_, Desk>, scope: Scope, query: String) -> Answer<Vec<Hit>> {
    desk.read(move |app| tongket_app::quick_find(app, &scope, &query)).await
}
