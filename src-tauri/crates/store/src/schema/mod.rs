//! The schema as a list of steps, taken all or none. A step that was released is never edited;
//! one that changes a journaled table also empties the journal or rewrites its images, since
//! undo puts the old rows back column by column.

use std::path::Path;

use rusqlite::{Connection, TransactionBehavior};
use rusqlite_migration::{M, Migrations};

use crate::look::Found;
use crate::{Clock, StoreError, backup};

pub(crate) const STEPS: [M<'static>; 1] = [M::up(include_str!("step_1.sql")).foreign_key_check()];

pub(crate) fn refuse_newer(path: &Path, found: &Found, steps: &[M<'_>]) -> Result<(), StoreError> {
    let known = steps.len() as i64;
    match *found {
        Found::Ours { version } if version > known => {
            Err(StoreError::Newer { path: path.to_owned(), found: version, known })
        }
        _ => Ok(()),
    }
}

/// Takes the missing steps; an existing database is first copied beside itself.
pub(crate) fn upgrade(
    connection: &mut Connection,
    path: &Path,
    clock: Clock,
    steps: &[M<'_>],
) -> Result<(), StoreError> {
    let newest = steps.len() as i64;
    let version = version(connection)?;
    if version == newest {
        return Ok(());
    }
    let backup = match version {
        0 => None,
        _ => Some(backup::before_upgrade(connection, path, version, clock)?),
    };
    connection.set_transaction_behavior(TransactionBehavior::Immediate);
    let taken = Migrations::from_slice(steps).to_latest(connection);
    connection.set_transaction_behavior(TransactionBehavior::Deferred);
    match taken {
        Ok(()) => Ok(()),
        // Another program was opening the same file and was quicker.
        Err(_) if self::version(connection)? == newest => Ok(()),
        Err(rusqlite_migration::Error::RusqliteError { err, .. }) => match err.into() {
            StoreError::Sqlite(error) => {
                Err(StoreError::Upgrade { backup, reason: error.to_string() })
            }
            StoreError::Refused(reason) => Err(StoreError::Upgrade { backup, reason }),
            plain => Err(plain),
        },
        Err(error) => Err(StoreError::Upgrade { backup, reason: error.to_string() }),
    }
}

/// Triggers and views would run unseen; we keep none in the file.
pub(crate) fn refuse_intruders(connection: &Connection, path: &Path) -> Result<(), StoreError> {
    let mut statement = connection.prepare(include_str!("intruders.sql"))?;
    match statement.query_map([], |row| row.get(0))?.next().transpose()? {
        Some(part) => Err(StoreError::Intruder { path: path.to_owned(), part }),
        None => Ok(()),
    }
}

fn version(connection: &Connection) -> Result<i64, StoreError> {
    Ok(connection
        .query_row("SELECT user_version FROM pragma_user_version", [], |row| row.get(0))?)
}

/// Type, name, table and text of everything the steps make.
pub(crate) type Listing = Vec<(String, String, String, Option<String>)>;

pub(crate) fn listing(connection: &Connection) -> Result<Listing, StoreError> {
    let mut statement = connection.prepare(include_str!("listing.sql"))?;
    let rows =
        statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The listing that the steps make in a fresh database.
pub(crate) fn expected_listing() -> Result<Listing, StoreError> {
    let mut fresh = Connection::open_in_memory()?;
    Migrations::from_slice(&STEPS)
        .to_latest(&mut fresh)
        .map_err(|error| StoreError::Upgrade { backup: None, reason: error.to_string() })?;
    listing(&fresh)
}
