//! The acceptance statements as cases: what the drafts of the sample offices print, read back from
//! the Word files by a foreign reader, and what the checks and the import say.

mod bodies;
mod case;
mod changes;
mod documents;

use std::sync::LazyLock;

use case::Case;
use documents::Documents;

/// The sample offices as they come.
static PLAIN: LazyLock<Documents> = LazyLock::new(Documents::of_samples);

/// Every case on the sample offices as they come, or on a copy that its own changes were made to.
#[test]
fn statements_hold() {
    let mut failures = Vec::new();
    let cases = case::all();
    for case in &cases {
        if case.is_typed() {
            let found = case.failures_of_body();
            failures.extend(found.into_iter().map(|failure| format!("{}: {failure}", case.id)));
            continue;
        }
        let own = (!case.changes.is_empty()).then(|| Documents::of_case(case));
        let documents = own.as_ref().unwrap_or(&PLAIN);
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

/// The packages themselves: whole, valid, one control for each figure in running text.
#[test]
fn documents_are_whole() {
    let documents = &*PLAIN;
    assert!(documents.all.len() > 10, "{} documents", documents.all.len());
    for document in &documents.all {
        assert_eq!(document.package["problems"], serde_json::json!([]), "{}", document.name);
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

fn failures_of(case: &Case, documents: &Documents) -> Vec<String> {
    let mut failures = Vec::new();
    let found: Vec<_> = documents.all.iter().filter(|d| case.concerns(d)).collect();
    if found.is_empty() && !case.imports() {
        return vec!["no document for this case".to_owned()];
    }
    for text in &case.prints {
        if !found.iter().any(|document| document.prints(text)) {
            failures.push(format!("not printed: «{text}»"));
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
    failures.extend(case.failures_of_import());
    failures
}
