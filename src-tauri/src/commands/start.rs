//! What is open, and opening something else.

use tauri::State;
use tongket_app::AppState;

use crate::desk::{Answer, Desk};

#[tauri::command]
#[specta::specta]
pub async fn app_state(desk: State<'_, Desk>) -> Answer<AppState> {
    desk.with_session(|session| tongket_app::app_state(session)).await
}

#[tauri::command]
#[specta::specta]
pub async fn open_sample(desk: State<'_, Desk>) -> Answer<()> {
    desk.with_session(tongket_app::open_sample).await
}

#[tauri::command]
#[specta::specta]
pub async fn open_own(desk: State<'_, Desk>) -> Answer<()> {
    desk.with_session(tongket_app::open_own).await
}
