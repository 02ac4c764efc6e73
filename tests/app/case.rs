//! The cases as they stand in `cases/*.toml`, and what an answer lacks of what a step expects.

use std::collections::BTreeMap;
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::Deserialize;
use serde_json::Value;
use tongket_tests::word_text;

use crate::action::Action;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    pub name: String,
    #[serde(default)]
    pub database: Database,
    /// Files in the folder of the case, by name: copies from the tests' folder, and texts.
    #[serde(default)]
    pub copies: BTreeMap<String, String>,
    #[serde(default)]
    pub texts: BTreeMap<String, String>,
    pub step: Vec<Step>,
}

/// What is open at the start.
#[derive(Deserialize, Default, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Database {
    /// The sample offices, as the person's own database.
    #[default]
    Sample,
    /// The same without its memory, but for two documents.
    Bare,
    None,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Done first: the file of the database is lost, and this text stands in its place.
    pub overwritten: Option<String>,
    /// Done first: the first page of this table becomes noise, and the window is started anew.
    pub damaged_table: Option<String>,
    /// Done first: the window is closed and started again.
    #[serde(default)]
    pub restarted: bool,
    /// Done first by another program on the same file.
    pub elsewhere: Option<Action>,
    /// What the window asks for, as it asks for it.
    pub ask: Action,
    /// JSON pointer into the answer, and the value there.
    #[serde(default)]
    pub json: BTreeMap<String, toml::Value>,
    /// JSON pointer to an array, and its length.
    #[serde(default)]
    pub lengths: BTreeMap<String, usize>,
    /// "indicator/column" and the text of that cell among the rows of the answer; "" for none.
    #[serde(default)]
    pub cells: BTreeMap<String, String>,
    /// The same, and what stands beside the cell: its kind, state or problem.
    #[serde(default)]
    pub marks: BTreeMap<String, String>,
    /// Slugs of the rows of the answer, in order.
    pub rows: Option<Vec<String>>,
    /// Texts that stand somewhere in the answer.
    #[serde(default)]
    pub says: Vec<String>,
    /// What stands, and what does not, in the Word file that the answer is.
    #[serde(default)]
    pub word: Vec<String>,
    #[serde(default)]
    pub word_lacks: Vec<String>,
    /// Parts of the refusal; the step must succeed when none are given.
    #[serde(default)]
    pub error: Vec<String>,
}

/// The cases of every file, each with the file's name before its own.
pub fn all() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("app/cases");
    let mut paths: Vec<_> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let read = |path: std::path::PathBuf| {
        let subject = path.file_stem().unwrap().to_string_lossy().into_owned();
        let file: Result<File, _> = toml::from_str(&std::fs::read_to_string(&path).unwrap());
        let file = file.unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let named = move |case: Case| Case { name: format!("{subject}: {}", case.name), ..case };
        file.case.into_iter().map(named)
    };
    paths.into_iter().flat_map(read).collect()
}

/// What is wrong with an answer, one line each.
pub fn failures_of(step: &Step, answer: Result<Value, String>) -> Vec<String> {
    let answer = match answer {
        Ok(_) if !step.error.is_empty() => return vec!["is not refused".to_owned()],
        Ok(answer) => answer,
        Err(said) => {
            let lacking = step.error.iter().filter(|part| !said.contains(*part));
            let mut failures: Vec<_> =
                lacking.map(|part| format!("«{said}» lacks «{part}»")).collect();
            if step.error.is_empty() {
                failures.push(format!("is refused: {said}"));
            }
            return failures;
        }
    };
    let mut failures = Vec::new();
    for (pointer, wanted) in &step.json {
        let wanted = serde_json::to_value(wanted).unwrap();
        // TOML has no null.
        let wanted = if wanted == "null" { Value::Null } else { wanted };
        expect(&mut failures, pointer, answer.pointer(pointer).unwrap_or(&Value::Null), &wanted);
    }
    for (pointer, wanted) in &step.lengths {
        let found = answer.pointer(pointer).and_then(Value::as_array).map(Vec::len);
        expect(&mut failures, pointer, &found, &Some(*wanted));
    }
    let rows = rows(&answer);
    for (place, wanted) in &step.cells {
        let text = cell(rows, place).map_or("", |cell| cell["text"].as_str().unwrap());
        expect(&mut failures, place, text, wanted.as_str());
    }
    for (place, wanted) in &step.marks {
        let cell = cell(rows, place).cloned().unwrap_or_default().to_string();
        if !cell.contains(wanted) {
            failures.push(format!("{place}: {cell} lacks «{wanted}»"));
        }
    }
    if let Some(wanted) = &step.rows {
        let found: Vec<_> = rows.iter().map(|row| row["indicator"].as_str().unwrap()).collect();
        expect(&mut failures, "rows", &found, &wanted.iter().map(String::as_str).collect());
    }
    if !step.word.is_empty() || !step.word_lacks.is_empty() {
        let word = word_of(&answer);
        let lacking = step.word.iter().filter(|part| !word.contains(*part));
        failures.extend(lacking.map(|part| format!("«{part}» does not stand in the Word file")));
        let found = step.word_lacks.iter().filter(|part| word.contains(*part));
        failures.extend(found.map(|part| format!("«{part}» stands in the Word file")));
    }
    let text = answer.to_string();
    let lacking = step.says.iter().filter(|part| !text.contains(*part));
    failures.extend(lacking.map(|part| format!("{text} lacks «{part}»")));
    failures
}

/// The answer of a preview, as the foreign reader reads it.
fn word_of(answer: &Value) -> String {
    let file = tempfile::Builder::new().suffix(".docx").tempfile().unwrap();
    let bytes = STANDARD.decode(answer.as_str().unwrap()).unwrap();
    std::fs::write(file.path(), bytes).unwrap();
    word_text(file.path())
}

/// Those of a grid, or the answer itself when it is rows.
fn rows(answer: &Value) -> &[Value] {
    let rows = answer.get("rows").unwrap_or(answer);
    rows.as_array().map_or(&[], Vec::as_slice)
}

fn cell<'r>(rows: &'r [Value], place: &str) -> Option<&'r Value> {
    let (indicator, column) = place.split_once('/').unwrap();
    let row = rows.iter().find(|row| row["indicator"] == indicator);
    let row = row.unwrap_or_else(|| panic!("no row {indicator}"));
    row["cells"].get(column)
}

fn expect<T: PartialEq + std::fmt::Debug + ?Sized>(
    failures: &mut Vec<String>,
    what: &str,
    found: &T,
    wanted: &T,
) {
    if found != wanted {
        failures.push(format!("{what}: {found:?} instead of {wanted:?}"));
    }
}
