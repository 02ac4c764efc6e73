//! Small sheets in `tables/*.txt`: the cells, tab-separated, in the notation of `cells.tsv`, then
//! `---`, then the rows that must come out (cell, groups, indicator, measure, period, unit,
//! assigner, value, status, and the unit that it is of, where rows are units) and the findings
//! (`! kind cell`). Lines that begin with a word of [`directive`] may stand before the cells.

use std::fs;
use std::path::Path;

use tongket_figures::{DateReading, read_date};
use tongket_intake::{
    Area, CellNaming, Context, FileKind, RawCell, RawFile, RawSheet, RawValue, Span, interpret,
};

const COLUMNS: [&str; 10] = [
    "cell",
    "row_path",
    "indicator",
    "measure",
    "period",
    "unit",
    "assigner",
    "value",
    "status",
    "organisation",
];

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
    assert!(n_cases >= 40, "the cases were not read");
    assert!(failures.is_empty(), "{}", failures.join("\n\n"));
}

/// The rows and findings of a case, one line each.
fn rows_of(made: &str) -> Vec<String> {
    let (file, context) = file_of(made);
    let reading = interpret(&file, &context);
    let rows = serde_json::to_value(&reading.rows).unwrap();
    let line = |(at, row): (usize, &serde_json::Value)| {
        let text = |column: &str| row[column].as_str().unwrap_or_default().to_owned();
        let place = match file.sheets.len() {
            1 => reading.rows[at].place().cell(),
            _ => reading.rows[at].place().to_string(),
        };
        let fields =
            COLUMNS.map(|column| if column == "cell" { place.clone() } else { text(column) });
        fields.join("\t").trim_end_matches('\t').to_owned()
    };
    let rows = rows.as_array().unwrap().iter().enumerate().map(line);
    let findings = serde_json::to_value(&reading.findings).unwrap();
    let told = findings.as_array().unwrap().iter().map(|finding| {
        let text = |key: &str| finding[key].as_str().unwrap_or_default().to_owned();
        format!("! {} {}", text("kind"), text("cell")).trim_end().to_owned()
    });
    rows.chain(told.collect::<Vec<_>>()).collect()
}

pub fn file_of(made: &str) -> (RawFile, Context) {
    let mut file = RawFile {
        name: "bang".to_owned(),
        sha256: String::new(),
        kind: FileKind::Workbook,
        encoding: None,
        sheets: vec![RawSheet { name: "Bảng".to_owned(), ..RawSheet::default() }],
        formats: vec!["General".to_owned(), "0%".to_owned()],
        paragraphs: Vec::new(),
        notices: Vec::new(),
    };
    let (mut context, mut row) = (Context::default(), 0);
    for line in made.lines() {
        let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
        if word == "sheet" {
            let name = rest.to_owned();
            match file.sheets.last_mut() {
                Some(sheet) if sheet.cells.is_empty() => sheet.name = name,
                _ => file.sheets.push(RawSheet { name, ..RawSheet::default() }),
            }
            row = 0;
            continue;
        }
        let sheet = file.sheets.last_mut().unwrap();
        if directive(word, rest, sheet, &mut context) {
            continue;
        }
        for (col, text) in line.split('\t').enumerate() {
            let col = u32::try_from(col).unwrap();
            let (format, text) = match text.strip_prefix('{').and_then(|rest| rest.split_once('}'))
            {
                Some((code, text)) => {
                    file.formats.push(code.to_owned());
                    (Some(u32::try_from(file.formats.len() - 1).unwrap()), text)
                }
                None => (None, text),
            };
            let cell = cell(row, col, &text.replace("\\n", "\n"));
            sheet
                .cells
                .extend(cell.map(|cell| RawCell { format: format.unwrap_or(cell.format), ..cell }));
        }
        row += 1;
    }
    (file, context)
}

/// `merge A1:B1`, `year 2024`, `cut-off 25/9/2024`, `hidden-rows 3:4`, `hidden-cols 3:3` (from 1),
/// `table` (of a document), `lines` (a delimited text), `above …` (text above a table).
fn directive(word: &str, rest: &str, sheet: &mut RawSheet, context: &mut Context) -> bool {
    let span = || {
        let (first, last) = rest.split_once(':').unwrap();
        Span { first: first.parse::<u32>().unwrap() - 1, last: last.parse::<u32>().unwrap() - 1 }
    };
    match word {
        "merge" => sheet.merges.push(area(rest)),
        "year" => context.year = rest.parse().ok(),
        "cut-off" => {
            context.cut_off = match read_date(rest) {
                Some(DateReading::Day(date)) => Some(date),
                other => panic!("{rest}: {other:?}"),
            }
        }
        "hidden-rows" => sheet.hidden_rows.push(span()),
        "hidden-cols" => sheet.hidden_cols.push(span()),
        "hidden-sheet" => sheet.hidden = true,
        "table" => (sheet.naming, sheet.name) = (CellNaming::WordTable, rest.to_owned()),
        "lines" => sheet.naming = CellNaming::Lines,
        "above" => sheet.above.push(rest.into()),
        _ => return false,
    }
    true
}

fn area(text: &str) -> Area {
    let corner = |name: &str| {
        let col = u32::from(name.as_bytes()[0] - b'A');
        (name[1..].parse::<u32>().unwrap() - 1, col)
    };
    let (first, last) = text.split_once(':').unwrap();
    let ((first_row, first_col), (last_row, last_col)) = (corner(first), corner(last));
    Area { first_row, first_col, last_row, last_col }
}

/// A cell in the notation of `cells.tsv`; `$=12` is a formula with its result, and a number format
/// may stand before it: `{#,##0}#12`.
fn cell(row: u32, col: u32, text: &str) -> Option<RawCell> {
    let rest = || text[1..].into();
    let (value, format, struck, computed) = match text.chars().next()? {
        '#' => (RawValue::Number(rest()), 0, false, false),
        '%' if text.len() > 1 => (RawValue::Number(rest()), 1, false, false),
        '@' => (RawValue::Date(rest()), 0, false, false),
        '~' => (RawValue::Number(rest()), 0, true, false),
        '!' => (RawValue::Error(rest()), 0, false, false),
        '=' => (RawValue::NoResult, 0, false, true),
        '$' => (RawValue::Number(text[2..].into()), 0, false, true),
        _ => (RawValue::Text(text.into()), 0, false, false),
    };
    Some(RawCell { row, col, value, format, struck, computed })
}
