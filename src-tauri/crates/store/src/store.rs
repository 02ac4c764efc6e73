//! Opening the file, and what all reads share.

use std::cell::Cell;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, OpenFlags, OptionalExtension, Params};
use rusqlite_migration::M;
use tongket_model::StepId;

use crate::columns::{Columns, Shared, Stored};
use crate::look::{Found, look, open_to_read};
use crate::touched::{FactsVersion, Touched};
use crate::{Clock, Noun, StoreError, journal, schema, search};

/// How long a write waits for another program's write.
pub(crate) const PATIENCE: Duration = Duration::from_secs(5);

/// In bytes; far above any text of an office, and below what would exhaust its machine.
const LONGEST_VALUE: i32 = 64 << 20;

/// The open file. One per thread; several programs may have the same file open.
pub struct Store {
    pub(crate) connection: Connection,
    pub(crate) path: PathBuf,
    pub(crate) clock: Clock,
    read_only: bool,
    pub(crate) shared: Shared,
    /// What steps touched since it was last asked.
    pub(crate) touched: Touched,
    /// SQLite's number of what other connections committed, when it was last asked.
    seen: Cell<i64>,
    /// Reading alone needs no triggers, and making them takes longer than opening the file.
    journaling: bool,
}

impl Store {
    /// Opens the file, creating it when absent and taking an older one through the schema steps
    /// (after a backup beside it). A file that is not ours or is too new is refused untouched.
    pub fn open(path: &Path, clock: Clock) -> Result<Store, StoreError> {
        let path = &absolute(path)?;
        patiently(|| {
            let found = look(path)?;
            let created = found == Found::Nothing;
            Store::open_found(path, clock, found, &schema::STEPS).inspect_err(|error| {
                // Another program that keeps us waiting may be filling the file.
                let ours_alone = created && !matches!(error, StoreError::Busy);
                if ours_alone && matches!(look(path), Ok(Found::Empty)) {
                    remove_database(path);
                }
            })
        })
    }

    /// As [`Store::open`], but a missing or empty file is an error.
    pub fn open_existing(path: &Path, clock: Clock) -> Result<Store, StoreError> {
        let path = &absolute(path)?;
        patiently(|| match look(path)? {
            Found::Nothing => Err(StoreError::Missing(path.to_owned())),
            Found::Empty => Err(StoreError::Empty(path.to_owned())),
            found => Store::open_found(path, clock, found, &schema::STEPS),
        })
    }

