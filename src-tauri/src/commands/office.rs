//! Who issues the reports.

use tauri::State;
use tongket_app::{OfficeChoice, OfficeForm, ProfileLine};

use crate::desk::{Answer, Desk, away};

#[tauri::command]
#[specta::specta]
pub async fn profiles() -> Answer<Vec<ProfileLine>> {
    away(tongket_app::profiles).await
}

#[tauri::command]
#[specta::specta]
pub async fn create_office(desk: State<'_, Desk>, form: OfficeForm) -> Answer<()> {
    desk.with_session(move |session| tongket_app::create_office(session, &form)).await
}

#[tauri::command]
#[specta::specta]
pub async fn office(desk: State<'_, Desk>, office: Option<String>) -> Answer<OfficeForm> {
    desk.read(move |app| tongket_app::office(app, &OfficeChoice(office))).await
}

#[tauri::command]
#[specta::specta]
pub async fn save_office(
    desk: State<'_, Desk>,
    office: Option<String>,
    form: OfficeForm,
) -> Answer<()> {
    desk.run(move |app| tongket_app::save_office(app, &OfficeChoice(office), &form)).await
}
