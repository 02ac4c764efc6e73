//! Which indicators an office reports on, and in what order.

use tauri::State;
use tongket_app::{IndicatorForm, OfficeChoice};

use crate::desk::{Answer, Desk, Done};
use crate::events::Cause;

#[tauri::command]
#[specta::specta]
pub async fn add_indicator(
    desk: State<'_, Desk>,
    office: Option<String>,
    form: IndicatorForm,
) -> Answer<Done<String>> {
    desk.step(Cause::Action, move |app| {
        tongket_app::add_indicator(app, &OfficeChoice(office), &form)
    })
    .await
}

#[tauri::command]
#[specta::specta]
pub async fn edit_indicator(
    desk: State<'_, Desk>,
    office: Option<String>,
    indicator: String,
    form: IndicatorForm,
) -> Answer<Done<()>> {
    let office = OfficeChoice(office);
    desk.step(Cause::Action, move |app| {
        tongket_app::edit_indicator(app, &office, &indicator, &form)
    })
    .await
}

#[tauri::command]
#[specta::specta]
pub async fn remove_indicator(
    desk: State<'_, Desk>,
    office: Option<String>,
    indicator: String,
) -> Answer<Done<()>> {
    desk.step(Cause::Action, move |app| {
        tongket_app::remove_indicator(app, &OfficeChoice(office), &indicator)
    })
    .await
}

#[tauri::command]
#[specta::specta]
pub async fn move_indicator(
    desk: State<'_, Desk>,
    office: Option<String>,
    indicator: String,
    after: Option<String>,
) -> Answer<()> {
    let office = OfficeChoice(office);
    desk.run(move |app| tongket_app::move_indicator(app, &office, &indicator, after.as_deref()))
        .await
}
