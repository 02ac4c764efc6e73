//! The text of a Word file as the foreign reader of the Word suite finds it.

use std::path::Path;

use serde_json::Value;

use crate::{Ran, python};

/// All paragraphs, one a line, NBSP as space.
pub fn word_text(path: &Path) -> String {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/docx/read_package.py");
    let read = Ran::of(python().arg(script).arg(path));
    assert_eq!(read.code, Some(0), "{} cannot be read back:\n{}", path.display(), read.stderr);
    let told: Value = serde_json::from_str(&read.stdout).unwrap();
    let texts = told[path.to_str().unwrap()]["texts"].as_array().unwrap();
    let lines: Vec<&str> = texts.iter().map(|text| text.as_str().unwrap()).collect();
    lines.join("\n").replace('\u{a0}', " ")
}
