//! The acceptance statements as cases: what the drafts of the sample offices print, read back from
//! the Word files by a foreign reader, and what the checks and the import say.

mod bodies;
mod case;
mod changes;
mod documents;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use case::Case;
use documents::{Document, Documents};

/// Every case on the sample offices as they come, or on a copy that its own changes were made to.
#[test]
fn statements_hold() {
    let plain = Documents::of_samples();
    let mut failures = Vec::new();
    let cases = case::all();
    for case in &cases {
        if case.is_typed() {
            let found = case.failures_of_body();
            failures.extend(found.into_iter().map(|failure| format!("{}: {failure}", case.id)));
            continue;
        }
        let own = (!case.changes.is_empty()).then(|| Documents::of_case(case));
        let documents = own.as_ref().unwrap_or(&plain);
        failures
            .extend(failures_of(case, documents).into_iter().map(|f| format!("{}: {f}", case.id)));
    }
    assert!(
        failures.is_empty(),
        "{} of {} cases:\n{}",
        failures.len(),
        cases.len(),
        failures.join("\n")
    );
}

/// Capitals and spaces too, somewhere in every kind.
#[test]
fn every_kind_is_held_to_the_letter() {
    let cases = case::all();
    let strict = cases.iter().filter(|case| !case.begins.is_empty());
    let held: BTreeSet<&str> = strict.flat_map(|case| &case.kinds).map(String::as_str).collect();
    let missing: Vec<String> =
        documents::kinds().into_iter().filter(|kind| !held.contains(kind.as_str())).collect();
    assert!(missing.is_empty(), "no case with `begins`: {missing:?}");
}

/// Every statement that README counts among those that pass has its case, and no other has one.
#[test]
fn readme_lists_the_statements_that_have_cases() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/..");
    let readme = std::fs::read_to_string(format!("{root}/README.md")).unwrap();
    let table = readme.split("## Statements that pass").nth(1).unwrap();
    let table = table.split("\n## ").next().unwrap();
    let rows = table.lines().filter(|line| line.starts_with("| ")).collect::<Vec<_>>().join("\n");
    let listed = statements(&rows);
    let mut files = Vec::new();
    data_files(Path::new(env!("CARGO_MANIFEST_DIR")), &mut files);
    let texts = files.iter().map(|file| std::fs::read_to_string(file).unwrap());
    let held: BTreeSet<String> = texts.flat_map(|text| statements(&text)).collect();
    assert!(listed.len() > 100, "{listed:?}");
    assert_eq!(listed, held);
}

/// "S3-06" and its like.
fn statements(text: &str) -> BTreeSet<String> {
    let is_number = |part: &str| {
        let bytes = part.as_bytes();
        let digits = [1, 3, 4].iter().all(|at| bytes.get(*at).is_some_and(u8::is_ascii_digit));
        bytes.len() == 5 && bytes[0] == b'S' && bytes[2] == b'-' && digits
    };
    let words = text.split(|c: char| !c.is_ascii_alphanumeric() && c != '-');
    words.filter(|word| is_number(word)).map(str::to_owned).collect()
}

/// The files of cases below a folder.
fn data_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            data_files(&path, found);
        } else if path.extension().is_some_and(|kind| kind == "toml" || kind == "tsv") {
            found.push(path);
        }
    }
}

/// The packages themselves: whole, valid, one control for each figure in running text.
#[test]
fn documents_are_whole() {
    let documents = Documents::of_samples();
    assert!(documents.all.len() > 15, "{} documents", documents.all.len());
    for document in &documents.all {
        assert_whole(document);
        let controls = document.package["controls"].as_array().map_or(0, Vec::len);
        let tables = document.result["table_figures"].as_u64().unwrap_or_default();
        let figures = document.result["figures"].as_u64().unwrap_or_default();
        if ["tong-ket", "kinh-te"].iter().any(|kind| document.name.contains(kind)) {
            assert!(tables > 50, "{}: the appendix holds {tables} figures", document.name);
            assert!(figures > 30, "{}: {figures} figures", document.name);
            // The table of figures stands in one control of its own.
            assert_eq!(controls as u64, figures + 1, "{}", document.name);
        } else {
            assert!(controls as u64 >= figures, "{}: {controls} of {figures}", document.name);
        }
    }
}

/// An office that lacks what a kind asks for gets gaps, and a file that is as whole as any.
#[test]
fn every_kind_works_for_every_office() {
    let documents = Documents::of_all_kinds();
    assert!(documents.all.len() > 30);
    documents.all.iter().for_each(assert_whole);
}

fn assert_whole(document: &Document) {
    assert_eq!(document.package["problems"], serde_json::json!([]), "{}", document.name);
}

fn failures_of(case: &Case, documents: &Documents) -> Vec<String> {
    if case.imports() {
        return case.failures_of_import();
    }
    if case.kinds.is_empty() {
        return vec!["names no kind of report".to_owned()];
    }
    let of_kind = |kind: &String| {
        let found: Vec<_> = documents.all.iter().filter(|d| case.concerns(kind, d)).collect();
        let failures = failures_among(case, &found).into_iter();
        failures.map(|failure| format!("{kind}: {failure}")).collect::<Vec<_>>()
    };
    case.kinds.iter().flat_map(of_kind).collect()
}

/// The reports of one kind: any of them may print a text.
fn failures_among(case: &Case, found: &[&Document]) -> Vec<String> {
    let mut failures = Vec::new();
    if found.is_empty() {
        return vec!["no document for this case".to_owned()];
    }
    for text in &case.begins {
        if !found.iter().any(|document| document.begins(text)) {
            failures.push(format!("no paragraph begins with «{text}»"));
        }
    }
    for text in &case.prints {
        if !found.iter().any(|document| document.prints(text)) {
            failures.push(format!("not printed: «{text}»"));
        }
    }
    if !case.prints_in_order.is_empty()
        && !found.iter().any(|document| document.prints_in_order(&case.prints_in_order))
    {
        failures.push(format!("not in this order: {:?}", case.prints_in_order));
    }
    for (text, n) in &case.counts {
        if !found.iter().any(|document| document.n_lines(text) == *n) {
            failures.push(format!("not {n} times: «{text}»"));
        }
    }
    for text in &case.silent {
        failures.extend(
            found.iter().filter(|d| d.prints(text)).map(|d| format!("{} prints «{text}»", d.name)),
        );
    }
    for wanted in &case.finds {
        if !found.iter().any(|document| document.finds(wanted)) {
            failures.push(format!("no finding {} with «{}»", wanted.code, wanted.says));
        }
    }
    for code in &case.finds_none {
        failures.extend(
            found
                .iter()
                .filter(|d| d.has_finding(code))
                .map(|d| format!("{} finds {code}", d.name)),
        );
    }
    failures
}
