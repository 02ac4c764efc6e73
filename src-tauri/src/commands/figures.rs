//! The grid of figures, and all about one of them.

use tauri::State;
use tongket_app::{CellEdit, FigurePanel, Grid, GridRow, PasteCell, PasteReview, Scope};

use crate::desk::{Answer, Desk};

#[tauri::command]
#[specta::specta]
pub async fn figure_grid(desk: State<'_, Desk>, scope: Scope) -> Answer<Grid> {
    desk.run(move |app| tongket_app::figure_grid(app, &scope)).await
}

#[tauri::command]
#[specta::specta]
pub async fn set_cells(
    desk: State<'_, Desk>,
    scope: Scope,
    edits: Vec<CellEdit>,
    step: String,
) -> Answer<Vec<GridRow>> {
    desk.run(move |app| tongket_app::set_cells(app, &scope, &edits, &step)).await
}

#[tauri::command]
#[specta::specta]
pub async fn read_paste(
    desk: State<'_, Desk>,
    scope: Scope,
    anchor: CellEdit,
    columns: Vec<String>,
    rows: Vec<String>,
) -> Answer<PasteReview> {
    desk.run(move |app| tongket_app::read_paste(app, &scope, &anchor, &columns, &rows)).await
}

#[tauri::command]
#[specta::specta]
pub async fn apply_paste(
    desk: State<'_, Desk>,
    scope: Scope,
    cells: Vec<PasteCell>,
) -> Answer<Vec<GridRow>> {
    desk.run(move |app| tongket_app::apply_paste(app, &scope, &cells)).await
}

#[tauri::command]
#[specta::specta]
pub async fn figure_panel(
    desk: State<'_, Desk>,
    scope: Scope,
    indicator: String,
) -> Answer<FigurePanel> {
    desk.run(move |app| tongket_app::figure_panel(app, &scope, &indicator)).await
}
