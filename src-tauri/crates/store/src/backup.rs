//! Copies of the whole file: complete, checked and on the disk before they get their name, and
//! never in the place of another file.

use std::io;
use std::path::{Path, PathBuf};

use crate::look::open_to_read;
use crate::{Clock, Store, StoreError};

impl Store {
    /// Writes a copy into `dir`, named after the file and the clock's time, and returns its path.
    pub fn backup_to(&self, dir: &Path) -> Result<PathBuf, StoreError> {
        let name = stem(&self.path, "sao-luu", self.clock);
        copy(&self.path, dir, &name)
    }
}

/// A copy beside the file itself, made before schema steps change it.
pub(crate) fn before_upgrade(
    path: &Path,
    version: i64,
    clock: Clock,
) -> Result<PathBuf, StoreError> {
    let dir = path.parent().unwrap_or(path);
    copy(path, dir, &stem(path, &format!("truoc-nang-cap-v{version}"), clock))
}

/// `so-lieu-sao-luu-20261122-083005`
fn stem(path: &Path, purpose: &str, clock: Clock) -> String {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    format!("{stem}-{purpose}-{}", clock.now().format("%Y%m%d-%H%M%S"))
}

fn copy(path: &Path, dir: &Path, stem: &str) -> Result<PathBuf, StoreError> {
    let connection = open_to_read(path)?;
    let failed = |source| StoreError::File { path: dir.to_owned(), source };
    let temp = tempfile::Builder::new().prefix(".tongket-").tempfile_in(dir).map_err(failed)?;
    let temp_name =
        temp.path().to_str().ok_or_else(|| failed(io::ErrorKind::InvalidFilename.into()))?;
    connection.execute("VACUUM INTO ?1", [temp_name])?;
    check(temp.path())?;
    temp.as_file().sync_all().map_err(failed)?;
    let path = name(temp, dir, stem).map_err(failed)?;
    sync_folder(dir).map_err(failed)?;
    Ok(path)
}

fn check(copy: &Path) -> Result<(), StoreError> {
    let answer: String =
        open_to_read(copy)?.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if answer == "ok" { Ok(()) } else { Err(StoreError::Damaged(answer)) }
}

/// Takes the first free name: `stem.db`, `stem-2.db`, …
fn name(mut temp: tempfile::NamedTempFile, dir: &Path, stem: &str) -> io::Result<PathBuf> {
    let mut path = dir.join(format!("{stem}.db"));
    let mut count = 1;
    loop {
        match temp.persist_noclobber(&path) {
            Ok(_) => return Ok(path),
            Err(taken) if taken.error.kind() == io::ErrorKind::AlreadyExists => {
                temp = taken.file;
                count += 1;
                path = dir.join(format!("{stem}-{count}.db"));
            }
            Err(failed) => return Err(failed.error),
        }
    }
}

/// Makes the new name itself survive a power cut. Windows has no such call and needs none.
#[cfg(unix)]
fn sync_folder(dir: &Path) -> io::Result<()> {
    std::fs::File::open(dir)?.sync_all()
}

#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}
