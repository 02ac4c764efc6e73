//! Several programs on one file: they wait for each other, and what one was told is stored stays.

use std::ops::ControlFlow;
use std::time::{Duration, Instant};

use rusqlite::Connection;
use tongket_store::{Store, StoreError};

use crate::command::add_home;
use crate::fixture::{Folder, clock};

/// A little under the five seconds of the store.
const PATIENCE: Duration = Duration::from_millis(4500);

/// Waiting is not a queue: on a loaded machine one writer may wait in vain. It is told so after
/// its time and never before, and then tries again.
fn patiently<T>(mut act: impl FnMut() -> Result<T, StoreError>) -> T {
    loop {
        let start = Instant::now();
        match act() {
            Err(StoreError::Busy) if start.elapsed() >= PATIENCE => {}
            other => return other.unwrap(),
        }
    }
}

#[test]
fn four_writers_lose_nothing() {
    let folder = Folder::new();
    let path = folder.path();
    // All four also race to create the file.
    std::thread::scope(|scope| {
        for writer in 0..4 {
            let path = &path;
            scope.spawn(move || {
                let mut store = patiently(|| Store::open(path, clock()));
                for row in 0..100 {
                    let key = format!("{writer}-{row}");
                    patiently(|| {
                        store.transact("Đặt", |changes| changes.set_setting(&key, "1"))
                    });
                }
            });
        }
    });
    let mut store = folder.open();
    for writer in 0..4 {
        for row in 0..100 {
            let found = store.setting(&format!("{writer}-{row}")).unwrap();
            assert_eq!(found.as_deref(), Some("1"), "{writer}-{row}");
        }
    }
    assert_eq!(store.verify().unwrap().problems, Vec::<String>::new());
    let n_steps = std::iter::from_fn(|| store.undo().unwrap()).count();
    assert_eq!(n_steps, 400);
}

#[test]
fn undo_waits_its_turn_too() {
    let folder = Folder::new();
    folder.open();
    let path = folder.path();
    std::thread::scope(|scope| {
        for writer in 0..4 {
            let path = &path;
            scope.spawn(move || {
                let mut store = Store::open(path, clock()).unwrap();
                for row in 0..100 {
                    let key = format!("{writer}-{row}");
                    patiently(|| {
                        store.transact("Đặt", |changes| changes.set_setting(&key, "1"))
                    });
                    patiently(|| store.undo());
                }
            });
        }
    });
    assert_eq!(folder.open().verify().unwrap().problems, Vec::<String>::new());
}

#[test]
fn a_writer_that_waits_too_long_is_told_so() {
    let folder = Folder::new();
    let mut store = folder.open();
    let other = Connection::open(folder.path()).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let start = Instant::now();
    let refused = store.transact("Thêm đơn vị", add_home);
    assert!(start.elapsed() >= PATIENCE, "it waits before it gives up");
    let sentence = refused.unwrap_err();
    assert!(matches!(sentence, StoreError::Busy));
    assert!(sentence.to_string().starts_with("Tệp dữ liệu đang bận"), "{sentence}");
    // Reading goes on meanwhile, and writing after.
    assert_eq!(store.organisations().unwrap(), []);
    other.execute_batch("ROLLBACK").unwrap();
    store.transact("Thêm đơn vị", add_home).unwrap();
}

#[test]
fn numbered_rows_count_what_was_committed() {
    let folder = Folder::new();
    let mut store = folder.open();
    let mut told = Vec::new();
    let until = |last: i64, told: &mut Vec<i64>, number: i64| {
        told.push(number);
        if number < last { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    };
    store.selftest_write(1, |number| until(5, &mut told, number)).unwrap();
    let mut again = folder.open();
    again.selftest_write(6, |number| until(7, &mut told, number)).unwrap();
    let check = store.selftest_check().unwrap();
    assert_eq!((check.ok, check.max, check.count), (true, 7, 7));
    assert_eq!(told, [1, 2, 3, 4, 5, 6, 7]);
    assert!(store.undo().unwrap().is_none(), "not journaled");
    let other = Connection::open(folder.path()).unwrap();
    other.execute("UPDATE selftest SET content = 'rách' WHERE number = 3", []).unwrap();
    assert!(!store.selftest_check().unwrap().ok);
}
