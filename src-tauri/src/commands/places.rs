//! Where things lie on the machine. The page sees the names of folders and never gives one.

use std::path::{Path, PathBuf};

use serde::Deserialize;
use specta::Type;
use tauri::{AppHandle, State};
use tauri_plugin_dialog::DialogExt;
use tongket_app::{AppError, DataPlace};

use crate::desk::{Answer, Desk, away};
use crate::opening::open;

#[derive(Debug, Clone, Copy, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Folder {
    Data,
    Backups,
    Exports,
}

#[tauri::command]
#[specta::specta]
pub async fn data_place(desk: State<'_, Desk>) -> Answer<DataPlace> {
    desk.with_session(|session| tongket_app::data_place(session)).await
}

#[tauri::command]
#[specta::specta]
pub async fn open_folder(desk: State<'_, Desk>, which: Folder) -> Answer<()> {
    let place = desk.with_session(|session| tongket_app::data_place(session)).await?;
    let folder = match which {
        Folder::Data => Path::new(&place.path).with_file_name(""),
        Folder::Backups => PathBuf::from(place.backup_folder),
        Folder::Exports => PathBuf::from(place.export_folder),
    };
    // A folder that nothing was put into yet is shown empty.
    std::fs::create_dir_all(&folder).map_err(|_| cannot_show(&folder))?;
    open(&folder, cannot_show).await
}

/// The folder chosen for exports; `None` when the person kept the one there was.
#[tauri::command]
#[specta::specta]
pub async fn choose_export_folder(
    window: AppHandle,
    desk: State<'_, Desk>,
) -> Answer<Option<String>> {
    let place = desk.with_session(|session| tongket_app::data_place(session)).await?;
    let dialog = window.dialog().file().set_directory(place.export_folder);
    let chosen = away(move || {
        let Some(chosen) = dialog.blocking_pick_folder() else { return Ok(None) };
        chosen.into_path().map(Some).map_err(|_| unusable_place())
    });
    let Some(folder) = chosen.await? else { return Ok(None) };
    let shown = folder.display().to_string();
    desk.run(move |app| tongket_app::set_export_folder(app, &folder)).await?;
    Ok(Some(shown))
}

/// Said when the machine has no program that shows files.
pub fn cannot_show(place: &Path) -> AppError {
    AppError::refused(format!("Không mở được cửa sổ thư mục; hãy tự tìm đến «{}»", place.display()))
}

/// Said of a place that is not on this machine.
pub fn unusable_place() -> AppError {
    AppError::refused("Không ghi được vào nơi đã chọn; hãy chọn thư mục trên máy này")
}
