//! Copies of the whole file: complete, checked and on the disk before they get their name, and
//! never in the place of another file.

use std::io;
use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;
use rusqlite::backup::StepResult;

use crate::look::{Found, look, open_to_read};
use crate::{Clock, Store, StoreError, schema};

/// Why a copy was made; its name says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BackupReason {
    /// A person asked for it.
    Asked,
    /// The first start of a day.
    Daily,
    /// Another copy was about to take the file's place.
    BeforeRestore,
    /// Schema steps were about to change the file.
    BeforeUpgrade,
}

const REASONS: [(&str, BackupReason); 4] = [
    ("sao-luu", BackupReason::Asked),
    ("hang-ngay", BackupReason::Daily),
    ("truoc-khoi-phuc", BackupReason::BeforeRestore),
    (BEFORE_UPGRADE, BackupReason::BeforeUpgrade),
];

const BEFORE_UPGRADE: &str = "truoc-nang-cap";

/// The time in a name: `20261122-083005`.
const TIME: &str = "%Y%m%d-%H%M%S";

/// A copy as its name tells of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    pub path: PathBuf,
    pub reason: BackupReason,
    /// Local time of the machine that made it.
    pub time: NaiveDateTime,
    pub bytes: u64,
}

impl Store {
    /// Writes a copy into `dir`, named after the file, the reason and the clock's time, and
    /// returns its path.
    pub fn backup_to(&self, dir: &Path, reason: BackupReason) -> Result<PathBuf, StoreError> {
        let word = REASONS.iter().find(|(_, known)| *known == reason).map_or("", |(word, _)| word);
        copy(&self.path, dir, &stem(&self.path, word, self.clock))
    }
}

/// The copies of `database` in `dir`, newest first; a folder that is not there has none.
pub fn backups_in(dir: &Path, database: &Path) -> Result<Vec<Backup>, StoreError> {
    let failed = |source| StoreError::File { path: dir.to_owned(), source };
    let entries = match std::fs::read_dir(dir) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries.map_err(failed)?,
    };
    let of = database.file_stem().unwrap_or_default().to_string_lossy();
    let mut backups = Vec::new();
    for entry in entries {
        let entry = entry.map_err(failed)?;
        let name = entry.file_name();
        let Some((reason, time)) = name.to_str().and_then(|name| read_name(name, &of)) else {
            continue;
        };
        // A copy that is taken away meanwhile is none.
        let Ok(file) = entry.metadata() else { continue };
        if file.is_file() {
            backups.push(Backup { path: entry.path(), reason, time, bytes: file.len() });
        }
    }
    backups.sort_by(|one, other| (other.time, &other.path).cmp(&(one.time, &one.path)));
    Ok(backups)
}

/// Reason and time of `so-lieu-sao-luu-20261122-083005-2.db`, a copy of `so-lieu`.
fn read_name(name: &str, of: &str) -> Option<(BackupReason, NaiveDateTime)> {
    let rest = name.strip_suffix(".db")?.strip_prefix(of)?.strip_prefix('-')?;
    let (word, reason) = REASONS.iter().find(|(word, _)| rest.starts_with(word))?;
    let rest = rest.strip_prefix(word)?.strip_prefix('-')?;
    // "v1-" of an upgrade.
    let rest = match rest.strip_prefix('v') {
        Some(version) => version.split_once('-')?.1,
        None => rest,
    };
    let time = NaiveDateTime::parse_from_str(rest.get(..15)?, TIME).ok()?;
    Some((*reason, time))
}

/// Puts what `backup` holds in the place of what the database holds, as one transaction: whoever
/// has the file open sees the old data or the restored. The backup itself stays as it is; one of
/// an older schema is upgraded when the database is opened next.
pub fn restore(path: &Path, backup: &Path, clock: Clock) -> Result<(), StoreError> {
    refuse_unsound(backup)?;
    let source = open_to_read(backup)?;
    let mut database = Store::open_existing(path, clock)?.connection;
    database.pragma_update(None, "query_only", false)?;
    let copying = rusqlite::backup::Backup::new(&source, &mut database)?;
    match copying.step(-1)? {
        StepResult::Done => Ok(()),
        _ => Err(StoreError::Busy),
    }
}

/// As [`restore`], where there is no database that could be opened: what is at `path` has to be
/// out of the way already.
pub fn restore_missing(path: &Path, backup: &Path) -> Result<(), StoreError> {
    refuse_unsound(backup)?;
    let dir = path.parent().unwrap_or(path);
    let failed = |source| StoreError::File { path: path.to_owned(), source };
    let temp = checked_copy(backup, dir)?;
    temp.persist_noclobber(path).map_err(|taken| failed(taken.error))?;
    sync_folder(dir).map_err(failed)
}

/// Refuses a copy that is not whole, is no database of ours or is too new.
fn refuse_unsound(backup: &Path) -> Result<(), StoreError> {
    match look(backup)? {
        Found::Nothing => return Err(StoreError::Missing(backup.to_owned())),
        Found::Empty => return Err(StoreError::Empty(backup.to_owned())),
        found => schema::refuse_newer(backup, &found, &schema::STEPS)?,
    }
    check(backup)
}

/// A copy beside the file itself, made before schema steps change it.
pub(crate) fn before_upgrade(
    path: &Path,
    version: i64,
    clock: Clock,
) -> Result<PathBuf, StoreError> {
    let dir = path.parent().unwrap_or(path);
    copy(path, dir, &stem(path, &format!("{BEFORE_UPGRADE}-v{version}"), clock))
}

/// `so-lieu-sao-luu-20261122-083005`
fn stem(path: &Path, purpose: &str, clock: Clock) -> String {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    format!("{stem}-{purpose}-{}", clock.now().format(TIME))
}

fn copy(path: &Path, dir: &Path, stem: &str) -> Result<PathBuf, StoreError> {
    let temp = checked_copy(path, dir)?;
    let failed = |source| StoreError::File { path: dir.to_owned(), source };
    let path = name(temp, dir, stem).map_err(failed)?;
    sync_folder(dir).map_err(failed)?;
    Ok(path)
}

/// A whole copy on the disk under a name of its own.
fn checked_copy(path: &Path, dir: &Path) -> Result<tempfile::NamedTempFile, StoreError> {
    let connection = open_to_read(path)?;
    let failed = |source| StoreError::File { path: dir.to_owned(), source };
    let temp = tempfile::Builder::new().prefix(".tongket-").tempfile_in(dir).map_err(failed)?;
    let temp_name =
        temp.path().to_str().ok_or_else(|| failed(io::ErrorKind::InvalidFilename.into()))?;
    connection.execute("VACUUM INTO ?1", [temp_name])?;
    check(temp.path())?;
    temp.as_file().sync_all().map_err(failed)?;
    Ok(temp)
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
