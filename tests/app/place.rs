//! The folder in which a case runs, and the session of the window in it, always at the same time.

use std::collections::BTreeMap;
use std::io::{Seek, SeekFrom, Write};
use std::path::Path;

use rusqlite::Connection;
use serde_json::Value;
use tongket_app::{Clock, Session};

use crate::case::{Case, Database, Step};
use crate::imports::Imports;

pub struct Place {
    session: Session,
    imports: Imports,
    folder: tempfile::TempDir,
}

impl Place {
    pub fn new(database: Database) -> Place {
        Place::with(database, &BTreeMap::new(), &BTreeMap::new())
    }

    pub fn of(case: &Case) -> Place {
        Place::with(case.database, &case.copies, &case.texts)
    }

    fn with(
        database: Database,
        copies: &BTreeMap<String, String>,
        texts: &BTreeMap<String, String>,
    ) -> Place {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("số liệu.db");
        if matches!(database, Database::Sample | Database::Bare) {
            std::fs::write(&file, sample()).unwrap();
        }
        if database == Database::Bare {
            let connection = Connection::open(&file).unwrap();
            connection.execute_batch(include_str!("../support/bare.sql")).unwrap();
        }
        for (name, sample) in copies {
            let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join(sample);
            std::fs::copy(sample, folder.path().join(name)).unwrap();
        }
        for (name, text) in texts {
            std::fs::write(folder.path().join(name), text).unwrap();
        }
        let session = Session::start(Some(file), clock()).unwrap();
        Place { session, imports: Imports::of(folder.path()), folder }
    }

    pub fn session(&mut self) -> &mut Session {
        &mut self.session
    }

    /// Writes what another program would, and starts the window anew.
    fn restart(&mut self, step: &Step) {
        let file = self.folder.path().join("số liệu.db");
        if let Some(text) = &step.overwritten {
            std::fs::write(&file, text).unwrap();
        }
        if let Some(table) = &step.damaged_table {
            damage(&file, table);
        }
        if step.restarted || step.overwritten.is_some() || step.damaged_table.is_some() {
            self.session = Session::start(Some(file), clock()).unwrap();
            self.imports = Imports::of(self.folder.path());
        }
    }

    /// The answer as the window gets it, or the refusal's sentence.
    pub fn run(&mut self, step: &Step) -> Result<Value, String> {
        self.restart(step);
        if let Some(elsewhere) = &step.elsewhere {
            let mut other = Session::start(Some(self.session.path()), clock()).unwrap();
            elsewhere.run(&mut other, &mut Imports::of(self.folder.path())).unwrap();
        }
        step.ask.run(&mut self.session, &mut self.imports).map_err(|error| error.to_string())
    }
}

/// Makes noise of the first page of a table.
fn damage(file: &Path, table: &str) {
    let database = Connection::open(file).unwrap();
    database.pragma_query(None, "wal_checkpoint", |_| Ok(())).unwrap();
    let number = |sql: &str| database.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap();
    let root = number(&format!("SELECT rootpage FROM sqlite_schema WHERE name = '{table}'"));
    let size = number("PRAGMA page_size");
    drop(database);
    let mut open = std::fs::OpenOptions::new().write(true).open(file).unwrap();
    open.seek(SeekFrom::Start(u64::try_from((root - 1) * size).unwrap())).unwrap();
    open.write_all(&vec![0xA5; usize::try_from(size).unwrap()]).unwrap();
}

/// A database with the sample offices; made once, since most cases start from it.
fn sample() -> &'static [u8] {
    static SAMPLE: std::sync::OnceLock<Vec<u8>> = std::sync::OnceLock::new();
    SAMPLE.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.db");
        tongket_app::init(&file, true, clock()).unwrap();
        std::fs::read(file).unwrap()
    })
}

fn clock() -> Clock {
    let day = chrono::NaiveDate::from_ymd_opt(2023, 12, 20).unwrap();
    Clock::Fixed(day.and_hms_opt(8, 30, 5).unwrap())
}
