//! `ke_hoach("thu-ngan-sach")` → "771,4 tỷ đồng".

use tongket_figures::Period;
use tongket_model::{Indicator, Plan};

use crate::call::Call;
use crate::outcome::Outcome;
use crate::phrase::{evidence_of_plan, rounded};
use crate::plans_for;

/// The plan of the year; `nguoi_giao=` chooses among several assigners, else the first.
pub fn ke_hoach(call: &Call) -> Outcome {
    let indicator = call.indicator()?;
    let period = call.period()?.unwrap_or(Period::Year(call.year()?));
    let plans = chosen_plans(call, indicator, period)?;
    let Some(plan) = plans.first() else {
        return Err(call.missing_plan(indicator, period.year()).into());
    };
    let quantity = rounded(&plan.quantity, call.decimals_asked()?);
    Ok(call.cited(quantity.print(&call.style()?), vec![evidence_of_plan(indicator, plan)]))
}

/// The plans for a figure of `period`, only those of `nguoi_giao=` when it is given.
pub(super) fn chosen_plans<'c>(
    call: &Call<'c>,
    indicator: &Indicator,
    period: Period,
) -> Outcome<Vec<&'c Plan>> {
    let mut plans: Vec<&Plan> = plans_for(call.facts(), indicator.id, period).collect();
    if let Some(assigner) = call.text_option("nguoi_giao")? {
        plans.retain(|plan| tongket_figures::same_name(&plan.assigner, &assigner));
    }
    Ok(plans)
}
