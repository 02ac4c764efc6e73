//! A damaged file never passes for a good one with other figures.

use std::path::Path;

use proptest::prelude::*;
use proptest::sample::Index;
use tongket_figures::{Amount, Period};
use tongket_model::FigureKind;
use tongket_store::{Store, StoreError};

use crate::command::{Command, Value, add_home};
use crate::fixture::{Folder, clock};

fn filled(folder: &Folder) {
    let mut store = folder.open();
    let filled = store.transact("Nhập", |changes| {
        add_home(changes)?;
        for (decimals, slug) in (0..).zip(["fdi", "thu", "chi"]) {
            let (slug, name) = (slug.to_owned(), "Chỉ tiêu ".repeat(20));
            Command::AddIndicator { slug: slug.clone(), name }.run(changes)?;
            for year in 2000..2020 {
                let amount = Amount::new(i64::from(year) * 1237, decimals);
                let value =
                    Value { amount, of: None, to: None, raw: "như đã viết".to_owned() };
                let (period, kind) = (Period::Year(year), FigureKind::Actual);
                Command::SetFigure { indicator: slug.clone(), period, kind, value }.run(changes)?;
            }
        }
        Ok::<_, StoreError>(())
    });
    filled.unwrap();
}

/// All that a report could print.
fn told(store: &Store) -> Result<String, StoreError> {
    let organisations = store.organisations()?;
    let mut told = format!("{organisations:?}");
    for organisation in organisations {
        told += &format!("{:?}", store.indicators(organisation.id)?);
        told += &format!("{:?}", store.figures_of(organisation.id)?);
    }
    Ok(told)
}

fn open_and_verify(path: &Path) -> Result<(bool, String), StoreError> {
    let store = Store::open_existing(path, clock())?;
    Ok((store.verify()?.ok, told(&store)?))
}

#[derive(Debug, Clone)]
enum Damage {
    Bytes { at: Index, bytes: Vec<u8> },
    ZeroPage { page: Index },
    SwapPages { first: Index, second: Index },
    Cut { keep: Index },
}

fn damage() -> impl Strategy<Value = Damage> {
    let index = any::<Index>;
    prop_oneof![
        4 => (index(), prop::collection::vec(any::<u8>(), 1..64))
            .prop_map(|(at, bytes)| Damage::Bytes { at, bytes }),
        1 => index().prop_map(|page| Damage::ZeroPage { page }),
        1 => (index(), index()).prop_map(|(first, second)| Damage::SwapPages { first, second }),
        1 => index().prop_map(|keep| Damage::Cut { keep }),
    ]
}

const PAGE: usize = 4096;

impl Damage {
    fn apply(&self, file: &mut Vec<u8>) {
        let start_of = |page: &Index, file: &[u8]| page.index(file.len() / PAGE) * PAGE;
        match self {
            Damage::Bytes { at, bytes } => {
                let at = at.index(file.len() - bytes.len());
                file[at..at + bytes.len()].copy_from_slice(bytes);
            }
            Damage::ZeroPage { page } => {
                let at = start_of(page, file);
                file[at..at + PAGE].fill(0);
            }
            Damage::SwapPages { first, second } => {
                let (first, second) = (start_of(first, file), start_of(second, file));
                let moved = file[first..first + PAGE].to_vec();
                file.copy_within(second..second + PAGE, first);
                file[second..second + PAGE].copy_from_slice(&moved);
            }
            Damage::Cut { keep } => file.truncate(keep.index(file.len())),
        }
    }
}

#[test]
fn what_verifies_says_what_was_stored() {
    let folder = Folder::new();
    filled(&folder);
    let whole = std::fs::read(folder.path()).unwrap();
    let (ok, stored) = open_and_verify(&folder.path()).unwrap();
    assert!(ok);
    let n_found_out = std::cell::Cell::new(0);
    let config = ProptestConfig { cases: 256, failure_persistence: None, ..Default::default() };
    let outcome = proptest::test_runner::TestRunner::new(config).run(&damage(), |damage| {
        let damaged = Folder::new();
        let mut file = whole.clone();
        damage.apply(&mut file);
        std::fs::write(damaged.path(), file).unwrap();
        match open_and_verify(&damaged.path()) {
            Ok((true, told)) => prop_assert_eq!(&told, &stored),
            Ok((false, _)) | Err(_) => n_found_out.set(n_found_out.get() + 1),
        }
        Ok(())
    });
    outcome.unwrap();
    assert!(n_found_out.get() > 100, "only {} were found out", n_found_out.get());
}

#[test]
fn damage_is_told_with_what_to_do() {
    let folder = Folder::new();
    filled(&folder);
    let root_page: i64 = rusqlite::Connection::open(folder.path())
        .unwrap()
        .query_one("SELECT rootpage FROM sqlite_schema WHERE name = 'figure'", [], |row| row.get(0))
        .unwrap();
    let root_page = usize::try_from(root_page).unwrap();
    let mut bytes = std::fs::read(folder.path()).unwrap();
    bytes[(root_page - 1) * PAGE..root_page * PAGE].fill(0xEE);
    std::fs::write(folder.path(), bytes).unwrap();
    let store = Store::open(&folder.path(), clock()).unwrap();
    let sentence = told(&store).unwrap_err().to_string();
    assert!(sentence.starts_with("Tệp dữ liệu bị hỏng"), "{sentence}");
    assert!(sentence.ends_with("hãy khôi phục từ bản sao lưu gần nhất"), "{sentence}");
    let verification = store.verify().unwrap();
    assert!(!verification.ok && !verification.problems.is_empty());
}
