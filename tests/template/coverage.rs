//! Every function, filter and option of the language has a case: the lists are read from the
//! sources, so that a new one without a case is noticed.

use std::path::Path;

use crate::cases::{CaseFile, files};

#[test]
fn every_function_filter_and_option_has_a_case() {
    let templates: Vec<String> = files::<CaseFile>("cases")
        .into_iter()
        .flat_map(|(_, file)| file.cases)
        .filter(|case| case.error.is_none())
        .map(|case| case.template)
        .collect();
    let used = |what: &str| templates.iter().any(|template| template.contains(what));
    let functions = quoted_after(&source("functions/mod.rs"), "\n    (\"");
    let filters = source("filters/mod.rs");
    let filters = filters.split("FILTERS").nth(1).unwrap().split(';').next().unwrap();
    let filters: Vec<&str> = filters.split('"').skip(1).step_by(2).collect();
    let mut options = Vec::new();
    for folder in ["functions", "functions/conclusions", "functions/don_vi"] {
        let entries = std::fs::read_dir(sources().join(folder)).unwrap();
        for file in entries.map(|entry| entry.unwrap().path()).filter(|path| path.is_file()) {
            options.extend(options_in(&std::fs::read_to_string(file).unwrap()));
        }
    }
    options.extend(options_in(&source("call.rs")));
    assert!(functions.len() > 40 && filters.len() > 5 && options.len() > 15);
    let mut missing = Vec::new();
    missing.extend(functions.iter().map(|name| format!("{name}(")).filter(|call| !used(call)));
    missing.extend(filters.iter().map(|name| format!("| {name}")).filter(|filter| !used(filter)));
    missing.extend(options.iter().map(|name| format!("{name}=")).filter(|option| !used(option)));
    assert!(missing.is_empty(), "without a case: {missing:?}");
}

fn options_in(text: &str) -> Vec<String> {
    ["option(\"", ">(\"", "choice(\"", "is_set(\""]
        .iter()
        .flat_map(|call| quoted_after(text, call))
        .collect()
}

fn sources() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../src-tauri/crates/template/src")
}

fn source(path: &str) -> String {
    std::fs::read_to_string(sources().join(path)).unwrap()
}

/// What stands between each `before` and the next quotation mark.
fn quoted_after(text: &str, before: &str) -> Vec<String> {
    let pieces = text.split(before).skip(1);
    pieces.filter_map(|piece| piece.split('"').next()).map(str::to_owned).collect()
}
