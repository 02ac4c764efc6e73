//! Keeping the data safe: copies of it, going back to one, and looking whether it is sound.

use tauri::State;
use tongket_app::{BackupLine, VerificationView};

use crate::desk::{Answer, Desk};

#[tauri::command]
#[specta::specta]
pub async fn backups(desk: State<'_, Desk>) -> Answer<Vec<BackupLine>> {
    desk.with_session(|session| tongket_app::backups(session)).await
}

#[tauri::command]
#[specta::specta]
pub async fn back_up(desk: State<'_, Desk>) -> Answer<BackupLine> {
    desk.read(tongket_app::back_up_now).await
}

#[tauri::command]
#[specta::specta]
pub async fn restore(desk: State<'_, Desk>, token: String) -> Answer<()> {
    desk.with_session(move |session| tongket_app::restore(session, &token)).await
}

#[tauri::command]
#[specta::specta]
pub async fn verify_database(desk: State<'_, Desk>) -> Answer<VerificationView> {
    desk.read(tongket_app::verify_database).await
}
