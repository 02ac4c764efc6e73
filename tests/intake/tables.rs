//! Small sheets in `tables/*.txt`: the cells, tab-separated, then `---`, then the rows that must
//! come out (cell, groups, indicator, measure, period, unit, assigner, value, status). Lines
//! `merge A1:B1` and `year 2024` may stand first.

use std::fs;
use std::path::Path;

use tongket_intake::{Context, interpret, read_here};

use crate::cells::written;
use crate::package::{sheet, workbook, zipped};

const COLUMNS: [&str; 9] =
    ["cell", "row_path", "indicator", "measure", "period", "unit", "assigner", "value", "status"];

#[test]
fn every_table_gives_its_rows() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("intake/tables");
    let mut failures = Vec::new();
    let mut n_cases = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        let (made, expected) = text.split_once("\n---\n").unwrap();
        let found = rows_of(made);
        let expected: Vec<&str> = expected.lines().collect();
        n_cases += 1;
        if found != expected {
            let (expected, found) = (expected.join("\n  "), found.join("\n  "));
            failures.push(format!("{}:\nexpected\n  {expected}\ngot\n  {found}", path.display()));
        }
    }
    assert!(n_cases >= 6, "the cases were not read");
    assert!(failures.is_empty(), "{}", failures.join("\n\n"));
}

fn rows_of(made: &str) -> Vec<String> {
    let (mut merges, mut rows, mut context) = (String::new(), String::new(), Context::default());
    let mut row = 0;
    for line in made.lines() {
        if let Some(area) = line.strip_prefix("merge ") {
            merges.push_str(&format!(r#"<mergeCell ref="{area}"/>"#));
        } else if let Some(year) = line.strip_prefix("year ") {
            context.year = year.parse().ok();
        } else {
            row += 1;
            let cells = line.split('\t').enumerate();
            let cells: String =
                cells.map(|(col, text)| written(col, row, &text.replace("\\n", "\n"))).collect();
            rows.push_str(&format!(r#"<row r="{row}">{cells}</row>"#));
        }
    }
    let mut parts = workbook("", &[]);
    let end = "</sheetData>";
    let xml = sheet(&rows).replace(end, &format!("{end}<mergeCells>{merges}</mergeCells>"));
    parts.insert("xl/worksheets/sheet1.xml".to_owned(), xml.into_bytes());
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bang.xlsx");
    fs::write(&path, zipped(&parts)).unwrap();
    let reading = interpret(&read_here(&path).unwrap(), &context);
    let rows = serde_json::to_value(&reading.rows).unwrap();
    let line = |row: &serde_json::Value| {
        COLUMNS.map(|column| row[column].as_str().unwrap_or_default().to_owned()).join("\t")
    };
    rows.as_array().unwrap().iter().map(line).collect()
}
