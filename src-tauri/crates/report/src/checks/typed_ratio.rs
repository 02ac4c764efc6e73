//! Percentages of plan typed by hand beside a figure whose ratio is known.

use tongket_figures::{Amount, Quantity, Unit, read_number};
use tongket_template::{EvidenceKind, Inline};

use crate::{Draft, Finding, Severity};

/// "bằng 152% kế hoạch" behind a figure of which the stored plan gives 152,27%.
pub fn typed_ratio(draft: &Draft) -> Vec<Finding> {
    let facts = draft.facts();
    let mut findings = Vec::new();
    for (place, line) in draft.lines() {
        for pair in line.windows(2) {
            let [Inline::Cited { cited, .. }, Inline::Text { text, .. }] = pair else { continue };
            let Some(evidence) = cited.evidence.first() else { continue };
            let (EvidenceKind::Figure(_), Some(slug), Some(value)) =
                (&evidence.kind, &evidence.indicator, &evidence.quantity)
            else {
                continue;
            };
            let Some(typed) = percent_of_plan_in(text) else { continue };
            let (Some(of), Some(period)) = (facts.indicator(slug.as_str()), evidence.period) else {
                continue;
            };
            let plans = tongket_template::plans_for(facts, of.id, period);
            let ratios: Vec<Amount> =
                plans.iter().filter_map(|plan| value.percent_of(&plan.quantity)).collect();
            let decimals = of.decimals.unwrap_or(facts.style().decimals);
            let nearest =
                ratios.iter().map(|ratio| ratio.round(decimals).trimmed()).min_by_key(|ratio| {
                    ratio.checked_sub(typed).map_or(Amount::ONE_HUNDRED, Amount::abs)
                });
            let Some(computed) = nearest.filter(|computed| *computed != typed) else { continue };
            let gap = computed.checked_sub(typed).map_or(Amount::ZERO, Amount::abs);
            let percent =
                |value| Quantity::of_amount(value, Unit::percent()).print_bare(facts.style());
            let points = Quantity::of_amount(gap, Unit::read("điểm %")).print_bare(facts.style());
            let message = format!(
                "tỷ lệ gõ tay {} khác tỷ lệ tính được {} (lệch {points})",
                percent(typed),
                percent(computed),
            );
            findings.push(
                Finding::new("typed-ratio", Severity::Error, message)
                    .at(place.clone())
                    .with_values([percent(typed), percent(computed)])
                    .with_hint(format!("Thay số gõ tay bằng so_voi_ke_hoach(\"{slug}\").")),
            );
        }
    }
    findings
}

/// The number of "… 152% kế hoạch" near the start of typed text, before the sentence ends.
fn percent_of_plan_in(text: &str) -> Option<Amount> {
    let end = text.find("% kế hoạch").or_else(|| text.find("% KH"))?;
    let before = &text[..end];
    if before.contains(". ") || before.contains(';') {
        return None;
    }
    let start = before.rfind(|c: char| !(c.is_ascii_digit() || matches!(c, ',' | '.')));
    let digits = start.map_or(before, |at| {
        let width = before[at..].chars().next().map_or(1, char::len_utf8);
        &before[at + width..]
    });
    read_number(digits).ok().map(|reading| reading.likely().trimmed())
}
