//! Each workbook in `samples/` against the rows in the .tsv beside it, both ways: missing,
//! unexpected, different.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use tongket_figures::{DateReading, read_date};
use tongket_intake::{Context, interpret, read_here};

/// Each with the day that its results go to, where only the person knows it.
const WORKBOOKS: [(&str, Option<&str>); 6] = [
    ("bieu-ktxh", None),
    ("phieu-diem", None),
    ("giai-ngan-don-vi", None),
    ("giai-ngan-chua-tinh", None),
    ("dau-tu-trung-han", None),
    ("chi-thi-don-vi", Some("11/10/2024")),
];

type Fields = BTreeMap<String, String>;
type Rows = BTreeMap<(String, String), Fields>;

pub fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("intake/samples").join(name)
}

#[test]
fn every_expected_row_comes_out() {
    let mut failures = Vec::new();
    for (name, cut_off) in WORKBOOKS {
        let expected = expected_rows(&sample(&format!("{name}.tsv")));
        let found = found_rows(&sample(&format!("{name}.xlsx")), cut_off);
        assert!(expected.len() > 50, "{name}: the expected rows were not read");
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
    lines
        .map(|line| {
            let cells = line.split('\t').map(str::to_owned);
            let fields: Fields = columns.iter().map(|c| (*c).to_owned()).zip(cells).collect();
            ((fields["sheet"].clone(), fields["cell"].clone()), fields)
        })
        .collect()
}

/// The rows as the command line prints them.
fn found_rows(path: &Path, cut_off: Option<&str>) -> Rows {
    let file = read_here(path).unwrap();
    let cut_off = cut_off.map(|text| match read_date(text) {
        Some(DateReading::Day(date)) => date,
        other => panic!("{text}: {other:?}"),
    });
    let context = Context { cut_off, ..Context::default() };
    let reading = serde_json::to_value(interpret(&file, &context)).unwrap();
    let mut rows = Rows::new();
    for row in reading["rows"].as_array().unwrap() {
        let text = |(key, value): (&String, &Value)| {
            value.as_str().map(|text| (key.clone(), text.to_owned()))
        };
        let fields: Fields = row.as_object().unwrap().iter().filter_map(text).collect();
        let place = (fields["sheet"].clone(), fields["cell"].clone());
        assert!(rows.insert(place.clone(), fields).is_none(), "two rows for {place:?}");
    }
    rows
}
