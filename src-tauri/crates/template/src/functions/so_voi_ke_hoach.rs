//! `so_voi_ke_hoach("thu-ngan-sach")` → "bằng 152% kế hoạch tỉnh giao".

use tongket_figures::{Change, Quantity, Style, Trend, Unit};
use tongket_model::{Figure, Plan};

use super::ke_hoach::chosen_plans;
use crate::call::Call;
use crate::outcome::Outcome;
use crate::phrase::{evidence_of_figure, evidence_of_plan};

/// The figure as a percentage of its plan, with the assigner named; of every plan when there are
/// several and `nguoi_giao=` does not choose. `dang="tran"` leaves "bằng" away, `dang="gon"` also
/// the assigners where all plans are the same. A rate is compared in percentage points, a place in
/// a ranking in places.
pub fn so_voi_ke_hoach(call: &Call) -> Outcome {
    let form = call.choice("dang", &["cau", "tran", "gon"])?;
    let (bare, short) = (matches!(form, Some("tran" | "gon")), form == Some("gon"));
    let indicator = call.indicator()?;
    let figure = call.figure(indicator)?;
    let mut style = call.style()?;
    if call.decimals_asked()?.is_none() {
        style.decimals = indicator.decimals.unwrap_or(style.decimals);
    }
    let plans = chosen_plans(call, indicator, figure.period)?;
    if plans.is_empty() {
        return Err(call.missing_plan(indicator, figure.period.year()).into());
    }
    let mut evidence = vec![evidence_of_figure(indicator, figure)];
    let mut clauses = Vec::new();
    let first = plans[0];
    let nobodys = Plan { assigner: String::new(), ..first.clone() };
    let all_the_same = plans.iter().all(|plan| plan.quantity == first.quantity);
    let shown = if short && all_the_same { vec![&nobodys] } else { plans.clone() };
    for plan in shown {
        let Some(clause) = against_plan(figure, plan, &style, bare) else {
            let words = format!("không so được {} với kế hoạch", indicator.name_in_sentence());
            return Err(call.incomparable(indicator, &words).into());
        };
        clauses.push(clause);
    }
    evidence.extend(plans.iter().map(|plan| evidence_of_plan(indicator, plan)));
    Ok(call.cited(clauses.join(", "), evidence))
}

fn against_plan(figure: &Figure, plan: &Plan, style: &Style, bare: bool) -> Option<String> {
    let (value, planned) = (&figure.quantity, &plan.quantity);
    if value.unit.is_rate() {
        return Some(distance(plan, &Change::difference(value, planned)?, style));
    }
    if value.unit.is_rank() {
        // The smaller place is the higher one.
        return Some(distance(plan, &Change::difference(planned, value)?, style));
    }
    if value.to.is_some() || planned.to.is_some() {
        return None;
    }
    let percent = value.percent_of(planned)?.round(style.decimals).trimmed();
    let percent = Quantity::of_amount(percent, Unit::percent()).print_bare(style);
    let clause = format!("{percent} {}", plan.name());
    Some(if bare { clause } else { format!("bằng {clause}") })
}

fn distance(plan: &Plan, change: &Change, style: &Style) -> String {
    let size = change.amount.round(style.decimals);
    let size = Quantity::of_amount(size, change.unit.clone()).print_bare(style);
    match change.trend {
        Trend::Up => format!("cao hơn {} {size}", plan.name()),
        Trend::Down => format!("thấp hơn {} {size}", plan.name()),
        Trend::Level => format!("bằng {}", plan.name()),
    }
}
