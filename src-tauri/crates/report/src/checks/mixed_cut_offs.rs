//! Figures of different cut-off dates in one paragraph.

use tongket_figures::Period;
use tongket_template::{EvidenceKind, Inline};

use crate::{Draft, Finding, Severity};

/// One warning per paragraph whose figures of one year were cut off on different days.
pub fn mixed_cut_offs(draft: &Draft) -> Vec<Finding> {
    let style = draft.facts().style();
    let mut findings = Vec::new();
    for (place, line) in draft.lines() {
        let mut periods: Vec<Period> = Vec::new();
        for inline in line {
            let Inline::Cited { cited, .. } = inline else { continue };
            // Only the first evidence is the figure itself; the others are what it is compared with.
            let Some(first) = cited.evidence.first() else { continue };
            let Some(period) = first.period else { continue };
            let is_figure = matches!(first.kind, EvidenceKind::Figure(_));
            if is_figure && period.year() == draft.year && is_part_of_year(period) {
                periods.push(period);
            }
        }
        periods.dedup();
        let Some((first, other)) = differing(&periods) else { continue };
        let days = first.bounds().1.days_since(other.bounds().1).abs();
        let names = [first.print_cut_off(style), other.print_cut_off(style)];
        let message = format!("mốc số liệu khác nhau: {} và {}", names[0], names[1]);
        findings.push(
            Finding::new("mixed-cut-offs", Severity::Warning, message)
                .at(place)
                .with_values(names)
                .with_hint(format!("Hai mốc lệch {days} ngày: nêu rõ mốc của từng số liệu.")),
        );
    }
    findings
}

fn is_part_of_year(period: Period) -> bool {
    matches!(period, Period::CutOff(_) | Period::Months { .. } | Period::Quarter { .. })
}

fn differing(periods: &[Period]) -> Option<(Period, Period)> {
    let first = *periods.first()?;
    let other = periods.iter().find(|period| period.bounds().1 != first.bounds().1)?;
    Some((first, *other))
}
