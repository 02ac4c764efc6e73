//! Delimited texts in `delimited/*.txt`: the text, with `\t`, `\r`, `\n` and `\e` (a byte order
//! mark) as escapes, then a line `---`, then its cells as `row column text` from 1, or `đoạn N`
//! for each paragraph of a text that is no table.

use std::fs;
use std::path::Path;

use tongket_intake::{RawFile, RawValue, read_here};

#[test]
fn every_delimited_text_gives_its_cells() {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("intake/delimited");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("so-lieu.csv");
    let mut failures = Vec::new();
    let mut n_cases = 0;
    for entry in fs::read_dir(cases).unwrap() {
        let case = entry.unwrap().path();
        let text = fs::read_to_string(&case).unwrap();
        let (written, expected) = text.split_once("\n---\n").unwrap();
        fs::write(&path, unescaped(&written.replace("\\\n", ""))).unwrap();
        n_cases += 1;
        let found = read_here(&path).map(|file| lines_of(&file));
        let expected: Vec<String> = expected.lines().map(str::to_owned).collect();
        if found.as_ref() != Ok(&expected) {
            failures.push(format!("{}:\nexpected {expected:#?}\ngot {found:#?}", case.display()));
        }
    }
    assert!(n_cases >= 12, "the cases were not read");
    assert!(failures.is_empty(), "{}", failures.join("\n\n"));
}

fn unescaped(text: &str) -> String {
    text.replace("\\t", "\t").replace("\\r", "\r").replace("\\n", "\n").replace("\\e", "\u{feff}")
}

fn lines_of(file: &RawFile) -> Vec<String> {
    let cells = file.sheets.iter().flat_map(|sheet| &sheet.cells).map(|cell| {
        let RawValue::Text(text) = &cell.value else { panic!("no text: {cell:?}") };
        let text = text.replace('\n', "\\n").replace('\r', "\\r");
        format!("{} {} {text}", cell.row + 1, cell.col + 1)
    });
    let paragraphs = file.paragraphs.iter().map(|p| format!("đoạn {}", p.text));
    cells.chain(paragraphs).collect()
}
