//! Puts a finished file in its place: whole or not at all, the old one untouched until then.

mod leftovers;
mod patient;

use std::fs::File;
use std::io::BufWriter;
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use crate::AppError;
pub(crate) use leftovers::remove_leftovers;
use patient::Patient;

/// Lets `write` fill a temporary file in the same folder, forces it to disk and gives it the name
/// `path`. On any error nothing is left behind and an older file of that name stays as it was.
pub fn place_file<T>(
    path: &Path,
    write: impl FnOnce(BufWriter<Patient>) -> Result<(BufWriter<Patient>, T), AppError>,
) -> Result<T, AppError> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    if path.is_dir() {
        return Err(AppError::refused(format!(
            "«{}» là một thư mục; hãy đặt tên tệp khác",
            path.display()
        )));
    }
    refuse_when_open_in_word(path)?;
    let cannot = |error: &std::io::Error| cannot_write(path, error);
    let temporary = temporary_in(folder).map_err(|e| cannot(&e))?;
    let file = temporary.as_file().try_clone().map_err(|e| cannot(&e))?;
    let (writer, value) = write(BufWriter::new(Patient::new(file)))?;
    let patient = writer.into_inner().map_err(|failed| cannot(failed.error()))?;
    patient.finish().map_err(|e| cannot(&e))?;
    temporary.as_file().sync_all().map_err(|e| cannot(&e))?;
    temporary.persist(path).map_err(|error| cannot(&error.error))?;
    sync_folder(folder);
    remove_leftovers(folder);
    Ok(value)
}

/// A new file that others may read as they may read any document of this person.
fn temporary_in(folder: &Path) -> std::io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(leftovers::UNFINISHED[0]);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}

/// `path`, or the first of "name (2).docx", "name (3).docx", … that is free.
pub fn free_name(path: &Path) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let extension = path.extension().map(|ext| format!(".{}", ext.to_string_lossy()));
    let extension = extension.unwrap_or_default();
    let mut candidate = path.to_owned();
    let mut number = 2;
    while candidate.exists() {
        candidate = path.with_file_name(format!("{stem} ({number}){extension}"));
        number += 1;
    }
    candidate
}

/// Word keeps `~$name.docx` beside a document that somebody has open.
fn refuse_when_open_in_word(path: &Path) -> Result<(), AppError> {
    let Some(name) = path.file_name().map(|name| name.to_string_lossy().into_owned()) else {
        return Ok(());
    };
    // Long names lose their first two letters in the owner file's name.
    let shortened: String = name.chars().skip(2).collect();
    let owners = [format!("~${name}"), format!("~${shortened}")];
    if owners.iter().any(|owner| path.with_file_name(owner).exists()) {
        return Err(AppError::refused(format!(
            "Tệp «{}» đang mở trong Word: đóng lại rồi ghi lại, hoặc chọn tên khác",
            path.display()
        )));
    }
    Ok(())
}

/// What a person can do about it, by the kind of failure.
pub(crate) fn cannot_write(path: &Path, error: &std::io::Error) -> AppError {
    use std::io::ErrorKind;
    let advice = match error.kind() {
        ErrorKind::NotFound => "thư mục không có; hãy tạo thư mục hoặc chọn nơi khác",
        ErrorKind::NotADirectory | ErrorKind::AlreadyExists => {
            "đường dẫn đi qua một tệp, không phải thư mục; hãy chọn nơi khác"
        }
        ErrorKind::PermissionDenied => "không có quyền ghi hoặc tệp đang mở; hãy chọn nơi khác",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
            "ổ đĩa đã đầy; hãy giải phóng chỗ trống rồi làm lại"
        }
        ErrorKind::ReadOnlyFilesystem => "ổ đĩa chỉ cho đọc; hãy chọn nơi khác",
        _ => "hãy kiểm tra ổ đĩa hoặc chọn nơi khác",
    };
    AppError::refused(format!("Không ghi được «{}»: {advice}", path.display()))
}

/// A rename is only safe from a power cut once the folder is on disk. Folders cannot be opened on
/// Windows, which keeps its own journal of them.
fn sync_folder(folder: &Path) {
    if cfg!(unix)
        && let Ok(folder) = File::open(folder)
    {
        // The file is whole either way; only how soon its name is certain depends on this.
        let _ = folder.sync_all();
    }
}
