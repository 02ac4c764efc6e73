//! A store in a folder of its own, always at the same time of day.

use std::fmt::Display;
use std::path::PathBuf;

use chrono::NaiveDate;
use tempfile::TempDir;
use tongket_store::{Clock, Store};

pub struct Folder {
    dir: TempDir,
}

impl Folder {
    pub fn new() -> Folder {
        Folder { dir: tempfile::tempdir().unwrap() }
    }

    pub fn path(&self) -> PathBuf {
        self.dir.path().join("số liệu.db")
    }

    pub fn dir(&self) -> PathBuf {
        self.dir.path().to_owned()
    }

    pub fn open(&self) -> Store {
        Store::open(&self.path(), clock()).unwrap()
    }

    /// The names of all files in the folder, in order.
    pub fn file_names(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.dir.path()).unwrap();
        let name = |entry: std::io::Result<std::fs::DirEntry>| entry.unwrap().file_name();
        let mut names: Vec<String> =
            entries.map(|entry| name(entry).to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }
}

pub fn clock() -> Clock {
    let day = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    Clock::Fixed(day.and_hms_opt(8, 30, 5).unwrap())
}

/// All cases of a data file run; all failures are told together.
#[derive(Default)]
pub struct Failures(Vec<String>);

impl Failures {
    pub fn expect<T: PartialEq + std::fmt::Debug>(&mut self, case: impl Display, got: T, want: T) {
        if got != want {
            self.0.push(format!("{case}\n     got: {got:?}\n    want: {want:?}"));
        }
    }

    #[track_caller]
    pub fn report(self) {
        assert!(self.0.is_empty(), "{} failures:\n\n{}", self.0.len(), self.0.join("\n\n"));
    }
}