    pub(crate) fn open_found(
        path: &Path,
        clock: Clock,
        found: Found,
        steps: &[M<'_>],
    ) -> Result<Store, StoreError> {
        schema::refuse_newer(path, &found, steps)?;
        let mut flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        flags.set(OpenFlags::SQLITE_OPEN_CREATE, found == Found::Nothing);
        let newest = Found::Ours { version: steps.len() as i64 };
        let connection = match prepare(path, flags, clock, steps) {
            // A folder that cannot be written to has no place for the log.
            Err(StoreError::CannotOpen | StoreError::ReadOnly) if found == newest => {
                prepare_to_look(path)
            }
            prepared => prepared,
        };
        let connection = connection.map_err(|error| match error {
            StoreError::CannotOpen => StoreError::NoAccess(path.to_owned()),
            other => other,
        })?;
        let read_only = connection.is_readonly(rusqlite::MAIN_DB)?;
        let store = Store::on(connection, path, clock, read_only)?;
        if !read_only {
            search::keep_filled(&store)?;
        }
        Ok(store)
    }

    fn on(
        connection: Connection,
        path: &Path,
        clock: Clock,
        read_only: bool,
    ) -> Result<Store, StoreError> {
        let (path, shared) = (path.to_owned(), Shared::default());
        let (touched, seen) = (Touched::default(), Cell::new(data_version(&connection)?));
        Ok(Store { connection, path, clock, read_only, shared, touched, seen, journaling: false })
    }

    /// Another connection to the same file, which can only read: for long work that nobody who
    /// writes is to wait for.
    pub fn reader(&self) -> Result<Store, StoreError> {
        Store::on(prepare_to_look(&self.path)?, &self.path, self.clock, self.read_only)
    }

    /// From now until [`Store::release`] all reads see what is stored now, whoever writes meanwhile.
    /// For a reader only: what holds cannot write.
    pub fn hold(&self) -> Result<(), StoreError> {
        Ok(self.connection.execute_batch(include_str!("hold.sql"))?)
    }

    pub fn release(&self) -> Result<(), StoreError> {
        Ok(self.connection.execute_batch("COMMIT")?)
    }

    /// Whether the file or its folder can only be read; every step is then refused.
    pub fn is_read_only(&self) -> bool {
        self.read_only
    }

    /// Whether another program changed the file since this was last asked.
    pub fn changed_elsewhere(&self) -> Result<bool, StoreError> {
        let now = data_version(&self.connection)?;
        Ok(self.seen.replace(now) != now)
    }

    /// Changes with everything that reports are made from, by whatever program; the same for as long
    /// as it stays as it is.
    pub fn version_of_facts(&self) -> Result<FactsVersion, StoreError> {
        Ok(self.touched.version_of_facts(data_version(&self.connection)?))
    }

    /// What the steps, undone and redone ones too, touched since this was last asked, and the step
    /// done last, if it stands.
    pub fn take_touched(&mut self) -> (BTreeSet<Noun>, Option<StepId>) {
        self.touched.take()
    }

    /// Lets the connection write, once the triggers stand that journal what is written.
    pub(crate) fn start_journaling(&mut self) -> Result<(), StoreError> {
        if !self.journaling {
            self.connection.pragma_update(None, "query_only", false)?;
            journal::install(&self.connection)?;
            self.journaling = true;
        }
        Ok(())
    }

    pub(crate) fn all<T: Stored>(
        &self,
        sql: &str,
        params: impl Params,
    ) -> Result<Vec<T>, StoreError> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows =
            statement.query_map(params, |row| T::read(&mut Columns::new(row, &self.shared)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    pub(crate) fn one<T: Stored>(
        &self,
        sql: &str,
        params: impl Params,
    ) -> Result<Option<T>, StoreError> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let read = |row: &rusqlite::Row<'_>| T::read(&mut Columns::new(row, &self.shared));
        Ok(statement.query_one(params, read).optional()?)
    }
}

/// SQLite waits for a lock by itself, but not while another program makes the log of a new file.
fn patiently<T>(mut open: impl FnMut() -> Result<T, StoreError>) -> Result<T, StoreError> {
    let start = Instant::now();
    loop {
        match open() {
            Err(StoreError::Busy) if start.elapsed() < PATIENCE => {
                std::thread::sleep(Duration::from_millis(5));
            }
            done => return done,
        }
    }
}

/// Takes away a file that could not be filled, with its log. Whoever does so has an error to tell
/// already, so those of removing are not told.
pub fn remove_database(path: &Path) {
    for suffix in ["", "-wal", "-shm"] {
        let mut file = path.as_os_str().to_owned();
        file.push(suffix);
        let _ = std::fs::remove_file(file);
    }
}

/// Backups open the file again, perhaps after the program went to another folder.
fn absolute(path: &Path) -> Result<PathBuf, StoreError> {
    std::path::absolute(path).map_err(|source| StoreError::File { path: path.to_owned(), source })
}

fn prepare(
    path: &Path,
    flags: OpenFlags,
    clock: Clock,
    steps: &[M<'_>],
) -> Result<Connection, StoreError> {
    let mut connection = Connection::open_with_flags(path, flags)?;
    configure(&connection)?;
    connection.execute_batch(include_str!("schema/pragmas_of_writing.sql"))?;
    schema::refuse_intruders(&connection, path)?;
    schema::upgrade(&mut connection, path, clock, steps)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, true)?;
    connection.pragma_update(None, "query_only", true)?;
    Ok(connection)
}

fn prepare_to_look(path: &Path) -> Result<Connection, StoreError> {
    let connection = open_to_read(path)?;
    configure(&connection)?;
    schema::refuse_intruders(&connection, path)?;
    connection.pragma_update(None, "query_only", true)?;
    Ok(connection)
}

fn data_version(connection: &Connection) -> Result<i64, StoreError> {
    Ok(connection.pragma_query_value(None, "data_version", |row| row.get(0))?)
}

/// Safe against a file made to do harm.
fn configure(connection: &Connection) -> Result<(), StoreError> {
    connection.busy_timeout(PATIENCE)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.execute_batch(include_str!("schema/pragmas.sql"))?;
    connection.set_limit(Limit::SQLITE_LIMIT_LENGTH, LONGEST_VALUE)?;
    connection.set_prepared_statement_cache_capacity(128);
    Ok(())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails where it stands")]
mod tests {
    use super::*;

    #[test]
    fn the_connection_is_set_up_to_be_safe() {
        let dir = tempfile::tempdir().unwrap();
        let store = Store::open(&dir.path().join("a.db"), Clock::System).unwrap();
        for (pragma, value) in [
            ("journal_mode", "wal"),
            ("synchronous", "2"),
            ("foreign_keys", "1"),
            ("busy_timeout", "5000"),
            ("trusted_schema", "0"),
            ("cell_size_check", "1"),
            ("mmap_size", "0"),
        ] {
            let found: rusqlite::types::Value =
                store.connection.pragma_query_value(None, pragma, |row| row.get(0)).unwrap();
            let found = match found {
                rusqlite::types::Value::Text(text) => text,
                rusqlite::types::Value::Integer(number) => number.to_string(),
                other => panic!("{pragma}: {other:?}"),
            };
            assert_eq!(found, value, "{pragma}");
        }
        let defensive = store.connection.db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE);
        assert_eq!(defensive, Ok(true));
    }
}
