//! Drafts, their versions, and what their text comes to.

use tauri::State;
use tongket_app::{
    App, BodyReading, Comparison, DraftLine, DraftOffer, DraftSettings, DraftSource, DraftView,
    KindLine, Scope, VersionLine,
};

use crate::desk::{Answer, Desk, Done};
use crate::events::Cause;

#[tauri::command]
#[specta::specta]
pub async fn kinds(desk: State<'_, Desk>) -> Answer<Vec<KindLine>> {
    desk.read(tongket_app::kinds).await
}

#[tauri::command]
#[specta::specta]
pub async fn drafts(desk: State<'_, Desk>, scope: Scope) -> Answer<Vec<DraftLine>> {
    desk.read(move |app| tongket_app::drafts(app, &scope)).await
}

#[tauri::command]
#[specta::specta]
pub async fn draft_offer(desk: State<'_, Desk>, scope: Scope, kind: String) -> Answer<DraftOffer> {
    desk.read(move |app| tongket_app::draft_offer(app, &scope, &kind)).await
}

#[tauri::command]
#[specta::specta]
pub async fn new_draft(
    desk: State<'_, Desk>,
    scope: Scope,
    kind: String,
    source: DraftSource,
    title: String,
) -> Answer<u32> {
    desk.run(move |app| tongket_app::new_draft(app, &scope, &kind, source, &title)).await
}

#[tauri::command]
#[specta::specta]
pub async fn draft(desk: State<'_, Desk>, id: u32) -> Answer<DraftView> {
    desk.read(move |app| tongket_app::draft(app, id)).await
}

#[tauri::command]
#[specta::specta]
pub async fn save_draft(
    desk: State<'_, Desk>,
    id: u32,
    revision: u32,
    body: String,
    instead_of: Vec<i64>,
) -> Answer<Done<u32>> {
    let save = move |app: &mut App| tongket_app::save_draft(app, id, revision, &body, &instead_of);
    desk.step(Cause::DraftText, save).await
}

#[tauri::command]
#[specta::specta]
pub async fn read_draft(desk: State<'_, Desk>, id: u32, body: String) -> Answer<BodyReading> {
    desk.read(move |app| tongket_app::read_draft(app, id, &body)).await
}

#[tauri::command]
#[specta::specta]
pub async fn save_draft_settings(
    desk: State<'_, Desk>,
    id: u32,
    settings: DraftSettings,
) -> Answer<DraftView> {
    desk.run(move |app| tongket_app::save_draft_settings(app, id, &settings)).await
}

#[tauri::command]
#[specta::specta]
pub async fn remove_draft(desk: State<'_, Desk>, id: u32) -> Answer<Done<()>> {
    desk.step(Cause::Action, move |app| tongket_app::remove_draft(app, id)).await
}

#[tauri::command]
#[specta::specta]
pub async fn preview_draft(desk: State<'_, Desk>, id: u32, body: String) -> Answer<String> {
    desk.read(move |app| tongket_app::preview_draft(app, id, &body)).await
}

#[tauri::command]
#[specta::specta]
pub async fn freeze_version(
    desk: State<'_, Desk>,
    id: u32,
    note: String,
) -> Answer<Done<VersionLine>> {
    let unfrozen = desk.read(move |app| tongket_app::unfrozen_version(app, id, &note)).await?;
    desk.step(Cause::Action, move |app| tongket_app::freeze_version(app, unfrozen)).await
}

#[tauri::command]
#[specta::specta]
pub async fn compare_versions(
    desk: State<'_, Desk>,
    id: u32,
    from: Option<u32>,
    to: Option<u32>,
) -> Answer<Comparison> {
    desk.read(move |app| tongket_app::compare_versions(app, id, from, to)).await
}

#[tauri::command]
#[specta::specta]
pub async fn template_difference(desk: State<'_, Desk>, id: u32) -> Answer<Comparison> {
    desk.read(move |app| tongket_app::template_difference(app, id)).await
}
