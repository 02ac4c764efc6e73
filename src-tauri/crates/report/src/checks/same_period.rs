//! Comparisons called "cùng kỳ" whose two cut-offs are not the same day of the year.

use tongket_figures::Date;
use tongket_template::Inline;

use crate::{Draft, Finding, Severity};

/// A warning for each comparison with the same period whose days differ.
pub fn same_period(draft: &Draft) -> Vec<Finding> {
    let style = draft.facts().style();
    let mut findings = Vec::new();
    for (place, line) in draft.lines() {
        for inline in line {
            let Inline::Cited { cited, .. } = inline else { continue };
            if !cited.text.contains("cùng kỳ") {
                continue;
            }
            let [now, before] = cited.evidence.as_slice() else { continue };
            let (Some(now), Some(before)) = (now.period, before.period) else { continue };
            let same = now.same_period_last_year() == Some(before);
            let (now, before) = (now.bounds().1, before.bounds().1);
            let days = days_apart(now, before);
            if days > 0 && !same {
                let values = [now.print(style), before.print(style)];
                findings.push(
                    Finding::new(
                        "same-period-mismatch",
                        Severity::Warning,
                        format!("mốc cùng kỳ lệch {days} ngày: {} và {}", values[0], values[1]),
                    )
                    .at(place.clone())
                    .about(cited)
                    .with_values(values)
                    .with_hint("Câu văn phải nêu cả hai mốc."),
                );
            }
        }
    }
    findings
}

/// How far apart the two days stand in their years; 29 February counts as the 28th in a year
/// without it.
pub(super) fn days_apart(now: Date, before: Date) -> i64 {
    let in_year = |day| Date::new(now.year(), before.month(), day);
    let shifted = in_year(before.day()).or_else(|| in_year(28)).unwrap_or(before);
    now.days_since(shifted).abs()
}
