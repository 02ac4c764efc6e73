//! Files of earlier programs, kept as those wrote them (`old/`), are taken to the newest schema
//! with everything in them.

use std::io::Read;

use tongket_store::{SearchQuery, Store};

use crate::fixture::{Folder, clock};

/// Two sample offices, a figure that was set, and one more that was undone.
const VERSION_1: &[u8] = include_bytes!("old/version-1.zip");

/// Two sample offices, a draft with a frozen version, a figure that was set, and one more draft
/// that was undone.
const VERSION_2: &[u8] = include_bytes!("old/version-2.zip");

/// Two sample offices with documents, a draft with a frozen version, a figure that was set, a unit
/// that reports, and one more draft that was undone.
const VERSION_3: &[u8] = include_bytes!("old/version-3.zip");

/// Three sample offices with their memory, a figure that was set, and a conference that was undone.
const VERSION_4: &[u8] = include_bytes!("old/version-4.zip");

/// Three sample offices with their memory, a figure that was set, and another name of a conference
/// that was undone.
const VERSION_5: &[u8] = include_bytes!("old/version-5.zip");

fn unpacked(packed: &[u8], folder: &Folder) {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(packed)).unwrap();
    let mut database = Vec::new();
    archive.by_index(0).unwrap().read_to_end(&mut database).unwrap();
    std::fs::write(folder.path(), database).unwrap();
}

#[test]
fn a_file_of_version_1_keeps_its_data_and_its_undo() {
    let folder = Folder::new();
    unpacked(VERSION_1, &folder);
    let mut store = Store::open_existing(&folder.path(), clock()).unwrap();
    assert_eq!(store.verify().unwrap().problems, Vec::<String>::new());
    let copies = folder.file_names();
    let is_copy = |name: &&String| name.contains("truoc-nang-cap-v1");
    assert_eq!(copies.iter().filter(is_copy).count(), 1, "{copies:?}");
    let values = |store: &Store| {
        let organisations = store.organisations().unwrap();
        let figures = organisations.iter().flat_map(|of| store.figures_of(of.id).unwrap());
        figures.map(|figure| figure.raw).collect::<Vec<_>>()
    };
    let as_it_was = values(&store);
    assert!(as_it_was.contains(&"3,6".to_owned()), "{as_it_was:?}");
    assert_eq!(store.redo().unwrap().unwrap().name, "Sửa số liệu FDI 2023");
    assert!(values(&store).contains(&"3,7".to_owned()));
    store.undo().unwrap();
    assert_eq!(values(&store), as_it_was);
    let n_undone = std::iter::from_fn(|| store.undo().unwrap()).count();
    assert_eq!((n_undone, store.organisations().unwrap().len()), (2, 0));
}

#[test]
fn a_file_of_version_2_keeps_its_drafts_and_their_undo() {
    let folder = Folder::new();
    unpacked(VERSION_2, &folder);
    let mut store = Store::open_existing(&folder.path(), clock()).unwrap();
    assert_eq!(store.verify().unwrap().problems, Vec::<String>::new());
    let drafts = store.drafts().unwrap();
    let [draft] = drafts.as_slice() else { panic!("{drafts:?}") };
    let versions = store.versions_of(draft.id).unwrap();
    assert_eq!(versions.len(), 1);
    assert!(store.content(&versions[0].docx).unwrap().is_some());
    assert!(store.redo().unwrap().unwrap().name.starts_with("Tạo dự thảo"));
    assert_eq!(store.drafts().unwrap().len(), 2);
    let n_undone = std::iter::from_fn(|| store.undo().unwrap()).count();
    assert_eq!((n_undone, store.organisations().unwrap().len()), (5, 0));
}

/// Step 4 gives documents new columns, in the journal too.
#[test]
fn a_file_of_version_3_keeps_its_documents_and_their_undo_and_is_searched() {
    let folder = Folder::new();
    unpacked(VERSION_3, &folder);
    let mut store = Store::open_existing(&folder.path(), clock()).unwrap();
    assert_eq!(store.verify().unwrap().problems, Vec::<String>::new());
    let documents = |store: &Store| {
        let organisations = store.organisations().unwrap();
        let all = organisations.iter().flat_map(|of| store.documents_of(of.id).unwrap());
        all.collect::<Vec<_>>()
    };
    let found = |store: &Store| {
        let query =
            SearchQuery { text: "36 2021 nq hdnd".to_owned(), limit: 1, ..Default::default() };
        store.search(&query).unwrap().n_hits
    };
    let (as_it_was, n_found) = (documents(&store), found(&store));
    assert!(!as_it_was.is_empty());
    assert!(store.redo().unwrap().unwrap().name.starts_with("Tạo dự thảo"));
    let n_undone = std::iter::from_fn(|| store.undo().unwrap()).count();
    assert_eq!((n_undone, documents(&store).len(), found(&store)), (6, 0, 0));
    let n_redone = std::iter::from_fn(|| store.redo().unwrap()).count();
    assert_eq!((n_redone, documents(&store), found(&store)), (6, as_it_was, n_found));
    assert_eq!(store.verify().unwrap().problems, Vec::<String>::new());
}

/// Step 5 gives figures and conferences new columns, in the journal too.
#[test]
fn a_file_of_version_4_keeps_its_memory_and_its_undo() {
    let folder = Folder::new();
    unpacked(VERSION_4, &folder);
    let mut store = Store::open_existing(&folder.path(), clock()).unwrap();
    assert_eq!(store.verify().unwrap().problems, Vec::<String>::new());
    let names = |store: &Store| {
        let organisations = store.organisations().unwrap();
        let all = organisations.iter().flat_map(|of| store.conferences_of(of.id).unwrap());
        all.map(|it| it.name).collect::<Vec<_>>()
    };
    let as_it_was = names(&store);
    assert_eq!(store.redo().unwrap().unwrap().name, "Thêm Hội nghị chuyên đề");
    assert_eq!(names(&store).len(), as_it_was.len() + 1);
    let n_undone = std::iter::from_fn(|| store.undo().unwrap()).count();
    assert_eq!((n_undone, names(&store).len()), (3, 0));
    let n_redone = std::iter::from_fn(|| store.redo().unwrap()).count();
    assert_eq!((n_redone, names(&store).len()), (3, as_it_was.len() + 1));
    assert_eq!(store.verify().unwrap().problems, Vec::<String>::new());
}

/// Step 6 makes the index of search anew.
#[test]
fn a_file_of_version_5_finds_what_it_found() {
    let folder = Folder::new();
    unpacked(VERSION_5, &folder);
    let mut store = Store::open_existing(&folder.path(), clock()).unwrap();
    assert_eq!(store.verify().unwrap().problems, Vec::<String>::new());
    let found = |store: &Store, text: &str| {
        let query = SearchQuery { text: text.to_owned(), limit: 1, ..Default::default() };
        store.search(&query).unwrap().n_hits
    };
    let named = "\"hội nghị chuyên đề\"";
    assert_eq!((found(&store, "ngan sach nh"), found(&store, named)), (6, 0));
    assert_eq!(store.redo().unwrap().unwrap().name, "Ghi cách gọi khác của Hội nghị Thành ủy");
    assert_eq!(found(&store, named), 1);
    assert_eq!(store.verify().unwrap().problems, Vec::<String>::new());
}
