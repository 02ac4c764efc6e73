//! The schema as a list of steps, taken all or none. A step that was released is never edited;
//! one that changes a journaled table also empties the journal or rewrites its images, since
//! undo puts the old rows back column by column. Each step creates or alters something, so that
//! of two programs that start on it at once the slower one fails and leaves it at that.

use std::path::{Path, PathBuf};

use rusqlite::config::DbConfig;
use rusqlite::{Connection, TransactionBehavior};
use rusqlite_migration::{M, Migrations};

use crate::look::Found;
use crate::{Clock, StoreError, backup};

pub(crate) const STEPS: [M<'static>; 6] = [
    M::up(include_str!("step_1.sql")).foreign_key_check(),
    M::up(include_str!("step_2.sql")).foreign_key_check(),
    M::up(include_str!("step_3.sql")).foreign_key_check(),
    M::up(include_str!("step_4.sql")).foreign_key_check(),
    M::up(include_str!("step_5.sql")).foreign_key_check(),
    M::up(include_str!("step_6.sql")).foreign_key_check(),
];

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
        _ => Some(backup::before_upgrade(path, version, clock)?),
    };
    // A step may rebuild a table that others refer to; the references are checked at its end.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, false)?;
    connection.set_transaction_behavior(TransactionBehavior::Immediate);
    let taken = Migrations::from_slice(steps).to_latest(connection);
    connection.set_transaction_behavior(TransactionBehavior::Deferred);
    match taken {
        Ok(()) => Ok(()),
        // Another program was opening the same file and was quicker.
        Err(_) if self::version(connection)? == newest => Ok(()),
        Err(error) => Err(explain(error, backup)),
    }
}

/// What a person can do something about is told as itself.
fn explain(error: rusqlite_migration::Error, backup: Option<PathBuf>) -> StoreError {
    let reason = match &error {
        rusqlite_migration::Error::RusqliteError { err, .. } => err.to_string(),
        other => other.to_string().replace('\n', " "),
    };
    let plain = match error {
        rusqlite_migration::Error::RusqliteError { err, .. } => Some(StoreError::from(err)),
        _ => None,
    };
    match plain {
        Some(
            plain @ (StoreError::Busy
            | StoreError::DiskFull
            | StoreError::ReadOnly
            | StoreError::CannotOpen
            | StoreError::Damaged(_)
            | StoreError::Disk(_)),
        ) => plain,
        _ => StoreError::Upgrade { backup, reason },
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

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails where it stands")]
mod tests {
    use super::*;
    use crate::Store;
    use crate::look::look;

    const FAILS: &str = "CREATE TABLE later (a); INSERT INTO setting (key, value) VALUES ('b', 1);
        INSERT INTO no_such_table VALUES (1)";
    const DANGLES: &str = "INSERT INTO indicator (organisation, slug, name, short_name, aliases,
        unit, field, direction, phrase, supplier, due, position)
        VALUES (77, 'a', '', '', '[]', '', '', 'higher-is-better', '', '', '', 1)";

    fn open(path: &Path, steps: &[M<'_>]) -> Result<Store, StoreError> {
        Store::open_found(path, Clock::System, look(path)?, steps)
    }

    fn with_data() -> (tempfile::TempDir, std::path::PathBuf) {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a.db");
        let mut store = Store::open(&path, Clock::System).unwrap();
        store.transact("Đặt", |changes| changes.set_setting("a", "1")).unwrap();
        (dir, path)
    }

    #[test]
    fn a_step_that_fails_leaves_the_old_database_whole_beside_its_copy() {
        for (failing, reason) in [(FAILS, "no_such_table"), (DANGLES, "foreign key check")] {
            let (_dir, path) = with_data();
            let steps = [&STEPS[..], &[M::up(failing).foreign_key_check()]].concat();
            let refused = open(&path, &steps).err();
            let Some(StoreError::Upgrade { backup: Some(copy), reason: told }) = refused else {
                panic!("{reason}: {refused:?}");
            };
            assert!(told.contains(reason), "{told}");
            for whole in [path, copy] {
                let store = Store::open_existing(&whole, Clock::System).unwrap();
                assert_eq!(store.setting("a").unwrap().as_deref(), Some("1"));
                assert_eq!(store.setting("b").unwrap(), None);
                assert_eq!(store.verify().unwrap().problems, Vec::<String>::new());
            }
        }
    }

    #[test]
    fn a_step_that_works_is_taken_once_and_older_programs_refuse_its_result() {
        let (dir, path) = with_data();
        let steps = [&STEPS[..], &[M::up("CREATE TABLE later (a)")]].concat();
        for _ in 0..2 {
            let store = open(&path, &steps).unwrap();
            assert_eq!(store.setting("a").unwrap().as_deref(), Some("1"));
        }
        let copies = std::fs::read_dir(dir.path()).unwrap().filter(|entry| {
            let name = entry.as_ref().unwrap().file_name();
            name.to_string_lossy().starts_with("a-truoc-nang-cap-v6-")
        });
        assert_eq!(copies.count(), 1);
        let refused = Store::open(&path, Clock::System).err();
        assert!(matches!(refused, Some(StoreError::Newer { found: 7, known: 6, .. })));
    }
}
