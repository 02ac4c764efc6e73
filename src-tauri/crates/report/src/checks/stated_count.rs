//! Lists, and conclusions with parts, whose stated count is not the number of their rows.

use std::collections::HashMap;

use tongket_model::ConclusionId;
use tongket_template::Facts;

use super::limitation_without_cause::shortened;
use crate::finding::Concern;
use crate::{Finding, Severity, Subject};

/// "nêu 7, mới có 2" for each list around the report's year.
pub fn stated_count(facts: &dyn Facts) -> Vec<Finding> {
    let near = facts.year()..=facts.year() + 1;
    let lists = facts.lists().iter().filter(|list| near.contains(&list.year));
    lists
        .filter_map(|list| {
            let stated = list.stated_count?;
            let found = i64::try_from(list.items.len()).ok()?;
            if stated == found {
                return None;
            }
            let verb = if found < stated { "mới có" } else { "có" };
            let message = format!("{} năm {}: nêu {stated}, {verb} {found}", list.name, list.year);
            let finding = Finding::new("stated-count", Severity::Warning, message);
            let finding = finding.with_values([stated.to_string(), found.to_string()]);
            Some(finding.on(Subject::List(list.id)).concerning(Concern::List(list.id)))
        })
        .collect()
}

/// "nêu 02 nhiệm vụ, mới có 1" for each conclusion around the report's year that says how many parts
/// it has.
pub fn stated_parts(facts: &dyn Facts) -> Vec<Finding> {
    let mut parts: HashMap<ConclusionId, i64> = HashMap::new();
    for whole in facts.conclusions().iter().filter_map(|one| one.part_of) {
        *parts.entry(whole).or_default() += 1;
    }
    let near = facts.year()..=facts.year() + 1;
    let wholes = facts.conclusions().iter().filter(|one| near.contains(&one.year));
    wholes
        .filter_map(|whole| {
            let (stated, found) = (whole.stated_count?, *parts.get(&whole.id).unwrap_or(&0));
            if stated == found {
                return None;
            }
            let verb = if found < stated { "mới có" } else { "có" };
            let text = shortened(&whole.text);
            let words = [&stated.to_string(), whole.counting_word.as_str()].join(" ");
            let message = format!("«{text}»: nêu {}, {verb} {found}", words.trim_end());
            let finding = Finding::new("stated-count", Severity::Warning, message);
            let finding = finding.with_values([stated.to_string(), found.to_string()]);
            let finding = finding.on(Subject::Conclusion(whole.id));
            Some(finding.concerning(Concern::Conclusion(whole.id)))
        })
        .collect()
}
