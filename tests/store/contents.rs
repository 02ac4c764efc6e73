//! What is kept by its hash stays exactly as long as a row or a step names it.

use tongket_store::{Changes, Store, StoreError};

use crate::command::add_home;
use crate::drafting::{Drafting, freeze};
use crate::fixture::Folder;

fn do_all(store: &mut Store, name: &str, work: &[Drafting]) {
    let done = store.transact(name, |changes: &mut Changes<'_>| {
        work.iter().try_for_each(|drafting| drafting.run(changes))
    });
    done.unwrap();
}

#[test]
fn the_word_file_of_a_version_stays_while_anything_names_it() {
    let folder = Folder::new();
    let mut store = folder.open();
    store.transact("Thêm đơn vị", add_home).unwrap();
    let add = Drafting::Add { title: "Báo cáo".to_owned(), body: "một".to_owned() };
    do_all(&mut store, "Tạo dự thảo", &[add]);
    do_all(&mut store, "Chốt", &[Drafting::Freeze { note: String::new() }]);
    let id = store.drafts().unwrap()[0].id;
    let frozen = store.versions_of(id).unwrap()[0].docx.clone();
    let kept = |store: &Store| store.content(&frozen).unwrap();
    assert_eq!(kept(&store).as_deref(), Some("một".as_bytes()));
    do_all(&mut store, "Xóa dự thảo", &[Drafting::Remove]);
    // Another draft of the same template: looks for what nothing names.
    let other = || Drafting::Add { title: "Báo cáo".to_owned(), body: "hai".to_owned() };
    do_all(&mut store, "Tạo dự thảo", &[other()]);
    assert!(kept(&store).is_some(), "undo may need it");
    store.undo().unwrap();
    store.undo().unwrap();
    assert_eq!(store.versions_of(id).unwrap().len(), 1);
    store.undo().unwrap();
    assert!(kept(&store).is_some(), "redo may need it");
    do_all(&mut store, "Tạo dự thảo", &[other()]);
    assert!(kept(&store).is_none(), "the step that froze it is forgotten");
    assert!(store.verify().unwrap().ok);
}

#[test]
fn content_that_its_step_does_not_name_goes_at_once() {
    let folder = Folder::new();
    let mut store = folder.open();
    let done = store.transact("Thêm", |changes| {
        add_home(changes)?;
        changes.add_content(b"not named")
    });
    assert_eq!(store.content(&done.unwrap().value).unwrap(), None);
    let refused = store.transact("Chốt dự thảo không có", |changes| freeze(changes, ""));
    assert!(matches!(refused, Err(StoreError::NotFound(..))));
}
