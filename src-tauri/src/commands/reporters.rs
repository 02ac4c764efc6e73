//! The units that report figures to the office.

use tauri::State;
use tongket_app::{OfficeChoice, ReporterForm, ReporterLine};

use crate::desk::{Answer, Desk, Done};
use crate::events::Cause;

#[tauri::command]
#[specta::specta]
pub async fn reporters(desk: State<'_, Desk>, office: Option<String>) -> Answer<Vec<ReporterLine>> {
    desk.read(move |app| tongket_app::reporters(app, &OfficeChoice(office))).await
}

/// How many of them were not there yet.
#[tauri::command]
#[specta::specta]
pub async fn add_reporters(
    desk: State<'_, Desk>,
    office: Option<String>,
    group: String,
    names: Vec<String>,
) -> Answer<Done<usize>> {
    let office = OfficeChoice(office);
    desk.step(Cause::Action, move |app| tongket_app::add_reporters(app, &office, &group, &names))
        .await
}

#[tauri::command]
#[specta::specta]
pub async fn remove_reporter(
    desk: State<'_, Desk>,
    office: Option<String>,
    slug: String,
) -> Answer<Done<()>> {
    let office = OfficeChoice(office);
    desk.step(Cause::Action, move |app| tongket_app::remove_reporter(app, &office, &slug)).await
}

#[tauri::command]
#[specta::specta]
pub async fn edit_reporter(
    desk: State<'_, Desk>,
    office: Option<String>,
    slug: String,
    form: ReporterForm,
) -> Answer<Done<()>> {
    let office = OfficeChoice(office);
    desk.step(Cause::Action, move |app| tongket_app::edit_reporter(app, &office, &slug, &form))
        .await
}
