//! Each file in `samples/` against the rows in the .tsv beside it, both ways: missing, unexpected,
//! different. Sentences are named with the rows' own names as the catalogue. Where a workbook and
//! its rules differ, the rules hold: "tăng 1,4 lần" has two readings.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use tongket_figures::{DateReading, read_date};
use tongket_intake::{Context, RawFile, extract_file, interpret, read_here};

use crate::prose::indicator;

/// Each with the day that its results go to, where only the person knows it.
const FILES: [(&str, &str, Option<&str>); 9] = [
    ("bieu-ktxh", "xlsx", None),
    ("phieu-diem", "xlsx", None),
    ("giai-ngan-don-vi", "xlsx", None),
    ("giai-ngan-chua-tinh", "xlsx", None),
    ("dau-tu-trung-han", "xlsx", None),
    ("chi-thi-don-vi", "xlsx", Some("11/10/2024")),
    ("so-lieu-1258", "csv", None),
    ("bao-cao", "docx", None),
    ("bao-cao-tcvn3", "docx", None),
];

type Fields = BTreeMap<String, String>;
/// By place; a sentence has several.
type Rows = BTreeMap<(String, usize), Fields>;

pub fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("intake/samples").join(name)
}

#[test]
fn every_expected_row_comes_out() {
    let mut failures = Vec::new();
    for (name, extension, cut_off) in FILES {
        let expected = expected_rows(&sample(&format!("{name}.tsv")));
        let file = read_here(&sample(&format!("{name}.{extension}"))).unwrap();
        let found = found_rows(&file, &expected, cut_off);
        assert!(expected.len() >= 15, "{name}: the expected rows were not read");
        compare(name, &expected, &found, &mut failures);
    }
    assert!(failures.is_empty(), "{} differences\n{}", failures.len(), failures.join("\n"));
}

fn compare(name: &str, expected: &Rows, found: &Rows, failures: &mut Vec<String>) {
    for (place, fields) in expected {
        let Some(row) = found.get(place) else {
            failures.push(format!("{name} {place:?}: missing, expected {fields:?}"));
            continue;
        };
        for (column, text) in fields {
            if row.get(column) != Some(text) {
                let got = row.get(column);
                failures.push(format!("{name} {place:?} {column}: expected {text:?}, got {got:?}"));
            }
        }
    }
    for (place, row) in found.iter().filter(|(place, _)| !expected.contains_key(*place)) {
        failures.push(format!("{name} {place:?}: unexpected {row:?}"));
    }
}

fn expected_rows(path: &Path) -> Rows {
    let text = fs::read_to_string(path).unwrap();
    let mut lines = text.lines();
    let columns: Vec<&str> = lines.next().unwrap().split('\t').collect();
    let mut rows = Rows::new();
    for line in lines {
        let cells = line.split('\t').map(str::to_owned);
        add(&mut rows, columns.iter().map(|c| (*c).to_owned()).zip(cells).collect());
    }
    rows
}

fn add(rows: &mut Rows, fields: Fields) {
    let place = ["sheet", "cell", "location", "line", "column"];
    let place: Vec<&str> =
        place.iter().filter_map(|name| fields.get(*name).map(String::as_str)).collect();
    let place = place.join(" ");
    let nth = (0..).find(|nth| !rows.contains_key(&(place.clone(), *nth))).unwrap();
    rows.insert((place, nth), fields);
}

/// The rows as the command line prints them.
fn found_rows(file: &RawFile, expected: &Rows, cut_off: Option<&str>) -> Rows {
    let cut_off = cut_off.map(|text| match read_date(text) {
        Some(DateReading::Day(date)) => date,
        other => panic!("{text}: {other:?}"),
    });
    let context = Context { cut_off, ..Context::default() };
    let reading = serde_json::to_value(interpret(file, &context)).unwrap();
    let is_in_text =
        |row: &Fields| row.get("location").is_some_and(|place| !place.starts_with('t'));
    let sentences = expected.values().filter(|row| is_in_text(row));
    let names: Vec<_> = sentences.map(|row| indicator(&row["indicator"])).collect();
    let mut named = extract_file(file, &context, &names).into_iter();
    let mut rows = Rows::new();
    for row in reading["rows"].as_array().unwrap() {
        let text = |(key, value): (&String, &Value)| {
            let text = value.as_str().map(str::to_owned);
            Some((key.clone(), text.or_else(|| value.as_u64().map(|n| n.to_string()))?))
        };
        let mut fields: Fields = row.as_object().unwrap().iter().filter_map(text).collect();
        if is_in_text(&fields) {
            fields.insert("indicator".to_owned(), named.next().unwrap().indicator);
        }
        add(&mut rows, fields);
    }
    rows
}
