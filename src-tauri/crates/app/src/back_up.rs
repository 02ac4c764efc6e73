//! A verified copy of the database.

use std::path::{Path, PathBuf};

use tongket_store::BackupReason;

use crate::place_file::remove_leftovers;
use crate::{App, AppError};

/// Copies the database into `folder`, or into "sao-luu" beside it, and checks the copy.
pub fn back_up(app: &App, folder: Option<&Path>) -> Result<PathBuf, AppError> {
    let beside = app.path().with_file_name("sao-luu");
    let folder = folder.unwrap_or(&beside);
    std::fs::create_dir_all(folder).map_err(|_| {
        AppError::refused(format!(
            "Không tạo được thư mục «{}»; hãy chọn thư mục khác",
            folder.display()
        ))
    })?;
    let copy = app.store.backup_to(folder, BackupReason::Asked)?;
    remove_leftovers(folder);
    Ok(copy)
}
