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
            let (now, before) = (now.bounds().1, before.bounds().1);
            let Some(shifted) = Date::new(now.year(), before.month(), before.day()) else {
                continue;
            };
            let days = now.days_since(shifted).abs();
            if days > 0 {
                let values = [now.print(style), before.print(style)];
                findings.push(
                    Finding::new(
                        "same-period-mismatch",
                        Severity::Warning,
                        format!("mốc cùng kỳ lệch {days} ngày: {} và {}", values[0], values[1]),
                    )
                    .at(place.clone())
                    .with_values(values)
                    .with_hint("Câu văn phải nêu cả hai mốc."),
                );
            }
        }
    }
    findings
}
