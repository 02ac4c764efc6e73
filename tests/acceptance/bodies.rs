//! What the checks say of a body that a person typed, on the sample offices after the case's changes.

use serde_json::Value;
use tongket_tests::tongket;

use crate::changes::{self, Change};

const SETTINGS: &str = r#"name = "Báo cáo để thử"
side = "party"
profile = "hd05"
type_name = "BÁO CÁO"
symbol = "BC"
subject = "kết quả năm {{ nam }}"
period = "year"
"#;

/// The findings of `tongket check`, spaces plain.
pub fn findings(body: &str, office: &str, year: i32, changes: &[Change]) -> Vec<Value> {
    let folder = tempfile::tempdir().unwrap();
    let (database, kind) = (folder.path().join("mau.db"), folder.path().join("mau"));
    let made = tongket().arg("--db").arg(&database).args(["init", "--sample"]).output().unwrap();
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    if !changes.is_empty() {
        changes::make(&database, changes);
    }
    std::fs::create_dir(&kind).unwrap();
    std::fs::write(kind.join("kind.toml"), SETTINGS).unwrap();
    std::fs::write(kind.join("body.md"), body).unwrap();
    let checked = tongket()
        .arg("--db")
        .arg(&database)
        .args(["check", "--json", "--office", office, "--year", &year.to_string(), "--kind"])
        .arg(&kind)
        .output()
        .unwrap();
    assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stderr));
    let text = String::from_utf8(checked.stdout).unwrap().replace('\u{a0}', " ");
    let mut found: Value = serde_json::from_str(&text).unwrap();
    match found["findings"].take() {
        Value::Array(findings) => findings,
        other => panic!("no findings: {other}"),
    }
}
