//! Delegations that stand among tasks: they give a right, and nobody has to report on them.

use std::collections::HashSet;

use tongket_figures::fold;
use tongket_model::ConclusionKind;
use tongket_template::{Block, Facts, Inline};

use super::limitation_without_cause::shortened;
use super::sentence::finding_at;
use crate::finding::Concern;
use crate::prose::Prose;
use crate::{Finding, Place, Severity, Subject};

/// Folded words with which a delegation begins.
const DELEGATES: [&str; 3] = ["uy quyen cho", "giao quyen cho", "phan cap cho"];

/// In the heading of a list of tasks, folded.
const TASKS: &str = "nhiem vu";

const CODE: &str = "delegation-as-task";

/// Whether the words give somebody a right: "ủy quyền Chủ tịch Ủy ban nhân dân …". "Ủy quyền gắn với
/// kiểm soát quyền lực" is a task whose object delegation is.
fn delegates(text: &str) -> bool {
    let text = text.trim_start_matches(|c: char| !c.is_alphabetic());
    let folded = fold(text);
    let to_a_name = || {
        let whom = text.split_whitespace().nth(2).and_then(|word| word.chars().next());
        folded.starts_with("uy quyen ") && whom.is_some_and(char::is_uppercase)
    };
    DELEGATES.iter().any(|words| folded.starts_with(words)) || to_a_name()
}

/// Rows of the report's year that are kept as tasks and delegate, or that say what a delegation says.
pub fn delegation_as_task(facts: &dyn Facts) -> Vec<Finding> {
    let of_year = || facts.conclusions().iter().filter(|one| one.year == facts.year());
    let delegations: HashSet<String> = of_year()
        .filter(|one| one.kind == ConclusionKind::Delegation)
        .map(|one| fold(&one.text))
        .collect();
    let tasks = of_year().filter(|one| one.kind == ConclusionKind::Task);
    let wrong =
        tasks.filter(|task| delegations.contains(&fold(&task.text)) || delegates(&task.text));
    wrong
        .map(|task| {
            let message = format!("nội dung ủy quyền ghi là nhiệm vụ: «{}»", shortened(&task.text));
            Finding::new(CODE, Severity::Warning, message)
                .with_hint("Đổi loại của dòng này thành ủy quyền.")
                .on(Subject::Conclusion(task.id))
                .concerning(Concern::Conclusion(task.id))
        })
        .collect()
}

/// Lines of lists, and cells of typed tables, under a heading of tasks that delegate.
pub fn delegation_among_tasks(prose: &Prose) -> Vec<Finding> {
    let lines = prose.lines.iter().filter(|line| {
        let block = line.place.block.checked_sub(1).and_then(|at| prose.draft.blocks.get(at));
        matches!(block, Some(Block::List(_))) && fold(&line.place.heading).contains(TASKS)
    });
    let wrong = lines.filter(|line| delegates(&line.text));
    let in_lists = wrong.map(|line| {
        let whole = 0..line.text.len();
        finding_at(CODE, Severity::Warning, among_tasks(&line.text), line, &whole)
            .with_hint("Chuyển xuống mục ủy quyền.")
    });
    in_lists.chain(in_tables(prose)).collect()
}

/// Of the tables that functions make [`delegation_as_task`] tells.
fn in_tables(prose: &Prose) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut heading = String::new();
    for (idx, block) in prose.draft.blocks.iter().enumerate() {
        match block {
            Block::Heading { content, .. } => heading = content.iter().map(Inline::text).collect(),
            Block::Table(table) if table.expression.is_empty() => {
                let is_of_tasks = fold(&heading).contains(TASKS);
                let place = Place { heading: heading.as_str().into(), block: idx + 1 };
                let cells = table.rows.iter().flat_map(|row| row.cells.iter().zip(&table.columns));
                for (cell, column) in cells {
                    let text = cell.text();
                    let is_task =
                        is_of_tasks || column.headings.iter().any(|of| fold(of).contains(TASKS));
                    if is_task && delegates(&text) {
                        let finding = Finding::new(CODE, Severity::Warning, among_tasks(&text));
                        let finding = finding.with_hint("Chuyển xuống mục ủy quyền.");
                        findings.push(finding.at(place.clone()));
                    }
                }
            }
            _ => {}
        }
    }
    findings
}

fn among_tasks(text: &str) -> String {
    format!("ủy quyền đứng trong danh mục nhiệm vụ: «{}»", shortened(text))
}
