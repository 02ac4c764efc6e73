//! The copies of the database that can be gone back to, and where everything lies.

use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};
use specta::Type;
use tongket_store::{Backup, BackupReason, backups_in};

use crate::{AppError, Session};

/// A copy of the database.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct BackupLine {
    /// By which it is asked for again.
    pub token: String,
    /// ISO time of the machine that made it.
    pub time: String,
    pub bytes: u64,
    /// Why it was made, in words.
    pub reason: String,
}

/// The copies that can be gone back to, newest first.
pub fn backups(session: &Session) -> Result<Vec<BackupLine>, AppError> {
    Ok(backups_of(&session.path())?.iter().map(line).collect())
}

/// As [`backups`], of the database at `path`.
pub fn list_backups(path: &Path) -> Result<Vec<BackupLine>, AppError> {
    Ok(backups_of(path)?.iter().map(line).collect())
}

pub(crate) fn line(backup: &Backup) -> BackupLine {
    BackupLine {
        token: token(backup),
        time: iso(backup.time),
        bytes: backup.bytes,
        reason: match backup.reason {
            BackupReason::Asked => "Sao lưu theo yêu cầu",
            BackupReason::Daily => "Tự sao lưu hằng ngày",
            BackupReason::BeforeRestore => "Trước khi khôi phục",
            BackupReason::BeforeUpgrade => "Trước khi nâng cấp dữ liệu",
        }
        .to_owned(),
    }
}

/// The name of the file: it says what the copy is of, and no path comes from outside.
pub(crate) fn token(backup: &Backup) -> String {
    backup.path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

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
