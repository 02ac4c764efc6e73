//! A look at a file before it is opened for writing, so that a file which is not ours or is too
//! new stays as it is, byte for byte.

use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags};

use crate::StoreError;
use crate::store::PATIENCE;

/// "TKet", written into the head of the file by the first schema step.
pub(crate) const APPLICATION_ID: i64 = 0x544B_6574;

#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Found {
    Nothing,
    /// A database without tables, as a stop right after creation leaves it.
    Empty,
    Ours {
        version: i64,
    },
}

/// The file's head, and the start of its first page, which holds the table of tables.
const HEAD: u64 = 108;

pub(crate) fn look(path: &Path) -> Result<Found, StoreError> {
    let mut head = Vec::new();
    let opened = File::open(path).and_then(|file| file.take(HEAD).read_to_end(&mut head));
    match opened {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Found::Nothing),
        Err(error) if error.kind() == ErrorKind::IsADirectory => {
            return Err(StoreError::NotOurs(path.to_owned()));
        }
        Err(source) => return Err(StoreError::File { path: path.to_owned(), source }),
        Ok(_) if head.is_empty() => return Ok(Found::Empty),
        Ok(_) => {}
    }
    if !head.starts_with(b"SQLite format 3\0") {
        return Err(StoreError::NotOurs(path.to_owned()));
    }
    if has_pending_log(path) {
        return ask(path);
    }
    let number = |at: usize| match head.get(at..at + 4) {
        Some(&[a, b, c, d]) => i64::from(i32::from_be_bytes([a, b, c, d])),
        _ => 0,
    };
    const LEAF_WITHOUT_CELLS: [u8; 5] = [0x0D, 0, 0, 0, 0];
    let is_empty = head.get(100..105) == Some(&LEAF_WITHOUT_CELLS);
    judge(path, number(68), number(60), is_empty)
}

/// Changes committed to the write-ahead log are not in the file's head yet.
fn has_pending_log(path: &Path) -> bool {
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    PathBuf::from(log).metadata().is_ok_and(|log| log.len() > 0)
}

fn ask(path: &Path) -> Result<Found, StoreError> {
    let connection = open_to_read(path)?;
    let (application, version, n_tables) =
        connection.query_row(include_str!("schema/identity.sql"), [], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get::<_, i64>(2)?))
        })?;
    judge(path, application, version, n_tables == 0)
}

/// A connection that can change nothing.
pub(crate) fn open_to_read(path: &Path) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(PATIENCE)?;
    match connection.query_row(include_str!("schema/identity.sql"), [], |_| Ok(())) {
        // The folder has no place for the index of the log: then nobody writes there either.
        Err(error) if is_out_of_place(&error) && !has_pending_log(path) => {
            let flags = flags | OpenFlags::SQLITE_OPEN_URI;
            Ok(Connection::open_with_flags(unchanging(path), flags)?)
        }
        _ => Ok(connection),
    }
}

fn is_out_of_place(error: &rusqlite::Error) -> bool {
    use rusqlite::ErrorCode::{CannotOpen, ReadOnly};
    matches!(error.sqlite_error_code(), Some(CannotOpen | ReadOnly))
}

/// The address by which SQLite reads a file that does not change, without a log.
fn unchanging(path: &Path) -> String {
    let mut address = String::from("file:");
    let path = path.to_string_lossy();
    if cfg!(windows) {
        address.push_str("///");
    }
    for byte in path.bytes() {
        match byte {
            b'\\' if cfg!(windows) => address.push('/'),
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' | b':' => {
                address.push(char::from(byte));
            }
            other => address.push_str(&format!("%{other:02X}")),
        }
    }
    address + "?immutable=1"
}

fn judge(path: &Path, application: i64, version: i64, is_empty: bool) -> Result<Found, StoreError> {
    match application {
        APPLICATION_ID => Ok(Found::Ours { version }),
        0 if version == 0 && is_empty => Ok(Found::Empty),
        _ => Err(StoreError::NotOurs(path.to_owned())),
    }
}
