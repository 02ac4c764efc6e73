//! Lists whose stated count is not the number of their rows.

use tongket_template::Facts;

use crate::{Finding, Severity};

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
            Some(finding.with_values([stated.to_string(), found.to_string()]))
        })
        .collect()
}
