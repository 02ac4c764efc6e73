//! Cumulative indicators against the yearly ones they add up.

use tongket_figures::Quantity;
use tongket_template::{Facts, figure_for_year};

use super::is_definite;
use super::span::Span;
use crate::{Finding, Severity};

/// A sum below the year's own figure, and a sum that is not last year's plus this year's.
pub fn cumulative(facts: &dyn Facts) -> Vec<Finding> {
    let (style, year) = (facts.style(), facts.year());
    let mut findings = Vec::new();
    for indicator in facts.indicators() {
        let Some(yearly) = indicator.cumulates else { continue };
        let Some(sum) = figure_for_year(facts, indicator.id, year) else { continue };
        let Some(this) = figure_for_year(facts, yearly, year) else { continue };
        // "hơn 94.000" may be any number above it.
        if !is_definite(&sum.quantity) || !is_definite(&this.quantity) {
            continue;
        }
        let Some(this_amount) = this.quantity.comparable_in(&sum.quantity) else { continue };
        let unit = &sum.quantity.unit;
        let span = |quantity: &Quantity| Span::of(quantity, unit);
        let (Some(sum_span), Some(this_span)) = (span(&sum.quantity), span(&this.quantity)) else {
            continue;
        };
        if sum_span.is_below(this_span) {
            let message = format!(
                "{}: lũy kế {} nhỏ hơn số trong năm {}",
                indicator.name,
                sum.quantity.print_bare(style),
                this.quantity.print_bare(style),
            );
            let finding = Finding::new("cumulative", Severity::Error, message);
            findings.push(finding.of(&indicator.slug));
            continue;
        }
        let last = figure_for_year(facts, indicator.id, year - 1);
        let Some(last) = last.filter(|last| is_definite(&last.quantity)) else { continue };
        let Some(last_amount) = last.quantity.comparable_in(&sum.quantity) else { continue };
        let Ok(expected) = last_amount.checked_add(this_amount) else { continue };
        let expected_span = span(&last.quantity).and_then(|last| last.plus(this_span));
        if expected_span.is_some_and(|expected| !expected.meets(sum_span)) {
            let expected = Quantity { amount: expected, ..sum.quantity.clone() };
            let message = format!(
                "{}: lũy kế {} khác lũy kế năm {} cộng số năm {year} là {}",
                indicator.name,
                sum.quantity.print_bare(style),
                year - 1,
                expected.print_bare(style),
            );
            let finding = Finding::new("cumulative", Severity::Warning, message);
            findings.push(finding.of(&indicator.slug));
        }
    }
    findings
}
