//! `vuot_ke_hoach("fdi")` → "vượt kế hoạch đề ra".

use minijinja::Value;
use tongket_figures::{Verdict, verdict};

use super::ke_hoach::chosen_plans;
use crate::GapKind;
use crate::call::Call;
use crate::phrase::{evidence_of_figure, evidence_of_plan};

/// The verdict in words against the plan; a gap while no plan is stored.
pub fn vuot_ke_hoach(call: &Call) -> Result<Value, minijinja::Error> {
    let indicator = match call.indicator()? {
        Ok(indicator) => indicator,
        Err(gap) => return Ok(call.gap_value(gap)),
    };
    let figure = match call.figure(indicator)? {
        Ok(figure) => figure,
        Err(gap) => return Ok(call.gap_value(gap)),
    };
    let plans = chosen_plans(call, indicator, figure.period)?;
    let Some(plan) = plans.first() else {
        return Ok(call.gap_value(call.missing_plan(indicator, figure.period.year())));
    };
    let evidence = vec![evidence_of_figure(indicator, figure), evidence_of_plan(indicator, plan)];
    match verdict(&figure.quantity, &plan.quantity, indicator.direction) {
        Some(Verdict::Exceeded) => Ok(call.cited("vượt kế hoạch đề ra".to_owned(), evidence)),
        Some(Verdict::Met) => Ok(call.cited("đạt kế hoạch đề ra".to_owned(), evidence)),
        Some(Verdict::NotMet) => Ok(call.cited("chưa đạt kế hoạch đề ra".to_owned(), evidence)),
        None => {
            let words = format!("không so được {} với kế hoạch", indicator.name_in_sentence());
            Ok(call.gap_value(call.gap(GapKind::Incomparable, indicator.slug.as_str(), &words)))
        }
    }
}
