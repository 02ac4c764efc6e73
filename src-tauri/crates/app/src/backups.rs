//! The copies of the database that can be gone back to.

use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;
use tongket_store::{Backup, backups_in};

use crate::AppError;

/// The folder of the copies, beside the database.
pub(crate) fn backup_folder(database: &Path) -> PathBuf {
    database.with_file_name("sao-luu")
}

/// The copies in the folder of copies and, before upgrades, beside the file; newest first.
pub(crate) fn backups_of(database: &Path) -> Result<Vec<Backup>, AppError> {
    let mut backups = backups_in(&backup_folder(database), database)?;
    let beside = database.parent().filter(|folder| !folder.as_os_str().is_empty());
    backups.extend(backups_in(beside.unwrap_or(Path::new(".")), database)?);
    backups.sort_by_key(|backup| std::cmp::Reverse(backup.time));
    Ok(backups)
}

pub(crate) fn newest_backup(database: &Path) -> Result<Option<Backup>, AppError> {
    Ok(backups_of(database)?.into_iter().next())
}

/// `2026-11-22T08:30:05`
pub(crate) fn iso(time: NaiveDateTime) -> String {
    time.format("%Y-%m-%dT%H:%M:%S").to_string()
}
