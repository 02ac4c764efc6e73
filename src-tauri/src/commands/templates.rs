//! Templates of reports: those built in, and the office's own.

use tauri::State;
use tongket_app::{BodyReading, Scope, TemplateForm, TemplateLine, TemplateView};

use crate::desk::{Answer, Desk};

#[tauri::command]
#[specta::specta]
pub async fn templates(desk: State<'_, Desk>) -> Answer<Vec<TemplateLine>> {
    desk.run(|app| tongket_app::templates(app)).await
}

#[tauri::command]
#[specta::specta]
pub async fn template(desk: State<'_, Desk>, id: String, scope: Scope) -> Answer<TemplateView> {
    desk.run(move |app| tongket_app::template(app, &id, &scope)).await
}

#[tauri::command]
#[specta::specta]
pub async fn copy_template(desk: State<'_, Desk>, id: String, name: String) -> Answer<String> {
    desk.run(move |app| tongket_app::copy_template(app, &id, &name)).await
}

#[tauri::command]
#[specta::specta]
pub async fn read_template(
    desk: State<'_, Desk>,
    id: String,
    form: TemplateForm,
    scope: Scope,
) -> Answer<BodyReading> {
    desk.run(move |app| tongket_app::read_template(app, &id, &form, &scope)).await
}

#[tauri::command]
#[specta::specta]
pub async fn preview_template(
    desk: State<'_, Desk>,
    id: String,
    form: TemplateForm,
    scope: Scope,
) -> Answer<String> {
    desk.run(move |app| tongket_app::preview_template(app, &id, &form, &scope)).await
}

#[tauri::command]
#[specta::specta]
pub async fn save_template(desk: State<'_, Desk>, id: String, form: TemplateForm) -> Answer<()> {
    desk.run(move |app| tongket_app::save_template(app, &id, &form)).await
}

#[tauri::command]
#[specta::specta]
pub async fn remove_template(desk: State<'_, Desk>, id: String) -> Answer<()> {
    desk.run(move |app| tongket_app::remove_template(app, &id)).await
}
