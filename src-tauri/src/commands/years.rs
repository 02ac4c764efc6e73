//! The year at a glance, and opening the next one.

use tauri::State;
use tongket_app::{OfficeChoice, Overview, Scope, YearChoice, YearOffer};

use crate::desk::{Answer, Desk, Done};
use crate::events::Cause;

#[tauri::command]
#[specta::specta]
pub async fn overview(desk: State<'_, Desk>, scope: Scope) -> Answer<Overview> {
    if let Some(overview) = desk.seen_ahead(&scope).await {
        return Ok(overview);
    }
    desk.read(move |app| tongket_app::overview(app, &scope)).await
}

#[tauri::command]
#[specta::specta]
pub async fn year_offer(
    desk: State<'_, Desk>,
    office: Option<String>,
    year: i32,
) -> Answer<YearOffer> {
    desk.read(move |app| tongket_app::year_offer(app, &OfficeChoice(office), year)).await
}

#[tauri::command]
#[specta::specta]
pub async fn open_year(
    desk: State<'_, Desk>,
    office: Option<String>,
    year: i32,
    choice: YearChoice,
) -> Answer<Done<()>> {
    let office = OfficeChoice(office);
    desk.step(Cause::Action, move |app| tongket_app::open_chosen_year(app, &office, year, &choice))
        .await
}
