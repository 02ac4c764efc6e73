//! Totals against the sum of their parts ("trong đó").

use std::collections::HashMap;

use tongket_figures::{Amount, Quantity};
use tongket_model::{Figure, Indicator, IndicatorId};
use tongket_template::{Facts, figure_for_year, figure_in};

use super::is_definite;
use crate::{Finding, Severity};

/// For each indicator with parts, in the report's year and the year before: a part larger than the
/// whole, and a sum of all parts that differs from the total.
pub fn parts_and_totals(facts: &dyn Facts) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut parts_of: HashMap<IndicatorId, Vec<&Indicator>> = HashMap::new();
    for part in facts.indicators() {
        if let Some(whole) = part.part_of {
            parts_of.entry(whole).or_default().push(part);
        }
    }
    for whole in facts.indicators() {
        let Some(parts) = parts_of.get(&whole.id) else { continue };
        for year in [facts.year() - 1, facts.year()] {
            if let Some(total) = figure_for_year(facts, whole.id, year) {
                findings.extend(compare(facts, whole, total, parts));
            }
        }
    }
    findings
}

fn compare(
    facts: &dyn Facts,
    whole: &Indicator,
    total: &Figure,
    parts: &[&Indicator],
) -> Vec<Finding> {
    let style = facts.style();
    let unit = &total.quantity.unit;
    let mut findings = Vec::new();
    if !is_definite(&total.quantity) {
        return findings;
    }
    let mut sum = Amount::ZERO;
    let mut n_known = 0;
    for part in parts {
        let figure = figure_in(facts, part.id, total.period);
        let Some(figure) = figure.filter(|figure| is_definite(&figure.quantity)) else { continue };
        let Ok(amount) = figure.quantity.unit.convert(figure.quantity.amount, unit) else {
            continue;
        };
        let Ok(added) = sum.checked_add(amount) else { continue };
        sum = added;
        n_known += 1;
        if amount > total.quantity.amount {
            let message = format!(
                "phần «{}» {} lớn hơn tổng «{}» {} ({})",
                part.name,
                figure.quantity.print_bare(style),
                whole.name,
                total.quantity.print_bare(style),
                total.period.print(style),
            );
            let finding = Finding::new("part-above-whole", Severity::Error, message);
            findings.push(finding.of(&part.slug));
        }
    }
    let complete = n_known == parts.len() && n_known > 1;
    let exceeds = sum > total.quantity.amount && n_known > 1;
    if (complete && sum != total.quantity.amount) || exceeds {
        let bare = |amount: Amount| Quantity::of_amount(amount, unit.clone());
        let gap = total.quantity.amount.checked_sub(sum).unwrap_or(Amount::ZERO).abs();
        let values =
            [bare(total.quantity.amount).print_number(style), bare(sum).print_number(style)];
        let message = format!(
            "{}: tổng {} khác cộng thành phần {}: chênh {}",
            whole.name,
            values[0],
            values[1],
            bare(gap.trimmed()).print_bare(style),
        );
        let severity = if exceeds { Severity::Error } else { Severity::Warning };
        findings.push(
            Finding::new("sum-of-parts", severity, message)
                .of(&whole.slug)
                .with_values(values)
                .with_hint(format!("Kiểm tra kỳ {}.", total.period.print(style))),
        );
    }
    findings
}
