//! The memory of the office: bodies, conferences, documents, and what was concluded.

use tauri::State;
use tongket_app::{
    BodyForm, BodyLine, ConclusionForm, ConclusionLine, ConclusionQuery, ConferenceForm,
    ConferenceLine, DocumentForm, DocumentLine, DocumentQuery, OfficeChoice, ProgressForm,
};

use crate::desk::{Answer, Desk, Done};
use crate::events::Cause;

#[tauri::command]
#[specta::specta]
pub async fn bodies(desk: State<'_, Desk>, office: Option<String>) -> Answer<Vec<BodyLine>> {
    desk.read(move |app| tongket_app::bodies(app, &OfficeChoice(office))).await
}

/// Adds when no number is given.
#[tauri::command]
#[specta::specta]
pub async fn save_body(
    desk: State<'_, Desk>,
    office: Option<String>,
    id: Option<u32>,
    form: BodyForm,
) -> Answer<Done<u32>> {
    let office = OfficeChoice(office);
    desk.step(Cause::Action, move |app| tongket_app::save_body(app, &office, id, &form)).await
}

#[tauri::command]
#[specta::specta]
pub async fn remove_body(
    desk: State<'_, Desk>,
    office: Option<String>,
    id: u32,
) -> Answer<Done<()>> {
    let office = OfficeChoice(office);
    desk.step(Cause::Action, move |app| tongket_app::remove_body(app, &office, id)).await
}

#[tauri::command]
#[specta::specta]
pub async fn conferences(
    desk: State<'_, Desk>,
    office: Option<String>,
) -> Answer<Vec<ConferenceLine>> {
    desk.read(move |app| tongket_app::conferences(app, &OfficeChoice(office))).await
}

#[tauri::command]
#[specta::specta]
pub async fn conference(
    desk: State<'_, Desk>,
    office: Option<String>,
    id: u32,
) -> Answer<ConferenceForm> {
    desk.read(move |app| tongket_app::conference(app, &OfficeChoice(office), id)).await
}

/// Adds when no number is given.
#[tauri::command]
#[specta::specta]
pub async fn save_conference(
    desk: State<'_, Desk>,
    office: Option<String>,
    id: Option<u32>,
    form: ConferenceForm,
) -> Answer<Done<u32>> {
    let office = OfficeChoice(office);
    desk.step(Cause::Action, move |app| tongket_app::save_conference(app, &office, id, &form)).await
}

#[tauri::command]
#[specta::specta]
pub async fn remove_conference(
    desk: State<'_, Desk>,
    office: Option<String>,
    id: u32,
) -> Answer<Done<()>> {
    let office = OfficeChoice(office);
    desk.step(Cause::Action, move |app| tongket_app::remove_conference(app, &office, id)).await
}

#[tauri::command]
#[specta::specta]
pub async fn documents(
    desk: State<'_, Desk>,
    office: Option<String>,
    query: DocumentQuery,
) -> Answer<Vec<DocumentLine>> {
    desk.read(move |app| tongket_app::documents(app, &OfficeChoice(office), &query)).await
}

#[tauri::command]
#[specta::specta]
pub async fn document(
    desk: State<'_, Desk>,
    office: Option<String>,
    id: u32,
) -> Answer<DocumentForm> {
    desk.read(move |app| tongket_app::document(app, &OfficeChoice(office), id)).await
}

/// Adds when no number is given.
#[tauri::command]
#[specta::specta]
pub async fn save_document(
    desk: State<'_, Desk>,
    office: Option<String>,
    id: Option<u32>,
    form: DocumentForm,
) -> Answer<Done<u32>> {
    let office = OfficeChoice(office);
    desk.step(Cause::Action, move |app| tongket_app::save_document(app, &office, id, &form)).await
}

#[tauri::command]
#[specta::specta]
pub async fn remove_document(
    desk: State<'_, Desk>,
    office: Option<String>,
    id: u32,
) -> Answer<Done<()>> {
    let office = OfficeChoice(office);
    desk.step(Cause::Action, move |app| tongket_app::remove_document(app, &office, id)).await
}

#[tauri::command]
#[specta::specta]
pub async fn conclusions(
    desk: State<'_, Desk>,
    office: Option<String>,
    query: ConclusionQuery,
) -> Answer<Vec<ConclusionLine>> {
    desk.read(move |app| tongket_app::conclusions(app, &OfficeChoice(office), &query)).await
}

#[tauri::command]
#[specta::specta]
pub async fn conclusion(
    desk: State<'_, Desk>,
    office: Option<String>,
    id: u32,
) -> Answer<ConclusionForm> {
    desk.read(move |app| tongket_app::conclusion(app, &OfficeChoice(office), id)).await
}

/// Adds when no number is given.
#[tauri::command]
#[specta::specta]
pub async fn save_conclusion(
    desk: State<'_, Desk>,
    office: Option<String>,
    id: Option<u32>,
    form: ConclusionForm,
) -> Answer<Done<u32>> {
    let office = OfficeChoice(office);
    desk.step(Cause::Action, move |app| tongket_app::save_conclusion(app, &office, id, &form)).await
}

#[tauri::command]
#[specta::specta]
pub async fn record_progress(
    desk: State<'_, Desk>,
    office: Option<String>,
    id: u32,
    form: ProgressForm,
) -> Answer<Done<()>> {
    let office = OfficeChoice(office);
    desk.step(Cause::Action, move |app| tongket_app::record_progress(app, &office, id, &form)).await
}

#[tauri::command]
#[specta::specta]
pub async fn remove_conclusion(
    desk: State<'_, Desk>,
    office: Option<String>,
    id: u32,
) -> Answer<Done<()>> {
    let office = OfficeChoice(office);
    desk.step(Cause::Action, move |app| tongket_app::remove_conclusion(app, &office, id)).await
}
