//! Runs the files of `cases/`: facts as data, and for each template what it must become or how it
//! must be refused.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::Deserialize;
use tongket_template::{Block, Cited, Evidence, Facts, Gap, Inline, TableCell, TemplateError};

use crate::fixture::Written;
use crate::outline::outline;

/// One file: facts shared by its cases.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseFile {
    facts: Written,
    #[serde(rename = "case")]
    pub cases: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    pub what: String,
    pub template: String,
    /// The outline of what it becomes.
    pub blocks: Option<Vec<String>>,
    /// The one paragraph it becomes.
    pub text: Option<String>,
    /// The whole sentence of the refusal.
    pub error: Option<String>,
    /// Kind, subject and hint of every gap.
    gaps: Option<Vec<String>>,
    /// What the printed values rest on.
    evidence: Option<Vec<String>>,
    /// The calls written out, of values and of gaps.
    expressions: Option<Vec<String>>,
}

impl CaseFile {
    pub fn facts(&self) -> Arc<dyn Facts> {
        self.facts.facts()
    }
}

/// Every file of a folder of this suite with its name.
pub fn files<T: for<'de> Deserialize<'de>>(folder: &str) -> Vec<(String, T)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("template").join(folder);
    let entries = std::fs::read_dir(folder).unwrap();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    assert!(!paths.is_empty());
    let read = |path: PathBuf| {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let file = toml::from_str(&std::fs::read_to_string(&path).unwrap());
        (name.clone(), file.unwrap_or_else(|error| panic!("{name}: {error}")))
    };
    paths.into_iter().map(read).collect()
}

/// The template of a case rendered on the facts of its file.
pub fn rendered(case: &Case, facts: &Arc<dyn Facts>) -> Result<Vec<Block>, TemplateError> {
    tongket_template::render("mẫu", &case.template, facts)
}

#[test]
fn every_case() {
    let mut failures = Vec::new();
    for (name, file) in files::<CaseFile>("cases") {
        let facts = file.facts();
        for case in &file.cases {
            let found = differences(case, &rendered(case, &facts));
            failures.extend(found.iter().map(|text| format!("{name}: {}\n{text}", case.what)));
        }
    }
    assert!(failures.is_empty(), "{} failed:\n{}", failures.len(), failures.join("\n"));
}

fn differences(case: &Case, result: &Result<Vec<Block>, TemplateError>) -> Vec<String> {
    let blocks = match result {
        Err(error) => {
            let expected = case.error.as_ref().map_or(Vec::new(), |error| vec![error.clone()]);
            return compared("error", &Some(expected), &[error.to_string()]);
        }
        Ok(blocks) => blocks,
    };
    let paragraph = case.text.as_ref().map(|text| vec![format!("p: {text}")]);
    let expected = case.blocks.clone().or(paragraph).unwrap_or_default();
    let (cited, gaps) = values(blocks);
    let mut found = compared("blocks", &Some(expected), &outline(blocks));
    let told = |gap: &Arc<Gap>| format!("{} {} {}", gap.kind.code(), gap.subject, gap.hint);
    let told: Vec<String> = gaps.iter().map(|gap| told(gap).trim().to_owned()).collect();
    found.extend(compared("gaps", &case.gaps, &told));
    let grounds: Vec<String> = cited.iter().flat_map(|c| &c.evidence).map(ground).collect();
    found.extend(compared("evidence", &case.evidence, &grounds));
    let expressions = cited.iter().map(|cited| cited.expression.clone());
    let expressions: Vec<String> =
        expressions.chain(gaps.iter().map(|gap| gap.expression.clone())).collect();
    found.extend(compared("expressions", &case.expressions, &expressions));
    found
}

/// A case says nothing about what it leaves out.
fn compared(what: &str, expected: &Option<Vec<String>>, found: &[String]) -> Vec<String> {
    match expected {
        Some(expected) if expected != found => {
            vec![format!("  {what}: expected {expected:#?}\n  found {found:#?}")]
        }
        _ => Vec::new(),
    }
}

fn ground(evidence: &Evidence) -> String {
    let style = tongket_figures::Style::default();
    let period = evidence.period.map(|period| period.print(&style)).unwrap_or_default();
    let value = evidence.quantity.as_ref().map(|q| q.print(&style)).unwrap_or_default();
    let parts = [evidence.subject.as_str(), &period, &value.replace('\u{a0}', "␣")];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" | ")
}

/// Everything printed by expressions, cells of tables included.
pub fn values(blocks: &[Block]) -> (Vec<Arc<Cited>>, Vec<Arc<Gap>>) {
    let (mut cited, mut gaps) = (Vec::new(), Vec::new());
    for block in blocks {
        match block {
            Block::Heading { content, .. } | Block::Paragraph(content) => {
                take(content, &mut cited, &mut gaps);
            }
            Block::List(lines) => {
                lines.iter().for_each(|line| take(&line.content, &mut cited, &mut gaps));
            }
            Block::Table(table) => {
                for cell in table.rows.iter().flat_map(|row| &row.cells) {
                    if let TableCell::Content(content) = cell {
                        take(content, &mut cited, &mut gaps);
                    }
                }
                if !table.expression.is_empty() {
                    cited.extend(table.cited.iter().cloned());
                    gaps.extend(table.gaps.iter().cloned());
                }
            }
        }
    }
    (cited, gaps)
}

fn take(line: &[Inline], cited: &mut Vec<Arc<Cited>>, gaps: &mut Vec<Arc<Gap>>) {
    for inline in line {
        match inline {
            Inline::Cited { cited: value, .. } => cited.push(Arc::clone(value)),
            Inline::Gap(gap) => gaps.push(Arc::clone(gap)),
            Inline::Text { .. } | Inline::LineBreak => {}
        }
    }
}
