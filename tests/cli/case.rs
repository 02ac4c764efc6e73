//! The cases as they stand in `cases/*.toml`: a folder to start from, runs of the program in it,
//! and what each run must say and leave.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;

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
    /// The second since 1970 on which the clock stands; the machine's own when not given.
    pub clock: Option<u64>,
    /// Done in this order before the first step.
    #[serde(default)]
    pub prepare: Vec<Prepare>,
    pub step: Vec<Step>,
}

/// What `so-lieu.db` is at the start.
#[derive(Deserialize, Default, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Database {
    /// With the sample offices.
    #[default]
    Sample,
    /// The same without its memory, but for two documents.
    Bare,
    Empty,
    None,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub enum Prepare {
    File {
        at: String,
        text: String,
    },
    /// A file that nobody has written to for a day.
    Forgotten(String),
    Folder(String),
    /// A file of the repository, by its path from the folder of the tests.
    Copy {
        from: String,
        at: String,
    },
    /// A copy of the case's own database.
    Own(String),
    /// Bytes written over those of a file.
    Patch {
        file: String,
        at: usize,
        bytes: Vec<u8>,
    },
    /// A disk of its own of this many KiB.
    Disk {
        at: String,
        kib: u32,
    },
    /// Makes such a disk read-only.
    ReadOnly(String),
}

/// A text, or any bytes.
#[derive(Deserialize)]
#[serde(untagged)]
pub enum Stdin {
    Text(String),
    Bytes(Vec<u8>),
}

/// One run. When it is refused (a code from 2 on), every file must be as before, unless `may_change`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Done first: workbooks, and what a person types into cells of their first sheet.
    #[serde(default)]
    pub fill: BTreeMap<String, BTreeMap<String, String>>,
    pub run: Vec<String>,
    /// An empty value takes the variable away.
    #[serde(default)]
    pub env: BTreeMap<String, String>,
    /// What it reads from the standard input, which is empty otherwise.
    pub stdin: Option<Stdin>,
    /// A file that takes the standard output, or "closed".
    pub stdout_to: Option<String>,
    #[serde(default)]
    pub code: i32,
    /// Parts of the standard output.
    #[serde(default)]
    pub says: Vec<String>,
    /// Stand nowhere in it.
    #[serde(default)]
    pub silent: Vec<String>,
    /// JSON pointer into the standard output, and the value there.
    #[serde(default)]
    pub json: BTreeMap<String, toml::Value>,
    /// JSON pointer to an array, and its length.
    #[serde(default)]
    pub lengths: BTreeMap<String, usize>,
    /// Parts of the one line of the standard error; that is empty when none are given.
    #[serde(default)]
    pub error: Vec<String>,
    /// Name under which the standard output is kept.
    pub keep: Option<String>,
    /// Name of an output kept earlier that this one must equal.
    pub same_as: Option<String>,
    /// Name of one that it must not equal.
    pub differs_from: Option<String>,
    /// No file may change.
    #[serde(default)]
    pub changes_nothing: bool,
    /// Something was saved before the refusal.
    #[serde(default)]
    pub may_change: bool,
    /// All files afterwards, sorted.
    pub files: Option<Vec<String>>,
    /// Pairs of files that must hold the same bytes.
    #[serde(default)]
    pub same_bytes: Vec<[String; 2]>,
    /// Pairs of files that must not.
    #[serde(default)]
    pub different_bytes: Vec<[String; 2]>,
    /// Workbooks and their cells ("sheet!F2") as openpyxl reads them: the type's letter ("s" text,
    /// "n" number, "f" formula) and the value.
    #[serde(default)]
    pub workbook: BTreeMap<String, BTreeMap<String, String>>,
    /// Word files and texts that stand in them.
    #[serde(default)]
    pub word: BTreeMap<String, Vec<String>>,
    /// Word files and texts that do not.
    #[serde(default)]
    pub word_lacks: BTreeMap<String, Vec<String>>,
}

/// The cases of every file, each with the file's name before its own.
pub fn all() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("cli/cases");
    let mut paths: Vec<_> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let read = |path: std::path::PathBuf| {
        let subject = path.file_stem().unwrap().to_string_lossy().into_owned();
        let file: Result<File, _> = toml::from_str(&std::fs::read_to_string(&path).unwrap());
        let file = file.unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        file.case
            .into_iter()
            .map(move |case| Case { name: format!("{subject}: {}", case.name), ..case })
    };
    paths.into_iter().flat_map(read).collect()
}
