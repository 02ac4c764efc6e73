//! Percentages of plan typed by hand beside a figure whose ratio is known.

use tongket_figures::{Amount, Quantity, Unit, read_number};
use tongket_template::{Cited, EvidenceKind, Facts, Inline, plans_for};

use crate::{Draft, Finding, Severity};

/// "bằng 152% kế hoạch" behind a figure of which the stored plan gives 152,27%.
pub fn typed_ratio(draft: &Draft) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (place, line) in draft.lines() {
        for (idx, inline) in line.iter().enumerate() {
            let Inline::Cited { cited, .. } = inline else { continue };
            let typed = line[idx + 1..].iter().map_while(|inline| match inline {
                Inline::Text { text, .. } => Some(text.as_str()),
                _ => None,
            });
            let typed = percent_of_plan_in(&typed.collect::<String>());
            let finding = typed.and_then(|typed| compare(draft.facts(), cited, typed));
            findings.extend(finding.map(|finding| finding.at(place.clone())));
        }
    }
    findings
}

/// The typed percentage against the nearest of those that the figure's plans give.
fn compare(facts: &dyn Facts, cited: &Cited, typed: Amount) -> Option<Finding> {
    let evidence = cited.evidence.first()?;
    let EvidenceKind::Figure(_) = evidence.kind else { return None };
    let (slug, value) = (evidence.indicator.as_ref()?, evidence.quantity.as_ref()?);
    let of = facts.indicator(slug.as_str())?;
    let plans = plans_for(facts, of.id, evidence.period?);
    let decimals = of.decimals.unwrap_or(facts.style().decimals);
    let ratios = plans.iter().filter_map(|plan| value.percent_of(&plan.quantity));
    let distance = |ratio: Amount| ratio.checked_sub(typed).map_or(Amount::ZERO, Amount::abs);
    let computed =
        ratios.map(|ratio| ratio.round(decimals).trimmed()).min_by_key(|ratio| distance(*ratio))?;
    if computed == typed {
        return None;
    }
    let in_unit = |amount, unit| Quantity::of_amount(amount, unit).print_bare(facts.style());
    let values = [in_unit(typed, Unit::percent()), in_unit(computed, Unit::percent())];
    let message = format!(
        "tỷ lệ gõ tay {} khác tỷ lệ tính được {} (lệch {})",
        values[0],
        values[1],
        in_unit(distance(computed), Unit::read("điểm %")),
    );
    Some(
        Finding::new("typed-ratio", Severity::Error, message)
            .with_values(values)
            .with_hint(format!("Thay số gõ tay bằng so_voi_ke_hoach(\"{slug}\").")),
    )
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
