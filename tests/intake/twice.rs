//! Every sample and every sheet of `tables/` imported twice into an office that has nothing yet: the
//! second time nothing changes, what was said is what is written, and every number below a heading
//! is written, asked about, or left out for a reason that the plan names.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::json;
use tongket_app::{
    App, Applied, Clock, Import, ImportAnswers, ImportRequest, OfficeChoice, ReadOptions, Session,
    apply_import, create_office, read_file,
};
use tongket_intake::{CellNaming, Context, Place, RawFile, RawSheet, RawValue, read_here};

use crate::book;
use crate::tables::file_of;

#[test]
fn a_second_import_changes_nothing_and_no_number_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let empty = folder.path().join("co-quan.db");
    drop(office(&empty));
    let mut failures = Vec::new();
    let mut n_files = 0;
    for (name, path, context) in files(folder.path()) {
        n_files += 1;
        let database = folder.path().join(format!("{n_files}.db"));
        fs::copy(&empty, &database).unwrap();
        let told = imported_twice(&path, &context, &database);
        failures.extend(told.into_iter().map(|failure| format!("{name}: {failure}")));
    }
    assert!(n_files >= 75, "the cases were not read");
    assert!(failures.is_empty(), "{} failures\n{}", failures.len(), failures.join("\n"));
}

/// The samples, and a workbook of each sheet of `tables/`.
fn files(folder: &Path) -> Vec<(String, PathBuf, Context)> {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("intake");
    let of = |folder: &str| fs::read_dir(cases.join(folder)).unwrap().map(|it| it.unwrap().path());
    let name = |path: &Path| path.file_name().unwrap().to_str().unwrap().to_owned();
    let samples = of("samples").filter(|path| !name(path).ends_with(".tsv"));
    let samples = samples.map(|path| (name(&path), path, Context::default()));
    let tables = of("tables").map(|path| {
        let text = fs::read_to_string(&path).unwrap();
        let (file, context) = file_of(text.split_once("\n---\n").unwrap().0);
        let made = folder.join(name(&path)).with_extension("xlsx");
        book::write(&file, &made);
        (name(&path), made, context)
    });
    samples.chain(tables).collect()
}

fn imported_twice(path: &Path, context: &Context, database: &Path) -> Vec<String> {
    let app = &mut App::open(database, Clock::System).unwrap();
    let mut failures = Vec::new();
    let import = read(app, path, context);
    failures.extend(lost(&read_here(path).unwrap(), &import));
    let first = apply_import(app, &import, false).unwrap();
    if said(&import) != written(&first) {
        failures.push(format!("said {:?}, wrote {first:?}", import.plan.summary));
    }
    let again = read(app, path, context);
    let second = apply_import(app, &again, false).unwrap();
    let all_same = Applied { unchanged: said(&again), ..Applied::default() };
    if second != all_same || said(&again) != said(&import) {
        let said = &again.plan.summary;
        failures.push(format!("again: first {first:?}, then {second:?} of {said:?}"));
    }
    failures
}

fn said(import: &Import) -> usize {
    let said = &import.plan.summary;
    said.n_figures + said.n_plans + said.n_targets + said.n_commitments + said.n_dates
}

fn written(applied: &Applied) -> usize {
    applied.figures + applied.plans + applied.targets + applied.reported
}

fn read(app: &App, file: &Path, context: &Context) -> Import {
    let request = ImportRequest {
        file: file.to_owned(),
        year: context.year,
        cut_off: context.cut_off,
        office: OfficeChoice::default(),
        options: ReadOptions::default(),
        reader: tongket_tests::program().to_owned(),
        answers: ImportAnswers::default(),
    };
    read_file(app, &request).unwrap()
}

fn office(database: &Path) -> Session {
    let mut session = Session::start(Some(database.to_owned()), Clock::System).unwrap();
    let form = json!({
        "name": "Thành ủy Thử", "short_name": "", "superior_line": "TỈNH ỦY THỬ",
        "issuer_line": "THÀNH ỦY THỬ", "level": "district", "side": "party", "place": "Thử",
        "symbol": "TU", "profile": "", "signers": [], "recipients": [],
        "style": {
            "old_tone_placement": true, "two_digit_counts": false, "counts_in_words": false,
            "decimals": null, "date_separator": "/",
        },
    });
    create_office(&mut session, &serde_json::from_value(form).unwrap()).unwrap();
    session
}

/// Numbers that no row of the plan speaks of. Those left of the first value of their line number or
/// name it; lines of nothing but 1, 2, 3 … number the columns.
fn lost(file: &RawFile, import: &Import) -> Vec<String> {
    let mut found: BTreeMap<&str, BTreeSet<(u32, u32)>> = BTreeMap::new();
    for row in import.rows() {
        if let Place::Cell { sheet, row, col } = row.place() {
            found.entry(&sheet.name).or_default().insert((*row, *col));
        }
    }
    let none = BTreeSet::new();
    let of_sheet = |sheet: &RawSheet| {
        let found = found.get(sheet.name.as_str()).unwrap_or(&none);
        lost_of_sheet(sheet, found)
    };
    file.sheets.iter().flat_map(of_sheet).collect()
}

fn lost_of_sheet(sheet: &RawSheet, found: &BTreeSet<(u32, u32)>) -> Vec<String> {
    let Some((first_row, _)) = found.first() else { return Vec::new() };
    let mut lost = Vec::new();
    for cell in &sheet.cells {
        let is_number = matches!(cell.value, RawValue::Number(_));
        let numbers = sheet.naming != CellNaming::WordTable && is_number;
        if !numbers || cell.row < *first_row || found.contains(&(cell.row, cell.col)) {
            continue;
        }
        let names_line = found.iter().any(|(row, col)| *row == cell.row && *col > cell.col);
        if !names_line && !is_code(sheet, cell.col) && !numbers_columns(sheet, cell.row) {
            lost.push(format!("row {}, column {} has no row", cell.row + 1, cell.col + 1));
        }
    }
    lost
}

/// A column of codes holds no values.
fn is_code(sheet: &RawSheet, col: u32) -> bool {
    let mut cells = sheet.cells.iter().filter(|cell| cell.col == col);
    cells.any(|cell| cell.value == RawValue::Text("Mã số".into()))
}

fn numbers_columns(sheet: &RawSheet, row: u32) -> bool {
    let mut cells = sheet.cells.iter().filter(|cell| cell.row == row).zip(1..);
    cells.all(
        |(cell, n)| matches!(&cell.value, RawValue::Number(digits) if **digits == *format!("{n}")),
    )
}
