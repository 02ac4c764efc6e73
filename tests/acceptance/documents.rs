//! The documents of a database, drafted by the program and read back by python.

use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde_json::Value;
use tongket_tests::{python, tongket};

use crate::case::{Case, Wanted};
use crate::changes;

pub struct Documents {
    pub all: Vec<Document>,
}

pub struct Document {
    /// Its file name: kind, office and year.
    pub name: String,
    /// What the program said of it.
    pub result: Value,
    /// What the foreign reader found in it.
    pub package: Value,
    /// All paragraphs, NBSP as space, one line each.
    text: String,
}

/// What the samples say can be drafted from them.
#[derive(Deserialize)]
struct Sample {
    report: Vec<Report>,
}

#[derive(Deserialize)]
struct Report {
    #[serde(skip)]
    office: String,
    kind: String,
    year: i32,
}

fn reports() -> Vec<Report> {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/sample");
    let mut all = Vec::new();
    for sample in std::fs::read_dir(samples).unwrap() {
        let sample = sample.unwrap();
        let text = std::fs::read_to_string(sample.path().join("office.toml")).unwrap();
        let office = sample.file_name().into_string().unwrap();
        let of_office: Sample = toml::from_str(&text).unwrap();
        all.extend(of_office.report.into_iter().map(|it| Report { office: office.clone(), ..it }));
    }
    all
}

impl Documents {
    /// Drafts everything that the samples can fill.
    pub fn of_samples() -> Documents {
        let folder = tempfile::tempdir().unwrap();
        let drafted = tongket()
            .args(["draft", "--sample", "--all", "--json", "--out-dir"])
            .arg(folder.path())
            .output()
            .unwrap();
        assert!(drafted.status.success(), "{}", String::from_utf8_lossy(&drafted.stderr));
        Documents::read(serde_json::from_slice(&drafted.stdout).unwrap())
    }

    /// Drafts what a case concerns, after its changes.
    pub fn of_case(case: &Case) -> Documents {
        let folder = tempfile::tempdir().unwrap();
        let database = folder.path().join("a.db");
        let run = |arguments: &[&str]| {
            let done = tongket().arg("--db").arg(&database).args(arguments).output().unwrap();
            assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
            done.stdout
        };
        run(&["init", "--sample"]);
        changes::make(&database, &case.changes);
        let out = folder.path().to_str().unwrap();
        let wanted = reports().into_iter().filter(|it| case.drafts(&it.office, &it.kind));
        let drafted = wanted.map(|it| {
            let year = if case.year == 0 { it.year } else { case.year };
            let (kind, office, year) = (&it.kind, &it.office, year.to_string());
            let draft = ["draft", "--kind", kind, "--office", office, "--year", &year];
            let stdout = run(&[&draft[..], &["--json", "--out-dir", out]].concat());
            serde_json::from_slice(&stdout).unwrap()
        });
        Documents::read(drafted.collect())
    }

    fn read(results: Vec<Value>) -> Documents {
        let paths: Vec<PathBuf> =
            results.iter().map(|result| PathBuf::from(result["path"].as_str().unwrap())).collect();
        let mut packages = read(&paths);
        let all = paths.iter().zip(results).map(|(path, result)| {
            let package = packages[path.to_str().unwrap()].take();
            let texts = package["texts"].as_array().into_iter().flatten();
            let lines: Vec<String> =
                texts.filter_map(Value::as_str).map(|line| line.replace('\u{a0}', " ")).collect();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            Document { name, result, package, text: lines.join("\n") }
        });
        Documents { all: all.collect() }
    }
}

impl Document {
    /// Whether the text stands in it, whatever the case of its first letter.
    pub fn prints(&self, text: &str) -> bool {
        let mut letters = text.chars();
        let Some(first) = letters.next() else { return true };
        let upper = first.to_uppercase().collect::<String>() + letters.as_str();
        let lower = first.to_lowercase().collect::<String>() + letters.as_str();
        self.text.contains(&upper) || self.text.contains(&lower)
    }

    pub fn finds(&self, wanted: &Wanted) -> bool {
        let says = |finding: &Value, part: &str| {
            let text = finding[part].as_str().unwrap_or_default().replace('\u{a0}', " ");
            text.contains(&wanted.says)
        };
        let of_code = |finding: &&Value| finding["code"] == wanted.code.as_str();
        let mut findings = self.findings().filter(of_code);
        findings.any(|finding| says(finding, "message") || says(finding, "hint"))
    }

    pub fn has_finding(&self, code: &str) -> bool {
        self.findings().any(|finding| finding["code"] == code)
    }

    fn findings(&self) -> impl Iterator<Item = &Value> {
        self.result["findings"].as_array().into_iter().flatten()
    }
}

/// What `tongket import --json` says of a workbook of the import's own cases.
pub fn import(file: &str, office: &str) -> Value {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("a.db");
    let made = tongket().arg("--db").arg(&database).args(["init", "--sample"]).output().unwrap();
    assert!(made.status.success());
    let workbook = Path::new(env!("CARGO_MANIFEST_DIR")).join("intake").join(file);
    let read = tongket()
        .arg("--db")
        .arg(&database)
        .args(["import", "--dry-run", "--json", "--office", office])
        .arg(workbook)
        .output()
        .unwrap();
    assert!(read.status.success(), "{}", String::from_utf8_lossy(&read.stderr));
    serde_json::from_slice(&read.stdout).unwrap()
}

fn read(paths: &[PathBuf]) -> Value {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("docx/read_package.py");
    let read = python().arg(script).args(paths).output().unwrap();
    assert!(read.status.success(), "{}", String::from_utf8_lossy(&read.stderr));
    serde_json::from_slice(&read.stdout).unwrap()
}
