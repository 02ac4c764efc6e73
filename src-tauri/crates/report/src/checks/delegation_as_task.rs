//! Delegations that stand among tasks: they give a right, and nobody has to report on them.

use std::collections::HashSet;

use tongket_figures::fold;
use tongket_model::ConclusionKind;
use tongket_template::{Block, Facts};

use super::limitation_without_cause::shortened;
use super::sentence::finding_at;
use crate::finding::Concern;
use crate::prose::Prose;
use crate::{Finding, Severity, Subject};

/// Folded words with which a delegation begins.
const DELEGATES: [&str; 3] = ["uy quyen cho", "giao quyen cho", "phan cap cho"];

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
            Finding::new("delegation-as-task", Severity::Warning, message)
                .with_hint("Đổi loại của dòng này thành ủy quyền.")
                .on(Subject::Conclusion(task.id))
                .concerning(Concern::Conclusion(task.id))
        })
        .collect()
}

/// Lines of lists under a heading of tasks that delegate.
pub fn delegation_among_tasks(prose: &Prose) -> Vec<Finding> {
    let lines = prose.lines.iter().filter(|line| {
        let block = line.place.block.checked_sub(1).and_then(|at| prose.draft.blocks.get(at));
        matches!(block, Some(Block::List(_))) && fold(&line.place.heading).contains("nhiem vu")
    });
    let wrong = lines.filter(|line| delegates(&line.text));
    wrong
        .map(|line| {
            let message =
                format!("ủy quyền đứng trong danh mục nhiệm vụ: «{}»", shortened(&line.text));
            finding_at(
                "delegation-as-task",
                Severity::Warning,
                message,
                line,
                &(0..line.text.len()),
            )
            .with_hint("Chuyển xuống mục ủy quyền.")
        })
        .collect()
}
