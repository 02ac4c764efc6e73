//! Copies of the database that are made: when a person asks, and once a day.

use std::path::{Path, PathBuf};

use tongket_store::{Backup, BackupReason, Store, StoreError};

use crate::backups::{BackupLine, backup_folder, backups_of, line};
use crate::place_file::remove_leftovers;
use crate::{App, AppError};

/// So many of the newest copies that nobody asked for are kept; of those before, one a week.
const NEWEST_KEPT: usize = 10;

/// Copies the database into `folder`, or into "sao-luu" beside it, and checks the copy.
pub fn back_up(app: &App, folder: Option<&Path>) -> Result<PathBuf, AppError> {
    let beside = backup_folder(app.path());
    let folder = folder.unwrap_or(&beside);
    std::fs::create_dir_all(folder).map_err(|_| {
        AppError::refused(format!(
            "Không tạo được thư mục «{}»; hãy chọn thư mục khác",
            folder.display()
        ))
    })?;
    Ok(copy_into(&app.store, folder, BackupReason::Asked)?)
}

/// A copy that the person asks for in the window.
pub fn back_up_now(app: &App) -> Result<BackupLine, AppError> {
    let copy = back_up(app, None)?;
    let made = backups_of(app.path())?.into_iter().find(|backup| backup.path == copy);
    made.as_ref().map(line).ok_or_else(|| {
        AppError::refused("Bản sao lưu vừa ghi không còn trong thư mục; hãy sao lưu lại")
    })
}

/// The first copy of a day; takes away copies that have become too many. False when there is one of
/// today already, or when nothing can be written.
pub fn back_up_daily(app: &App) -> Result<bool, AppError> {
    let today = app.clock.now().date();
    let backups = backups_of(app.path())?;
    if backups.iter().any(|backup| backup.time.date() == today) || app.store.is_read_only() {
        return Ok(false);
    }
    copy_into(&app.store, &backup_folder(app.path()), BackupReason::Daily)?;
    thin(&backups_of(app.path())?);
    Ok(true)
}

pub(crate) fn copy_into(
    store: &Store,
    folder: &Path,
    reason: BackupReason,
) -> Result<PathBuf, StoreError> {
    std::fs::create_dir_all(folder)
        .map_err(|source| StoreError::File { path: folder.to_owned(), source })?;
    let copy = store.backup_to(folder, reason)?;
    remove_leftovers(folder);
    Ok(copy)
}

/// Of copies that nobody asked for, `backups` newest first. One that cannot be taken away stays.
fn thin(backups: &[Backup]) {
    for backup in too_many(backups) {
        let _ = std::fs::remove_file(&backup.path);
    }
}

fn too_many(backups: &[Backup]) -> Vec<&Backup> {
    let week = |backup: &Backup| backup.time.format("%G-%V").to_string();
    let mut weeks = Vec::new();
    let automatic = backups.iter().filter(|backup| {
        matches!(backup.reason, BackupReason::Daily | BackupReason::BeforeRestore)
    });
    let older = automatic.skip(NEWEST_KEPT);
    older
        .filter(|backup| {
            let is_second = weeks.contains(&week(backup));
            weeks.push(week(backup));
            is_second
        })
        .collect()
}
