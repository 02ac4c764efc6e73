//! A backup is a whole database of its own and never takes another file's place.

use tongket_store::{BackupReason, Store, StoreError};

use crate::command::add_home;
use crate::dump::dump;
use crate::fixture::{Folder, clock};

#[test]
fn a_backup_holds_everything_and_can_be_undone() {
    let folder = Folder::new();
    let mut store = folder.open();
    store.transact("Thêm đơn vị", add_home).unwrap();
    // Still in the write-ahead log, not in the file itself.
    store.transact("Đặt", |changes| changes.set_setting("a", "1")).unwrap();
    let shelf = Folder::new();
    let copy = store.backup_to(&shelf.dir(), BackupReason::Asked).unwrap();
    assert_eq!(shelf.file_names(), ["số liệu-sao-luu-20261122-083005.db"]);
    assert_eq!(dump(&copy), dump(&folder.path()));

    let mut restored = Store::open_existing(&copy, clock()).unwrap();
    assert!(restored.verify().unwrap().ok);
    assert_eq!(restored.undo().unwrap().unwrap().name, "Đặt");
    assert_eq!(restored.setting("a").unwrap(), None);
    assert_eq!(store.setting("a").unwrap().as_deref(), Some("1"));
}

#[test]
fn a_backup_takes_a_free_name() {
    let folder = Folder::new();
    let store = folder.open();
    let shelf = Folder::new();
    let first = store.backup_to(&shelf.dir(), BackupReason::Asked).unwrap();
    std::fs::write(&first, "giữ nguyên").unwrap();
    store.backup_to(&shelf.dir(), BackupReason::Asked).unwrap();
    store.backup_to(&shelf.dir(), BackupReason::Asked).unwrap();
    let names = shelf.file_names();
    assert_eq!(
        names,
        [
            "số liệu-sao-luu-20261122-083005-2.db",
            "số liệu-sao-luu-20261122-083005-3.db",
            "số liệu-sao-luu-20261122-083005.db"
        ]
    );
    assert_eq!(std::fs::read(first).unwrap(), "giữ nguyên".as_bytes());
}

#[test]
fn a_backup_that_cannot_be_written_leaves_nothing() {
    let folder = Folder::new();
    let store = folder.open();
    let nowhere = folder.dir().join("không có");
    let failed = store.backup_to(&nowhere, BackupReason::Asked);
    assert!(matches!(failed, Err(StoreError::File { path, .. }) if path == nowhere));
    let before = folder.file_names();
    assert!(before.iter().all(|name| name.starts_with("số liệu.db")), "{before:?}");
}
