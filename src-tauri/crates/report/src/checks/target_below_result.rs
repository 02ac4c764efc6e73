//! Next year's targets that ask for less than was already reached.

use tongket_figures::{Amount, Change, Direction, Quantity, Trend, Unit, percent_of};
use tongket_model::{Figure, FigureKind, Indicator, Target};
use tongket_template::{Facts, figure_for_year, plans_for};

use crate::finding::Concern;
use crate::{Finding, Severity};

/// A warning per target of the year after the report's that is worse than the report's result,
/// naming both bases: the result and the plan of the report's year.
pub fn target_below_result(facts: &dyn Facts) -> Vec<Finding> {
    let mut findings = Vec::new();
    for indicator in facts.indicators() {
        for target in facts.targets(indicator.id) {
            if target.year != facts.year() + 1 {
                continue;
            }
            if let Some(result) = figure_for_year(facts, indicator.id, target.year - 1) {
                findings.extend(compare(facts, indicator, target, result));
            }
        }
    }
    findings
}

fn compare(facts: &dyn Facts, of: &Indicator, target: &Target, result: &Figure) -> Option<Finding> {
    let style = facts.style();
    let change = Change::difference(&target.quantity, &result.quantity)?;
    let (worse, word) = match of.direction {
        Direction::HigherIsBetter => (Trend::Down, "thấp hơn"),
        Direction::LowerIsBetter => (Trend::Up, "cao hơn"),
    };
    if change.trend != worse {
        return None;
    }
    let base = match result.kind {
        FigureKind::Estimate => format!("ước thực hiện {}", target.year - 1),
        FigureKind::Actual => format!("thực hiện {}", target.year - 1),
    };
    let size = Quantity::of_amount(change.amount, change.unit.clone()).print_bare(style);
    let sentence = if target.quantity.unit.is_rate() {
        format!("chỉ tiêu {} {word} {base}: {word} {size}", target.year)
    } else {
        let before = result.quantity.comparable_in(&target.quantity)?;
        let relative = percent_of(change.amount, before)?;
        let direction = if worse == Trend::Down { "giảm" } else { "tăng" };
        format!(
            "chỉ tiêu {} {word} {base}: {direction} {size} ({})",
            target.year,
            percent(relative)
        )
    };
    let values = [target.quantity.print(style), result.quantity.print(style)];
    let message = format!("{}: {sentence}", of.name);
    let mut finding = Finding::new("target-below-result", Severity::Warning, message)
        .of(&of.slug)
        .concerning(Concern::Target)
        .with_values(values);
    if let Some(plan) = plans_for(facts, of.id, result.period).next()
        && !target.quantity.unit.is_rate()
        && let Some(ratio) = target.quantity.percent_of(&plan.quantity)
    {
        finding = finding.with_hint(format!(
            "So với {} {} thì chỉ tiêu bằng {}: nêu rõ gốc so sánh.",
            plan.name(),
            target.year - 1,
            percent(ratio),
        ));
    }
    Some(finding)
}

/// One decimal is enough for a warning.
fn percent(value: Amount) -> String {
    let rounded = value.round(1).trimmed();
    Quantity::of_amount(rounded, Unit::percent()).print_bare(&tongket_figures::Style::default())
}
