//! The documents of a database, drafted by the program and read back by python.

use std::path::{Path, PathBuf};

use serde_json::Value;
use tongket_tests::{python, tongket};

use crate::case::{Case, Wanted};
use crate::changes::{self, Change};

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
    /// All paragraphs.
    exact: Vec<String>,
    /// The same, NBSP as space.
    lines: Vec<String>,
}

impl Documents {
    /// Everything that the sample offices can fill.
    pub fn of_samples() -> Documents {
        Documents::draft(&[], &[&["--all"]])
    }

    /// What the case speaks of, after its changes.
    pub fn of_case(case: &Case) -> Documents {
        let year = case.year.map(|year| year.to_string());
        let mut asked: Vec<Vec<&str>> = Vec::new();
        for kind in &case.kinds {
            let mut one = vec!["--kind", kind.as_str(), "--office", &case.office];
            one.extend(year.iter().flat_map(|year| ["--year", year.as_str()]));
            asked.push(one);
        }
        let asked: Vec<&[&str]> = asked.iter().map(Vec::as_slice).collect();
        Documents::draft(&case.changes, &asked)
    }

    /// Every kind for every sample office, of its newest year.
    pub fn of_all_kinds() -> Documents {
        let kinds = kinds();
        let pairs = ["hai-phong", "ha-tinh", "ha-noi"].into_iter().flat_map(|office| {
            kinds.iter().map(move |kind| ["--kind", kind.as_str(), "--office", office])
        });
        let pairs: Vec<[&str; 4]> = pairs.collect();
        let asked: Vec<&[&str]> = pairs.iter().map(<[&str; 4]>::as_slice).collect();
        Documents::draft(&[], &asked)
    }

    /// Drafts on the sample offices after `changes`, once for each list of arguments.
    fn draft(changes: &[Change], asked: &[&[&str]]) -> Documents {
        let folder = tempfile::tempdir().unwrap();
        let database = folder.path().join("tong-ket-mau.db");
        let made =
            tongket().arg("--db").arg(&database).args(["init", "--sample"]).output().unwrap();
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        if !changes.is_empty() {
            changes::make(&database, changes);
        }
        let mut results: Vec<Value> = Vec::new();
        for arguments in asked {
            let drafted = tongket()
                .args(["draft", "--sample", "--json", "--out-dir"])
                .arg(folder.path())
                .args(*arguments)
                .output()
                .unwrap();
            let told = String::from_utf8_lossy(&drafted.stderr);
            assert!(drafted.status.success(), "{arguments:?}: {told}");
            match serde_json::from_slice(&drafted.stdout).unwrap() {
                Value::Array(all) => results.extend(all),
                one => results.push(one),
            }
        }
        let paths: Vec<PathBuf> =
            results.iter().map(|result| PathBuf::from(result["path"].as_str().unwrap())).collect();
        let mut packages = read(&paths);
        let all = paths.iter().zip(results).map(|(path, result)| {
            let package = packages[path.to_str().unwrap()].take();
            let texts = package["texts"].as_array().into_iter().flatten();
            let exact: Vec<String> = texts.filter_map(Value::as_str).map(str::to_owned).collect();
            let lines = exact.iter().map(|line| line.replace('\u{a0}', " ")).collect();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            Document { name, result, package, exact, lines }
        });
        Documents { all: all.collect() }
    }
}

/// All kinds of report.
pub fn kinds() -> Vec<String> {
    let reports = Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/reports");
    let kinds = std::fs::read_dir(reports).unwrap();
    kinds.map(|kind| kind.unwrap().file_name().into_string().unwrap()).collect()
}

impl Document {
    /// Whether a paragraph begins with it, to the letter.
    pub fn begins(&self, text: &str) -> bool {
        self.exact.iter().any(|line| line.starts_with(text))
    }

    /// Whether the text stands in it, whatever the case of its first letter.
    pub fn prints(&self, text: &str) -> bool {
        self.line_with(text, 0).is_some()
    }

    pub fn prints_in_order(&self, texts: &[String]) -> bool {
        let mut from = 0;
        texts.iter().all(|text| {
            let found = self.line_with(text, from);
            from = found.map_or(from, |line| line + 1);
            found.is_some()
        })
    }

    /// How many paragraphs are exactly the text.
    pub fn n_lines(&self, text: &str) -> usize {
        self.lines.iter().filter(|line| *line == text).count()
    }

    fn line_with(&self, text: &str, from: usize) -> Option<usize> {
        let mut letters = text.chars();
        let Some(first) = letters.next() else { return Some(from) };
        let upper = first.to_uppercase().collect::<String>() + letters.as_str();
        let lower = first.to_lowercase().collect::<String>() + letters.as_str();
        let has = |line: &String| line.contains(&upper) || line.contains(&lower);
        (from..self.lines.len()).find(|at| has(&self.lines[*at]))
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
