//! Imports: files given and read, plans looked at and edited, written or put aside.

use serde::Serialize;
use specta::Type;
use tauri::{AppHandle, Manager, State};
use tauri_plugin_dialog::DialogExt;
use tongket_app::{
    Applied, ImportEdit, ImportFilter, ImportKnowledge, ImportLines, ImportReading, ImportView,
    LineQuestion, OpenImport, Opening, SavedImportLine, Scope, SourceRow, own_program,
};

use crate::commands::places::unusable_place;
use crate::desk::{Answer, Desk, Done, away};
use crate::events::Cause;
use crate::imports::{GivenFile, Imports, locked};
use crate::jobs::Jobs;

/// What the dialog shows; content decides what a file is, whatever its name.
const READABLE: [&str; 10] =
    ["xlsx", "xlsm", "xls", "xlsb", "ods", "csv", "tsv", "docx", "txt", "doc"];

/// What came of reading a file.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum ReadImport {
    Open {
        view: Box<ImportView>,
    },
    /// Its head carries a stamp of secrecy; it was not read.
    SecretStamp,
    /// The person stopped it.
    Stopped,
}

/// An import that was put aside, open again.
#[derive(Debug, Clone, Serialize, Type)]
pub struct ReopenedImport {
    pub file: GivenFile,
    pub view: ImportView,
}

/// None when the person thought better of it.
#[tauri::command]
#[specta::specta]
pub async fn choose_import_files(
    window: AppHandle,
    imports: State<'_, Imports>,
) -> Answer<Vec<GivenFile>> {
    let dialog = window.dialog().file().add_filter("Excel, Word, CSV, TXT", &READABLE);
    let dialog = dialog.add_filter("*", &["*"]);
    let imports = imports.inner().clone();
    away(move || {
        let chosen = dialog.blocking_pick_files().unwrap_or_default();
        let paths: Result<Vec<_>, _> = chosen.into_iter().map(|file| file.into_path()).collect();
        Ok(imports.give(paths.map_err(|_| unusable_place())?))
    })
    .await
}

/// Files dropped on the window or named when it was started, each told once.
#[tauri::command]
#[specta::specta]
pub fn offered_import_files(imports: State<'_, Imports>) -> Answer<Vec<GivenFile>> {
    Ok(imports.take_offered())
}

/// Reads a file, or plans anew what was read when only year or cut-off are others.
#[tauri::command]
#[specta::specta]
pub async fn read_import(
    window: AppHandle,
    desk: State<'_, Desk>,
    imports: State<'_, Imports>,
    scope: Scope,
    token: String,
    reading: ImportReading,
    job: String,
) -> Answer<ReadImport> {
    let path = imports.file(&token)?;
    let known = desk.read(move |app| ImportKnowledge::load(app, &scope)).await?;
    let (imports, jobs) = (imports.inner().clone(), window.state::<Jobs>().inner().clone());
    away(move || {
        if let Ok(open) = imports.open(&token) {
            let mut open = locked(&open);
            if open.take_reading(&reading)? {
                return Ok(ReadImport::Open { view: Box::new(open.view()) });
            }
        }
        let mut watch = |progress| jobs.report(&window, &job, progress);
        Ok(match OpenImport::read(path, reading, &own_program()?, known, &mut watch)? {
            Opening::Open(open) => {
                let view = Box::new(open.view());
                imports.hold(&token, *open);
                ReadImport::Open { view }
            }
            Opening::SecretStamp => ReadImport::SecretStamp,
            Opening::Stopped => ReadImport::Stopped,
        })
    })
    .await
}

/// The import against what the database holds now.
#[tauri::command]
#[specta::specta]
pub async fn refresh_import(
    desk: State<'_, Desk>,
    imports: State<'_, Imports>,
    scope: Scope,
    token: String,
) -> Answer<ImportView> {
    let open = imports.open(&token)?;
    let known = desk.read(move |app| ImportKnowledge::load(app, &scope)).await?;
    away(move || {
        let mut open = locked(&open);
        open.refresh(known)?;
        Ok(open.view())
    })
    .await
}

#[tauri::command]
#[specta::specta]
pub async fn import_lines(
    imports: State<'_, Imports>,
    token: String,
    filter: ImportFilter,
    from: u32,
    count: u32,
) -> Answer<ImportLines> {
    let open = imports.open(&token)?;
    away(move || Ok(locked(&open).lines(&filter, from, count))).await
}

#[tauri::command]
#[specta::specta]
pub async fn import_source(
    imports: State<'_, Imports>,
    token: String,
    sheet: Option<u32>,
    from: u32,
    count: u32,
) -> Answer<Vec<SourceRow>> {
    let open = imports.open(&token)?;
    away(move || Ok(locked(&open).source(sheet, from, count))).await
}

#[tauri::command]
#[specta::specta]
pub async fn import_questions(
    imports: State<'_, Imports>,
    token: String,
    line: u32,
) -> Answer<Vec<LineQuestion>> {
    let open = imports.open(&token)?;
    away(move || Ok(locked(&open).questions(line))).await
}

#[tauri::command]
#[specta::specta]
pub async fn edit_import(
    imports: State<'_, Imports>,
    token: String,
    edits: Vec<ImportEdit>,
) -> Answer<ImportView> {
    let open = imports.open(&token)?;
    away(move || {
        let mut open = locked(&open);
        edits.iter().try_for_each(|edit| open.edit(edit))?;
        Ok(open.view())
    })
    .await
}

/// Writes the import as one step; it is closed then.
#[tauri::command]
#[specta::specta]
pub async fn apply_import(
    desk: State<'_, Desk>,
    imports: State<'_, Imports>,
    token: String,
) -> Answer<Done<Applied>> {
    let open = imports.open(&token)?;
    let applied = desk.step(Cause::Action, move |app| locked(&open).apply(app)).await?;
    imports.close(&token);
    Ok(applied)
}

#[tauri::command]
#[specta::specta]
pub async fn put_import_aside(
    desk: State<'_, Desk>,
    imports: State<'_, Imports>,
    token: String,
) -> Answer<Done<()>> {
    let open = imports.open(&token)?;
    let put = desk.step(Cause::Action, move |app| tongket_app::put_aside(app, &locked(&open)));
    let put = put.await?;
    imports.close(&token);
    Ok(put)
}

#[tauri::command]
#[specta::specta]
pub fn close_import(imports: State<'_, Imports>, token: String) -> Answer<()> {
    imports.close(&token);
    Ok(())
}

#[tauri::command]
#[specta::specta]
pub async fn saved_imports(desk: State<'_, Desk>, scope: Scope) -> Answer<Vec<SavedImportLine>> {
    desk.read(move |app| tongket_app::saved_imports(app, &scope)).await
}

#[tauri::command]
#[specta::specta]
pub async fn reopen_import(
    desk: State<'_, Desk>,
    imports: State<'_, Imports>,
    scope: Scope,
    id: u32,
) -> Answer<ReopenedImport> {
    let open = desk.read(move |app| OpenImport::reopen(app, &scope, id)).await?;
    let view = open.view();
    Ok(ReopenedImport { file: imports.hold_again(open), view })
}

#[tauri::command]
#[specta::specta]
pub async fn discard_import(desk: State<'_, Desk>, scope: Scope, id: u32) -> Answer<Done<()>> {
    desk.step(Cause::Action, move |app| tongket_app::discard_import(app, &scope, id)).await
}
