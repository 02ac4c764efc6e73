//! The grid of figures, and all about one of them.

use tauri::State;
use tongket_app::{CellEdit, FigurePanel, Grid, GridRow, PasteCell, PasteReview, Scope};

use crate::desk::{Answer, Desk, Done};
use crate::events::Cause;

#[tauri::command]
#[specta::specta]
pub async fn figure_grid(desk: State<'_, Desk>, scope: Scope) -> Answer<Grid> {
    desk.read(move |app| tongket_app::figure_grid(app, &scope)).await
}

#[tauri::command]
#[specta::specta]
pub async fn set_cells(
    desk: State<'_, Desk>,
    scope: Scope,
    edits: Vec<CellEdit>,
    step: String,
) -> Answer<Done<Vec<GridRow>>> {
    desk.step(Cause::Cells, move |app| tongket_app::set_cells(app, &scope, &edits, &step)).await
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
    desk.read(move |app| tongket_app::read_paste(app, &scope, &anchor, &columns, &rows)).await
}

#[tauri::command]
#[specta::specta]
pub async fn apply_paste(
    desk: State<'_, Desk>,
    scope: Scope,
    cells: Vec<PasteCell>,
) -> Answer<Done<Vec<GridRow>>> {
    desk.step(Cause::Cells, move |app| tongket_app::apply_paste(app, &scope, &cells)).await
}

#[tauri::command]
#[specta::specta]
pub async fn figure_panel(
    desk: State<'_, Desk>,
    scope: Scope,
    indicator: String,
) -> Answer<FigurePanel> {
    desk.read(move |app| tongket_app::figure_panel(app, &scope, &indicator)).await
}
