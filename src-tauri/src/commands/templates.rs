//! Templates of reports: those built in, and the office's own.

use tauri::State;
use tongket_app::{App, BodyReading, Scope, TemplateForm, TemplateLine, TemplateView};

use crate::desk::{Answer, Desk, Done};
use crate::events::Cause;

#[tauri::command]
#[specta::specta]
pub async fn templates(desk: State<'_, Desk>) -> Answer<Vec<TemplateLine>> {
    desk.read(tongket_app::templates).await
}

#[tauri::command]
#[specta::specta]
pub async fn template(desk: State<'_, Desk>, id: String, scope: Scope) -> Answer<TemplateView> {
    desk.read(move |app| tongket_app::template(app, &id, &scope)).await
}

#[tauri::command]
#[specta::specta]
pub async fn copy_template(
    desk: State<'_, Desk>,
    id: String,
    name: String,
) -> Answer<Done<String>> {
    desk.step(Cause::Action, move |app| tongket_app::copy_template(app, &id, &name)).await
}

#[tauri::command]
#[specta::specta]
pub async fn read_template(
    desk: State<'_, Desk>,
    id: String,
    form: TemplateForm,
    scope: Scope,
) -> Answer<BodyReading> {
    desk.read(move |app| tongket_app::read_template(app, &id, &form, &scope)).await
}

#[tauri::command]
#[specta::specta]
pub async fn preview_template(
    desk: State<'_, Desk>,
    id: String,
    form: TemplateForm,
    scope: Scope,
) -> Answer<String> {
    desk.read(move |app| tongket_app::preview_template(app, &id, &form, &scope)).await
}

#[tauri::command]
#[specta::specta]
pub async fn save_template(
    desk: State<'_, Desk>,
    id: String,
    form: TemplateForm,
    instead_of: Vec<i64>,
) -> Answer<Done<()>> {
    let save = move |app: &mut App| tongket_app::save_template(app, &id, &form, &instead_of);
    desk.step(Cause::TemplateText, save).await
}

#[tauri::command]
#[specta::specta]
pub async fn remove_template(desk: State<'_, Desk>, id: String) -> Answer<Done<()>> {
    desk.step(Cause::Action, move |app| tongket_app::remove_template(app, &id)).await
}
