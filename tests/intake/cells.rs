//! Single cells through the number rules: `cells.tsv` holds heading, unit, the cell, its
//! neighbours in the row, and the reading. A cell is text unless it begins with # (stored
//! number), % (stored, percent format), @ (stored, date format), ! (error), = (formula without a
//! result) or ~ (stored, struck out).

use std::fs;

use tongket_intake::{Context, Row, interpret, read_here};

use crate::package::{workbook, zipped};

#[test]
fn every_cell_is_read_by_the_rules() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("o.xlsx");
    let mut failures = Vec::new();
    let mut n_cases = 0;
    for line in include_str!("cells.tsv").lines().skip(1) {
        let fields: Vec<&str> = line.split('\t').collect();
        let [heading, unit, cell, neighbours, expected @ ..] = fields.as_slice() else {
            panic!("too few fields: {line:?}");
        };
        n_cases += 1;
        fs::write(&path, zipped(&workbook(&rows(heading, unit, cell, neighbours), &[]))).unwrap();
        let reading = interpret(&read_here(&path).unwrap(), &Context::default());
        let found = reading.rows.iter().find(|row| row.place().cell() == "D2").map(fields_of);
        if found.as_deref() != Some(owned(expected).as_slice()) {
            failures.push(format!(
                "{unit} {cell:?} {neighbours:?}: expected {expected:?}, got {found:?}"
            ));
        }
    }
    assert!(n_cases >= 50, "the cases were not read");
    assert!(failures.is_empty(), "{} of {n_cases}\n{}", failures.len(), failures.join("\n"));
}

fn owned(fields: &[&str]) -> Vec<String> {
    fields.iter().map(|text| (*text).to_owned()).collect()
}

fn fields_of(row: &Row) -> Vec<String> {
    let meanings: Vec<&str> =
        row.alternatives().iter().map(|other| other.meaning.as_str()).collect();
    let json = serde_json::to_value(row).unwrap();
    let text = |key: &str| json[key].as_str().unwrap().to_owned();
    let mut fields: Vec<String> =
        ["value", "extra", "qualifier", "unit", "status"].into_iter().map(text).collect();
    fields.push(meanings.join(" / "));
    fields
}

fn rows(heading: &str, unit: &str, cell: &str, neighbours: &str) -> String {
    let neighbours: Vec<&str> = neighbours.split('|').filter(|text| !text.is_empty()).collect();
    let mut headings =
        vec!["TT".to_owned(), "Chỉ tiêu".to_owned(), "ĐVT".to_owned(), heading.to_owned()];
    headings.extend((0..neighbours.len()).map(|n| format!("KH {}", 2023 + n)));
    let headings: String =
        headings.iter().enumerate().map(|(col, text)| written(col, 1, text)).collect();
    let cells = ["1", "Chỉ tiêu thử", unit, cell].into_iter().chain(neighbours);
    let cells: String = cells.enumerate().map(|(col, text)| written(col, 2, text)).collect();
    format!(r#"<row r="1">{headings}</row><row r="2">{cells}</row>"#)
}

/// The XML of one cell in the notation of the case file.
pub fn written(col: usize, row: usize, text: &str) -> String {
    let name = format!("{}{row}", char::from(b'A' + u8::try_from(col).unwrap()));
    let escaped = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let stored = |style: u8| format!(r#"<c r="{name}" s="{style}"><v>{}</v></c>"#, &text[1..]);
    match text.chars().next() {
        None => String::new(),
        Some('#') => stored(0),
        Some('%') if text.len() > 1 => stored(1),
        Some('@') => stored(2),
        Some('~') => stored(3),
        Some('!') => format!(r#"<c r="{name}" t="e"><v>{}</v></c>"#, &text[1..]),
        Some('=') => format!(r#"<c r="{name}"><f>{}</f></c>"#, &text[1..]),
        Some(_) => format!(r#"<c r="{name}" t="inlineStr"><is><t>{escaped}</t></is></c>"#),
    }
}
