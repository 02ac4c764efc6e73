//! Where the data, its copies and the exports lie.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::backups::backup_folder;
use crate::{AppError, Session, export_folder};

/// Paths are for people to read; the window gives none of them back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct DataPlace {
    pub path: String,
    /// Of the file as it was last written through; 0 when there is none.
    pub bytes: u64,
    pub backup_folder: String,
    pub export_folder: String,
}

pub fn data_place(session: &Session) -> Result<DataPlace, AppError> {
    let path = session.path();
    let exports = session.app().and_then(export_folder);
    Ok(DataPlace {
        bytes: path.metadata().map_or(0, |file| file.len()),
        backup_folder: backup_folder(&path).display().to_string(),
        export_folder: exports.map(|folder| folder.display().to_string()).unwrap_or_default(),
        path: path.display().to_string(),
    })
}
