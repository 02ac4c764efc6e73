//! `ke_hoach_cac_cap("giai-ngan")` → "81.033,18 tỷ đồng (bằng kế hoạch Thủ tướng Chính phủ giao)".

use tongket_figures::{Change, Period, Style, Trend};
use tongket_model::Plan;

use super::ke_hoach::chosen_plans;
use crate::call::Call;
use crate::outcome::Outcome;
use crate::phrase::{evidence_of_plan, rounded};

/// The first plan of the year, and in brackets how the plans of other assigners lie beside it:
/// equal, or by how much it is above or below them.
pub fn ke_hoach_cac_cap(call: &Call) -> Outcome {
    let indicator = call.indicator()?;
    let period = call.period()?.unwrap_or(Period::Year(call.year()?));
    let plans = chosen_plans(call, indicator, period)?;
    let Some((first, others)) = plans.split_first() else {
        return Err(call.missing_plan(indicator, period.year()).into());
    };
    let style = call.style()?;
    let mut clauses = Vec::new();
    for other in others {
        let Some(clause) = beside(first, other, &style) else {
            let words = format!("không so được các kế hoạch {}", indicator.name_in_sentence());
            return Err(call.incomparable(indicator, &words).into());
        };
        clauses.push(clause);
    }
    let amount = rounded(&first.quantity, call.decimals_asked()?).print(&style);
    let text = match clauses.as_slice() {
        [] => amount,
        clauses => format!("{amount} ({})", clauses.join("; ")),
    };
    Ok(call.cited(text, plans.iter().map(|plan| evidence_of_plan(indicator, plan)).collect()))
}

fn beside(first: &Plan, other: &Plan, style: &Style) -> Option<String> {
    let change = Change::difference(&first.quantity, &other.quantity)?;
    Some(match change.trend {
        Trend::Level => format!("bằng {}", other.name()),
        Trend::Up => format!("cao hơn {} {}", other.name(), change.print_size(style)),
        Trend::Down => format!("thấp hơn {} {}", other.name(), change.print_size(style)),
    })
}
