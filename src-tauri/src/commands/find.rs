//! Finding things by a few letters.

use tauri::State;
use tongket_app::{Hit, OfficeChoice, Scope, SearchAnswer, SearchRequest};

use crate::desk::{Answer, Desk};

#[tauri::command]
#[specta::specta]
pub async fn quick_find(desk: State<'_, Desk>, scope: Scope, query: String) -> Answer<Vec<Hit>> {
    desk.read(move |app| tongket_app::quick_find(app, &scope, &query)).await
}

#[tauri::command]
#[specta::specta]
pub async fn search(
    desk: State<'_, Desk>,
    office: Option<String>,
    request: SearchRequest,
) -> Answer<SearchAnswer> {
    desk.read(move |app| tongket_app::search(app, &OfficeChoice(office), &request)).await
}
