//! Results that rose against the year before while their part of the plan fell: to say only the one
//! misleads.

use tongket_figures::{Amount, Change, Direction, Quantity, Style, Trend, Unit};
use tongket_model::{Figure, Indicator};
use tongket_template::{Facts, figure_for_year, figure_in, plans_for};

use crate::{Finding, Severity};

/// A warning per indicator of which more is better and which has plans in both years.
pub fn value_up_rate_down(facts: &dyn Facts) -> Vec<Finding> {
    let mut findings = Vec::new();
    for of in facts.indicators() {
        let plain = !of.unit.is_rate() && !of.unit.is_rank();
        if !plain || of.direction != Direction::HigherIsBetter {
            continue;
        }
        let Some(now) = figure_for_year(facts, of.id, facts.year()) else { continue };
        // Nine months are never told beside a whole year.
        let same = now.period.same_period_last_year();
        let before = same.and_then(|period| figure_in(facts, of.id, period));
        findings.extend(before.and_then(|before| compare(facts, of, now, before)));
    }
    findings
}

fn compare(facts: &dyn Facts, of: &Indicator, now: &Figure, before: &Figure) -> Option<Finding> {
    let style = facts.style();
    let rate = |figure: &Figure| {
        let plan = plans_for(facts, of.id, figure.period).next()?;
        Some((figure.quantity.percent_of(&plan.quantity)?.round(1).trimmed(), plan))
    };
    let ((rate_now, plan), (rate_before, plan_before)) = (rate(now)?, rate(before)?);
    let same_giver = plan.assigner == plan_before.assigner;
    let growth = Change::percent(&now.quantity, &before.quantity, 1)?;
    let misleads = growth.trend == Trend::Up && rate_now < rate_before && same_giver;
    if !misleads || rate_now >= Amount::ONE_HUNDRED {
        return None;
    }
    let gap = rate_before.checked_sub(rate_now).ok()?;
    let message = format!(
        "{}: giá trị {} nhưng tỷ lệ so với kế hoạch giảm {} ({} xuống {})",
        of.name,
        growth.print(style),
        in_unit(gap, Unit::percent_point(), style),
        in_unit(rate_before, Unit::percent(), style),
        in_unit(rate_now, Unit::percent(), style),
    );
    Some(
        Finding::new("value-up-rate-down", Severity::Warning, message)
            .of(&of.slug)
            .with_values([now.quantity.print(style), before.quantity.print(style)])
            .with_hint(format!(
                "Câu văn phải nêu cả hai chiều, ví dụ: {} so với cùng kỳ nhưng mới bằng {} {}, giảm {}.",
                growth.print(style),
                in_unit(rate_now, Unit::percent(), style),
                plan.name(),
                in_unit(gap, Unit::percent_point(), style),
            )),
    )
}

fn in_unit(amount: Amount, unit: Unit, style: &Style) -> String {
    Quantity::of_amount(amount, unit).print_bare(style)
}
