//! `vuot_ke_hoach("fdi")` → "vượt kế hoạch đề ra".

use tongket_figures::{Verdict, verdict};

use super::ke_hoach::chosen_plans;
use crate::GapKind;
use crate::call::Call;
use crate::outcome::Outcome;
use crate::phrase::{evidence_of_figure, evidence_of_plan};

/// The verdict in words against the plan; a gap while no plan is stored.
pub fn vuot_ke_hoach(call: &Call) -> Outcome {
    let indicator = call.indicator()?;
    let figure = call.figure(indicator)?;
    let plans = chosen_plans(call, indicator, figure.period)?;
    let Some(plan) = plans.first() else {
        return Err(call.missing_plan(indicator, figure.period.year()).into());
    };
    let evidence = vec![evidence_of_figure(indicator, figure), evidence_of_plan(indicator, plan)];
    match verdict(&figure.quantity, &plan.quantity, indicator.direction) {
        Some(Verdict::Exceeded) => Ok(call.cited("vượt kế hoạch đề ra".to_owned(), evidence)),
        Some(Verdict::Met) => Ok(call.cited("đạt kế hoạch đề ra".to_owned(), evidence)),
        Some(Verdict::NotMet) => Ok(call.cited("chưa đạt kế hoạch đề ra".to_owned(), evidence)),
        None => {
            let words = format!("không so được {} với kế hoạch", indicator.name_in_sentence());
            Err(call.gap(GapKind::Incomparable, indicator.slug.as_str(), &words).into())
        }
    }
}
