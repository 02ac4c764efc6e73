//! Word packages as foreign readers see them: python-docx and lxml read what the writer wrote,
//! LibreOffice sets it on pages.

mod case;
mod hostile;
mod pages;
mod reader;
mod widths;

use case::Case;
use serde_json::Value;
use std::path::{Path, PathBuf};

/// Every case of `cases/`: its document is written and read back, or refused as it says.
#[test]
fn cases() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docx/cases");
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    assert!(!paths.is_empty());
    let mut failures = Vec::new();
    let (mut names, mut packages, mut expected) = (Vec::new(), Vec::new(), Vec::new());
    for path in paths {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let case = Case::read(&path);
        match (case.write(), &case.expect.refused) {
            (Ok(package), None) => {
                if case.write().unwrap() != package {
                    failures.push(format!("{name}: two writings differ"));
                }
                names.push(name);
                packages.push(package);
                expected.push(case.expect.read);
            }
            (Err(error), Some(refusal)) if error.to_string().contains(refusal) => {}
            (result, refusal) => {
                let result = result.map(|package| package.len());
                failures.push(format!("{name}: expected refusal {refusal:?}, got {result:?}"));
            }
        }
    }
    for ((name, expected), read) in names.iter().zip(&expected).zip(reader::read(&packages)) {
        failures.extend(differences(expected, &read).iter().map(|text| format!("{name}: {text}")));
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// A package must have no problem; beyond that a case names only what it is about.
fn differences(expected: &serde_json::Map<String, Value>, read: &Value) -> Vec<String> {
    let mut found: Vec<String> =
        read["problems"].as_array().unwrap().iter().map(Value::to_string).collect();
    for (key, expected) in expected {
        let read = &read[key.as_str()];
        if read != expected {
            found.push(format!("{key}\n  expected {expected}\n  read     {read}"));
        }
    }
    found
}
