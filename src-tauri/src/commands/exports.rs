//! Drafts as Word files, and what to do with such a file. Dialogs and programs are opened from
//! here, never by the page.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use serde::Serialize;
use specta::Type;
use tauri::{AppHandle, Manager, State, Wry};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder};
use tongket_app::{AppError, ExportedDraft, OfficeChoice, Out, Scope, TablesRequest};

use crate::commands::places::{cannot_show, unusable_place};
use crate::desk::{Answer, Desk, away};
use crate::exports::Exports;
use crate::jobs::Jobs;
use crate::opening::open;

/// A file that was written.
#[derive(Debug, Clone, Serialize, Type)]
pub struct Exported {
    /// Names the file in [`open_exported`] and [`reveal_exported`].
    pub token: String,
    /// Its name and folder, for people to read.
    pub file: String,
    pub folder: String,
    pub figures: u32,
    pub gaps: u32,
    pub findings: u32,
}

/// An Excel file of tables that was written.
#[derive(Debug, Clone, Serialize, Type)]
pub struct ExportedTables {
    /// As that of [`Exported`].
    pub token: String,
    pub file: String,
    pub folder: String,
    /// Of all tables.
    pub rows: usize,
}

/// `None` when the person thought better of it.
#[tauri::command]
#[specta::specta]
pub async fn export_draft(
    window: AppHandle,
    desk: State<'_, Desk>,
    exports: State<'_, Exports>,
    id: u32,
    version: Option<u32>,
    ask: bool,
    job: String,
) -> Answer<Option<Exported>> {
    let out = match ask {
        true => match asked_place(&window, &desk, id, version).await? {
            Some(place) => Some(place),
            None => return Ok(None),
        },
        false => None,
    };
    let jobs = window.state::<Jobs>().inner().clone();
    let written = desk.read(move |app| {
        let mut watch = |progress| jobs.report(&window, &job, progress);
        tongket_app::export_draft(app, id, version, out.as_ref(), &mut watch)
    });
    Ok(written.await?.map(|draft| exported(&exports, draft)))
}

#[tauri::command]
#[specta::specta]
pub fn cancel_job(jobs: State<'_, Jobs>, job: String) -> Answer<()> {
    jobs.stop(job);
    Ok(())
}

#[tauri::command]
#[specta::specta]
pub async fn open_exported(exports: State<'_, Exports>, token: String) -> Answer<()> {
    let file = exports.file(&token)?;
    open(&file, |file| {
        AppError::refused(format!(
            "Không mở được «{}»; máy chưa có chương trình đọc loại tệp này, hãy mở tệp từ thư mục",
            file.display()
        ))
    })
    .await
}

#[tauri::command]
#[specta::specta]
pub async fn reveal_exported(exports: State<'_, Exports>, token: String) -> Answer<()> {
    let file = exports.file(&token)?;
    away(move || tauri_plugin_opener::reveal_item_in_dir(&file).map_err(|_| cannot_show(&file)))
        .await
}

/// Writes every table of the office, or what is of one year, as an Excel file. `None` when the
/// person thought better of it.
#[tauri::command]
#[specta::specta]
pub async fn export_tables(
    window: AppHandle,
    desk: State<'_, Desk>,
    exports: State<'_, Exports>,
    scope: Scope,
    all_years: bool,
) -> Answer<Option<ExportedTables>> {
    let name = match all_years {
        true => "so-lieu.xlsx".to_owned(),
        false => format!("so-lieu-{}.xlsx", scope.year),
    };
    let dialog = window.dialog().file().set_file_name(name).add_filter("Excel", &["xlsx"]);
    let Some(out) = chosen_place(dialog).await? else { return Ok(None) };
    let file = out.clone();
    let tables = desk.read(move |app| {
        let office = OfficeChoice(scope.office);
        let year = (!all_years).then_some(scope.year);
        tongket_app::export_tables(app, &TablesRequest { office, year, out, replace: true })
    });
    let rows = tables.await?.into_iter().map(|(_, rows)| rows).sum();
    let (name, folder) = (shown(file.file_name()), shown(file.parent().map(Path::as_os_str)));
    Ok(Some(ExportedTables { file: name, folder, rows, token: exports.add(file) }))
}

/// Where the person wants the file; the dialog itself asks before it replaces one.
async fn asked_place(
    window: &AppHandle,
    desk: &Desk,
    id: u32,
    version: Option<u32>,
) -> Answer<Option<Out>> {
    let name = desk.read(move |app| app.export_name(id, version)).await?;
    let dialog = window.dialog().file().set_file_name(name).add_filter("Word", &["docx"]);
    let place = chosen_place(dialog).await?;
    Ok(place.map(|path| Out::File { path, replace: true }))
}

/// Where the person saves; `None` when they thought better of it.
async fn chosen_place(dialog: FileDialogBuilder<Wry>) -> Answer<Option<PathBuf>> {
    away(move || {
        let Some(chosen) = dialog.blocking_save_file() else { return Ok(None) };
        chosen.into_path().map(Some).map_err(|_| unusable_place())
    })
    .await
}

fn exported(exports: &Exports, draft: ExportedDraft) -> Exported {
    Exported {
        file: shown(draft.path.file_name()),
        folder: shown(draft.path.parent().map(Path::as_os_str)),
        figures: draft.figures,
        gaps: draft.gaps,
        findings: draft.findings,
        token: exports.add(draft.path),
    }
}

fn shown(part: Option<&OsStr>) -> String {
    part.map(|part| part.to_string_lossy().into_owned()).unwrap_or_default()
}
