//! Runs the files of `checks/`: small drafts on facts as data, and what the checks must find in
//! them, or must not.

use std::path::Path;

use serde::Deserialize;
use tongket_app::read_prose;
use tongket_report::{Finding, Profile, ReportKind, check, draft};

use crate::cases::files;
use crate::fixture::Written;

/// One file: one subject, whose findings are the ones that its cases speak about.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CheckFile {
    codes: Vec<String>,
    #[serde(rename = "case")]
    cases: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    what: String,
    #[serde(default)]
    body: String,
    /// Severity, heading above it when it has a place, sentence, and the hint behind an arrow.
    findings: Vec<String>,
    /// The values compared, of all findings together.
    values: Option<Vec<String>>,
    facts: Written,
}

#[test]
fn every_check() {
    let profile = profile();
    let mut failures = Vec::new();
    for (name, file) in files::<CheckFile>("checks") {
        let positive = file.cases.iter().any(|case| !case.findings.is_empty());
        let negative = file.cases.iter().any(|case| case.findings.is_empty());
        assert!(positive && negative, "{name} needs a case that speaks and one that is silent");
        for case in &file.cases {
            let draft = draft(&kind(&case.body), &profile, &case.facts.facts()).unwrap();
            let mut found = check(&draft, read_prose);
            found.retain(|finding| file.codes.iter().any(|code| finding.code == code));
            let told: Vec<String> = found.iter().map(told).collect();
            let compared: Vec<String> =
                found.iter().flat_map(|f| &f.values).map(|v| v.replace('\u{a0}', "␣")).collect();
            let values_differ = case.values.as_ref().is_some_and(|values| *values != compared);
            if told != case.findings || values_differ {
                let expected = (&case.findings, &case.values);
                failures.push(format!(
                    "{name}: {}\n  expected {expected:#?}\n  found {:#?}",
                    case.what,
                    (told, compared)
                ));
            }
        }
    }
    assert!(failures.is_empty(), "{} failed:\n{}", failures.len(), failures.join("\n"));
}

fn told(finding: &Finding) -> String {
    let mut text = finding.severity.vietnamese().to_owned();
    if let Some(place) = &finding.place {
        text.push_str(&format!(" ({} {})", place.heading, place.block));
    }
    text.push_str(&format!(": {}", finding.message));
    if !finding.hint.is_empty() {
        text.push_str(&format!(" → {}", finding.hint));
    }
    text.replace('\u{a0}', "␣")
}

pub fn profile() -> Profile {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/profiles/hd05.toml");
    Profile::read("hd05", &std::fs::read_to_string(path).unwrap()).unwrap()
}

pub fn kind(body: &str) -> ReportKind {
    let settings = r#"
        name = "Báo cáo"
        side = "party"
        profile = "hd05"
        type_name = "BÁO CÁO"
        symbol = "BC"
        subject = "kết quả năm {{ nam }}"
        period = "year"
    "#;
    ReportKind::read("bao-cao", settings, body).unwrap()
}
