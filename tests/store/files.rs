//! Files that must not be opened are refused and stay as they are (`refused_files.toml`);
//! what other programs changed in ours is found out.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use serde::Deserialize;
use tongket_store::Store;

use crate::command::add_home;
use crate::fixture::{Failures, Folder, clock};

#[derive(Deserialize)]
struct Cases {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    base: String,
    #[serde(default)]
    writes: Vec<Write>,
    keep: Option<u64>,
    /// Open with `open_existing`.
    #[serde(default)]
    existing: bool,
    refused: String,
}

#[derive(Deserialize)]
struct Write {
    at: usize,
    bytes: Vec<u8>,
}

/// Makes the file of a case and returns its path, and what holds its log in place.
fn prepare(folder: &Folder, case: &Case) -> (PathBuf, Option<Connection>) {
    let path = folder.path();
    let mut holder = None;
    match case.base.as_str() {
        "nothing" => {}
        "folder" => std::fs::create_dir(&path).unwrap(),
        "no-folder" => return (folder.dir().join("không có").join("a.db"), None),
        "text" => std::fs::write(&path, "Biểu 01;Tổng thu\n".repeat(20)).unwrap(),
        "other" => drop(other(&path)),
        "other-in-log" => holder = Some(in_log(other(&path), "CREATE TABLE b (c)")),
        base => {
            folder.open().transact("Thêm đơn vị", add_home).unwrap();
            let foreign = |sql| in_log(Connection::open(&path).unwrap(), sql);
            match base {
                "ours" => {}
                "ours-newer-in-log" => holder = Some(foreign("PRAGMA user_version = 9")),
                "ours-with-trigger" => drop(foreign(
                    "CREATE TRIGGER cai_them AFTER INSERT ON figure BEGIN DELETE FROM plan; END",
                )),
                unknown => panic!("no base {unknown}"),
            }
        }
    }
    damage(&path, case);
    (path, holder)
}

fn other(path: &Path) -> Connection {
    let connection = Connection::open(path).unwrap();
    connection.execute_batch("CREATE TABLE a (b); INSERT INTO a VALUES (1)").unwrap();
    connection
}

fn in_log(connection: Connection, sql: &str) -> Connection {
    connection.execute_batch("PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0").unwrap();
    connection.execute_batch(sql).unwrap();
    connection
}

fn damage(path: &Path, case: &Case) {
    if let Some(keep) = case.keep {
        std::fs::OpenOptions::new().write(true).open(path).unwrap().set_len(keep).unwrap();
    }
    if !case.writes.is_empty() {
        let mut bytes = std::fs::read(path).unwrap();
        for write in &case.writes {
            bytes[write.at..write.at + write.bytes.len()].copy_from_slice(&write.bytes);
        }
        std::fs::write(path, bytes).unwrap();
    }
}

/// Every file of the folder with its bytes; the index of a log is no data.
fn contents(folder: &Folder) -> BTreeMap<String, Option<Vec<u8>>> {
    let names = folder.file_names().into_iter().filter(|name| !name.ends_with("-shm"));
    names.map(|name| (name.clone(), std::fs::read(folder.dir().join(&name)).ok())).collect()
}

#[test]
fn refused_files() {
    let cases: Cases = toml::from_str(include_str!("refused_files.toml")).unwrap();
    let mut failures = Failures::default();
    for case in cases.case {
        let folder = Folder::new();
        let (path, _holder) = prepare(&folder, &case);
        let before = contents(&folder);
        let open = if case.existing { Store::open_existing } else { Store::open };
        let sentence = match open(&path, clock()) {
            Ok(_) => "opened".to_owned(),
            Err(error) => error.to_string(),
        };
        let refused = case.refused.replace("{path}", &path.display().to_string());
        failures.expect(&case.name, sentence, refused);
        failures.expect(format!("{}: untouched", case.name), contents(&folder) == before, true);
    }
    failures.report();
}

#[test]
fn a_database_stopped_at_birth_is_finished() {
    let folder = Folder::new();
    let newborn = Connection::open(folder.path()).unwrap();
    newborn.execute_batch("PRAGMA journal_mode = WAL; VACUUM").unwrap();
    drop(newborn);
    assert!(std::fs::metadata(folder.path()).unwrap().len() > 0);
    folder.open().transact("Thêm đơn vị", add_home).unwrap();
    assert_eq!(
        Store::open_existing(&folder.path(), clock()).unwrap().organisations().unwrap().len(),
        1
    );
}

/// Ways in which other programs could have spoiled the data, and what `verify` says.
#[test]
fn verify_finds_what_does_not_belong() {
    let cases = [
        ("UPDATE organisation SET name = 'khác'", "đơn vị số 1: khác với nhật ký thay đổi"),
        ("DELETE FROM organisation", "đơn vị số 1: khác với nhật ký thay đổi"),
        ("CREATE TABLE la (a)", "Cấu trúc bảng khác với cấu trúc của chương trình"),
        (
            "UPDATE organisation SET parent = 77",
            "Bảng organisation, dòng 1: nhắc đến một dòng không có của bảng organisation",
        ),
        ("UPDATE organisation SET slug = 'Có Dấu'", "đơn vị số 1: không đọc được"),
    ];
    let mut failures = Failures::default();
    for (sql, problem) in cases {
        let folder = Folder::new();
        folder.open().transact("Thêm đơn vị", add_home).unwrap();
        let other = Connection::open(folder.path()).unwrap();
        other.execute_batch("PRAGMA foreign_keys = OFF").unwrap();
        other.execute_batch(sql).unwrap();
        let problems = folder.open().verify().unwrap().problems;
        let found = problems.iter().any(|found| found.contains(problem));
        failures.expect(format!("{sql}: {problems:?}"), found, true);
    }
    failures.report();
}
