//! Goes back to a copy of the database. What is there is copied first, and the copy that is gone
//! back to is checked before anything is changed.

use std::path::{Path, PathBuf};

use tongket_store::{BackupReason, Store, StoreError, restore_missing};

use crate::back_up::copy_into;
use crate::backups::{backup_folder, backups_of, token};
use crate::place_file::cannot_write;
use crate::{App, AppError, Clock, Session};

/// Goes back to the copy of this token and opens the database again.
pub fn restore(session: &mut Session, of: &str) -> Result<(), AppError> {
    let backup = named(&session.path(), of)?;
    session.while_closed(|path, clock| put_back(path, &backup, clock))?;
    session.app().map(drop)
}

/// As [`restore`], of the database at `path`; `of` is a token or the path of a copy.
pub fn restore_file(path: &Path, of: &str, clock: Clock) -> Result<PathBuf, AppError> {
    let elsewhere = Path::new(of);
    let is_path = elsewhere.components().count() > 1 || elsewhere.is_file();
    let backup = if is_path { elsewhere.to_owned() } else { named(path, of)? };
    put_back(path, &backup, clock)?;
    // An older schema is upgraded now, while the copy can still be told.
    App::open(path, clock)?;
    Ok(backup)
}

fn named(path: &Path, of: &str) -> Result<PathBuf, AppError> {
    let found = backups_of(path)?.into_iter().find(|backup| token(backup) == of);
    found.map(|backup| backup.path).ok_or_else(|| {
        AppError::refused(format!(
            "Không có bản sao lưu «{of}»; có thể đã bị xóa, hãy chọn bản khác trong danh sách"
        ))
    })
}

fn put_back(path: &Path, backup: &Path, clock: Clock) -> Result<(), AppError> {
    match copied_first(path, clock) {
        Ok(()) => {
            tongket_store::restore(path, backup, clock).map_err(|error| of_copy(error, backup))
        }
        Err(StoreError::Missing(_)) => {
            restore_missing(path, backup).map_err(|error| of_copy(error, backup))
        }
        // What cannot be copied whole is kept as it is.
        Err(
            StoreError::Empty(_)
            | StoreError::NotOurs(_)
            | StoreError::Newer { .. }
            | StoreError::Intruder { .. }
            | StoreError::Upgrade { .. }
            | StoreError::Damaged(_),
        ) => {
            let moved = MovedAside::of(path, clock)?;
            restore_missing(path, backup).map_err(|error| {
                moved.back();
                of_copy(error, backup)
            })
        }
        Err(other) => Err(other.into()),
    }
}

/// A damaged copy is not said of the database, which would send people to look for a copy.
fn of_copy(error: StoreError, backup: &Path) -> AppError {
    match error {
        StoreError::Damaged(_) => AppError::refused(format!(
            "Bản sao lưu «{}» bị hỏng, không khôi phục được; dữ liệu hiện tại giữ nguyên, hãy chọn \
             bản sao lưu khác",
            backup.file_name().unwrap_or_default().to_string_lossy()
        )),
        other => other.into(),
    }
}

fn copied_first(path: &Path, clock: Clock) -> Result<(), StoreError> {
    let store = Store::open_existing(path, clock)?;
    copy_into(&store, &backup_folder(path), BackupReason::BeforeRestore).map(drop)
}

/// A file that could not be opened or copied, with its log, under another name.
struct MovedAside(Vec<(PathBuf, PathBuf)>);

impl MovedAside {
    fn of(path: &Path, clock: Clock) -> Result<MovedAside, AppError> {
        let folder = backup_folder(path);
        std::fs::create_dir_all(&folder).map_err(|error| cannot_write(&folder, &error))?;
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        let time = clock.now().format("%Y%m%d-%H%M%S");
        let mut moved = MovedAside(Vec::new());
        for suffix in ["", "-wal", "-shm"] {
            let mut from = path.as_os_str().to_owned();
            from.push(suffix);
            let from = PathBuf::from(from);
            let to = folder.join(format!("{stem}-khong-mo-duoc-{time}.db{suffix}"));
            if !from.exists() {
                continue;
            }
            if let Err(error) = std::fs::rename(&from, &to) {
                moved.back();
                return Err(cannot_write(&to, &error));
            }
            moved.0.push((from, to));
        }
        Ok(moved)
    }

    fn back(&self) {
        for (from, to) in &self.0 {
            // Whoever calls has an error to tell already.
            let _ = std::fs::rename(to, from);
        }
    }
}
