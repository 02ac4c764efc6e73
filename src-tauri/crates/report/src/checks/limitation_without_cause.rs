//! Limitations of the report's year that name no cause.

use std::collections::HashSet;

use tongket_model::{Conclusion, ConclusionId, ConclusionKind};
use tongket_template::Facts;

use crate::finding::Concern;
use crate::{Finding, Severity, Subject};

/// One warning for each limitation, those that are a part of another left out.
pub fn limitation_without_cause(facts: &dyn Facts) -> Vec<Finding> {
    let conclusions = facts.conclusions();
    let explained: HashSet<ConclusionId> = conclusions
        .iter()
        .filter(|one| one.kind == ConclusionKind::Cause)
        .filter_map(|cause| cause.part_of)
        .collect();
    // A group is explained by the causes of all that it holds.
    let is_explained = |one: &Conclusion| {
        let mut parts = facts.parts_of(one.id);
        parts.retain(|part| part.kind == ConclusionKind::Limitation);
        explained.contains(&one.id)
            || !parts.is_empty() && parts.iter().all(|part| explained.contains(&part.id))
    };
    let open = conclusions.iter().filter(|one| {
        one.kind == ConclusionKind::Limitation
            && one.year == facts.year()
            && one.part_of.is_none()
            && !is_explained(one)
    });
    open.map(|limitation| {
        let message = format!("hạn chế chưa nêu nguyên nhân: «{}»", shortened(&limitation.text));
        Finding::new("limitation-without-cause", Severity::Warning, message)
            .with_hint("Thêm nguyên nhân chủ quan, khách quan của hạn chế này.")
            .on(Subject::Conclusion(limitation.id))
            .concerning(Concern::Conclusion(limitation.id))
    })
    .collect()
}

/// As much of a text as a sentence can quote.
pub(super) fn shortened(text: &str) -> String {
    const LONGEST: usize = 80;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.to_owned(),
    }
}
