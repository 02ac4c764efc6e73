//! Totals against the sum of their parts ("trong đó").

use std::collections::HashMap;

use tongket_figures::{Amount, Period, Quantity};
use tongket_model::{Indicator, IndicatorId};
use tongket_template::{Facts, figure_for_year, figure_in};

use super::is_definite;
use super::span::Span;
use crate::{Finding, Severity};

/// For each indicator with parts, in the report's year and the year before: a part larger than the
/// whole, and a sum of all parts that differs from the total. Plans are compared with the plans of
/// the same assigner and stretch, a medium-term plan too.
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
        let years = [facts.year() - 1, facts.year()];
        for total in years.into_iter().filter_map(|year| figure_for_year(facts, whole.id, year)) {
            let values = parts.iter().map(|part| {
                (*part, figure_in(facts, part.id, total.period).map(|figure| &figure.quantity))
            });
            let values: Vec<_> = values.collect();
            findings.extend(compare(facts, (whole, &total.quantity), total.period, &values));
        }
        for total in facts.plans(whole.id) {
            let (first, last) = total.period.bounds();
            if !years.iter().any(|year| (first.year()..=last.year()).contains(year)) {
                continue;
            }
            let values = parts.iter().map(|part| {
                let mut plans = facts.plans(part.id).iter();
                let same = plans
                    .find(|plan| plan.period == total.period && plan.assigner == total.assigner);
                (*part, same.map(|plan| &plan.quantity))
            });
            let values: Vec<_> = values.collect();
            findings.extend(compare(facts, (whole, &total.quantity), total.period, &values));
        }
    }
    findings
}

fn compare(
    facts: &dyn Facts,
    (whole, total): (&Indicator, &Quantity),
    period: Period,
    parts: &[(&Indicator, Option<&Quantity>)],
) -> Vec<Finding> {
    let style = facts.style();
    let unit = &total.unit;
    let mut findings = Vec::new();
    if !is_definite(total) {
        return findings;
    }
    let Some(whole_span) = Span::of(total, unit) else { return findings };
    let mut sum = Amount::ZERO;
    let mut sum_span = Span::exact(Amount::ZERO);
    let mut n_known = 0;
    for (part, value) in parts {
        let Some(value) = value.filter(|value| is_definite(value)) else { continue };
        let Ok(amount) = value.unit.convert(value.amount, unit) else { continue };
        let Ok(added) = sum.checked_add(amount) else { continue };
        let Some(span) = Span::of(value, unit) else { continue };
        let Some(spans) = sum_span.plus(span) else { continue };
        (sum, sum_span) = (added, spans);
        n_known += 1;
        if whole_span.is_below(span) {
            let message = format!(
                "phần «{}» {} lớn hơn tổng «{}» {} ({})",
                part.name,
                value.print_bare(style),
                whole.name,
                total.print_bare(style),
                period.print(style),
            );
            let finding = Finding::new("part-above-whole", Severity::Error, message);
            findings.push(finding.of(&part.slug));
        }
    }
    let complete = n_known == parts.len() && n_known > 1;
    let exceeds = whole_span.is_below(sum_span) && n_known > 1;
    if (complete && !whole_span.meets(sum_span)) || exceeds {
        let bare = |amount: Amount| Quantity::of_amount(amount, unit.clone());
        let gap = total.amount.checked_sub(sum).unwrap_or(Amount::ZERO).abs();
        let values = [bare(total.amount).print_number(style), bare(sum).print_number(style)];
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
                .with_hint(format!("Kiểm tra kỳ {}.", period.print(style))),
        );
    }
    findings
}
