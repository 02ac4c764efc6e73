//! Puts a finished file in its place: whole or not at all, the old one untouched until then.

mod leftovers;
mod patient;

use std::fs::File;
use std::io::BufWriter;
use std::path::{Path, PathBuf};

use tempfile::{NamedTempFile, PersistError};

use crate::AppError;
pub(crate) use leftovers::remove_leftovers;
use patient::Patient;

/// Where a file is to go.
#[derive(Debug)]
pub enum Slot {
    /// In the place of what may be there.
    Over(PathBuf),
    /// Where nothing is; refused when something has come there meanwhile.
    New(PathBuf),
    /// Under this name, or the first of "name (2).docx", "name (3).docx", … that is free.
    Free(PathBuf),
}

impl Slot {
    /// A name that the person chose; refused at once when it is taken and not to be replaced.
    pub fn chosen(path: &Path, replace: bool) -> Result<Slot, AppError> {
        if replace || path.is_dir() {
            return Ok(Slot::Over(path.to_owned()));
        }
        if path.exists() { Err(taken(path)) } else { Ok(Slot::New(path.to_owned())) }
    }

    /// The name that the file gets when nobody else takes it.
    pub fn path(&self) -> PathBuf {
        match self {
            Slot::Over(path) | Slot::New(path) => path.clone(),
            Slot::Free(path) => free_name(path),
        }
    }
}

/// Lets `write` fill a temporary file in the same folder, forces it to disk and gives it its name,
/// which is returned. On any error nothing is left behind and an older file of that name stays as
/// it was.
pub fn place_file<T>(
    slot: &Slot,
    write: impl FnOnce(BufWriter<Patient>) -> Result<(BufWriter<Patient>, T), AppError>,
) -> Result<(PathBuf, T), AppError> {
    let path = &slot.path();
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
    let path = name(temporary, slot, path)?;
    sync_folder(folder);
    remove_leftovers(folder);
    Ok((path, value))
}

/// Gives the finished file its name: no look beforehand could tell what another program does until
/// then.
fn name(mut file: NamedTempFile, slot: &Slot, path: &Path) -> Result<PathBuf, AppError> {
    let mut path = path.to_owned();
    loop {
        let named = match slot {
            Slot::Over(_) => file.persist(&path),
            Slot::New(_) | Slot::Free(_) => persist_new(file, &path),
        };
        let Err(PersistError { error, file: unnamed }) = named else { return Ok(path) };
        match slot {
            Slot::Free(wanted) if path.exists() => path = free_name(wanted),
            Slot::New(_) if path.exists() => return Err(taken(&path)),
            _ => return Err(cannot_write(&path, &error)),
        }
        file = unnamed;
    }
}

/// Some shared folders cannot name a file without replacing another: then a look has to do.
fn persist_new(file: NamedTempFile, path: &Path) -> Result<File, PersistError> {
    match file.persist_noclobber(path) {
        Err(PersistError { file, .. }) if !path.exists() => file.persist(path),
        named => named,
    }
}

fn taken(path: &Path) -> AppError {
    AppError::exists(format!(
        "Đã có tệp «{}»; hãy chọn tên khác hoặc cho phép ghi đè",
        path.display()
    ))
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
fn free_name(path: &Path) -> PathBuf {
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

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails where it stands")]
mod tests {
    use std::io::Write;

    use super::*;

    /// Places a file while another program puts one under the same name.
    fn place_beside(slot: &Slot, other: &Path) -> Result<PathBuf, AppError> {
        let placed = place_file(slot, |mut out| {
            std::fs::write(other, "khác").unwrap();
            out.write_all(b"ta").unwrap();
            Ok((out, ()))
        });
        placed.map(|(path, ())| path)
    }

    #[test]
    fn what_another_program_puts_there_meanwhile_is_not_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let wanted = folder.path().join("a.docx");
        let path = place_beside(&Slot::Free(wanted.clone()), &wanted).unwrap();
        assert_eq!(path, folder.path().join("a (2).docx"));
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "ta");
        assert_eq!(std::fs::read_to_string(&wanted).unwrap(), "khác");

        let wanted = folder.path().join("b.docx");
        let slot = Slot::chosen(&wanted, false).unwrap();
        let refused = place_beside(&slot, &wanted).unwrap_err();
        assert_eq!(refused.kind, crate::ErrorKind::OutputExists);
        assert_eq!(std::fs::read_to_string(&wanted).unwrap(), "khác");

        let slot = Slot::chosen(&wanted, true).unwrap();
        assert_eq!(place_beside(&slot, &wanted).unwrap(), wanted);
        assert_eq!(std::fs::read_to_string(&wanted).unwrap(), "ta");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 3, "nothing is left over");
    }
}
