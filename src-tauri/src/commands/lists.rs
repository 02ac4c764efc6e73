//! Counted lists and the theme of a year.

use tauri::State;
use tongket_app::{ListForm, ListLine, OfficeChoice, ThemeForm, ThemeLine};

use crate::desk::{Answer, Desk, Done};
use crate::events::Cause;

#[tauri::command]
#[specta::specta]
pub async fn item_lists(desk: State<'_, Desk>, office: Option<String>) -> Answer<Vec<ListLine>> {
    desk.read(move |app| tongket_app::item_lists(app, &OfficeChoice(office))).await
}

/// Adds when no number is given.
#[tauri::command]
#[specta::specta]
pub async fn save_item_list(
    desk: State<'_, Desk>,
    office: Option<String>,
    id: Option<u32>,
    form: ListForm,
) -> Answer<Done<u32>> {
    let office = OfficeChoice(office);
    desk.step(Cause::Action, move |app| tongket_app::save_item_list(app, &office, id, &form)).await
}

#[tauri::command]
#[specta::specta]
pub async fn remove_item_list(
    desk: State<'_, Desk>,
    office: Option<String>,
    id: u32,
) -> Answer<Done<()>> {
    let office = OfficeChoice(office);
    desk.step(Cause::Action, move |app| tongket_app::remove_item_list(app, &office, id)).await
}

#[tauri::command]
#[specta::specta]
pub async fn themes(desk: State<'_, Desk>, office: Option<String>) -> Answer<Vec<ThemeLine>> {
    desk.read(move |app| tongket_app::themes(app, &OfficeChoice(office))).await
}

/// Adds when no number is given.
#[tauri::command]
#[specta::specta]
pub async fn save_theme(
    desk: State<'_, Desk>,
    office: Option<String>,
    id: Option<u32>,
    form: ThemeForm,
) -> Answer<Done<u32>> {
    let office = OfficeChoice(office);
    desk.step(Cause::Action, move |app| tongket_app::save_theme(app, &office, id, &form)).await
}

#[tauri::command]
#[specta::specta]
pub async fn remove_theme(
    desk: State<'_, Desk>,
    office: Option<String>,
    id: u32,
) -> Answer<Done<()>> {
    let office = OfficeChoice(office);
    desk.step(Cause::Action, move |app| tongket_app::remove_theme(app, &office, id)).await
}
