//! `so_voi_muc("giai-ngan", "ty-le-ca-nuoc")` → "thấp hơn": a figure beside a level that others set.

use tongket_figures::{Change, Quantity, Trend, Unit};
use tongket_model::{Figure, Indicator};

use super::ke_hoach::chosen_plans;
use crate::call::Call;
use crate::outcome::Outcome;
use crate::phrase::{evidence_of_figure, evidence_of_plan};
use crate::{Evidence, figure_for_year};

/// "cao hơn", "thấp hơn" or "bằng", by the sign of the difference; `dang="chenh"` adds its size.
/// Against a rate, what is no rate is compared by its ratio to the plan, rounded as it is printed:
/// a reader who subtracts the two printed numbers gets the printed difference.
pub fn so_voi_muc(call: &Call) -> Outcome {
    let with_size = call.choice("dang", &["chu", "chenh"])? == Some("chenh");
    let of = call.indicator()?;
    let level = call.indicator_named(&call.text_arg(1, "mã chỉ tiêu của mức so sánh")?)?;
    let figure = call.figure(of)?;
    let year = figure.period.year();
    let beside = figure_for_year(call.facts(), level.id, year)
        .ok_or_else(|| call.missing_figure(level, &year.to_string()))?;
    let mut evidence = vec![evidence_of_figure(of, figure), evidence_of_figure(level, beside)];
    let incomparable = || {
        let names = [of, level].map(Indicator::name_in_sentence);
        call.incomparable(of, &format!("không so được {}", names.join(" với ")))
    };
    let needs_ratio = beside.quantity.unit.is_rate() && !figure.quantity.unit.is_rate();
    let value = match needs_ratio {
        true => ratio_to_plan(call, of, figure, &mut evidence)?.ok_or_else(incomparable)?,
        false => figure.quantity.clone(),
    };
    let single = value.of.is_none() && beside.quantity.of.is_none() && !value.unit.is_rank();
    let change = Change::difference(&value, &beside.quantity).filter(|_| single);
    let change = change.ok_or_else(incomparable)?;
    let word = match change.trend {
        Trend::Up => "cao hơn",
        Trend::Down => "thấp hơn",
        Trend::Level => "bằng",
    };
    let text = match with_size && change.trend != Trend::Level {
        true => format!("{word} {}", change.print_size(&call.style()?)),
        false => word.to_owned(),
    };
    Ok(call.cited(text, evidence))
}

/// Of the first plan, or of that of `nguoi_giao=`; `None` where the two cannot be divided.
fn ratio_to_plan(
    call: &Call,
    of: &Indicator,
    figure: &Figure,
    evidence: &mut Vec<Evidence>,
) -> Outcome<Option<Quantity>> {
    let plans = chosen_plans(call, of, figure.period)?;
    let Some(plan) = plans.first() else {
        return Err(call.missing_plan(of, figure.period.year()).into());
    };
    evidence.push(evidence_of_plan(of, plan));
    let decimals = call.decimals_asked()?.or(of.decimals).unwrap_or(call.style()?.decimals);
    let single = figure.quantity.to.is_none() && plan.quantity.to.is_none();
    let ratio = figure.quantity.percent_of(&plan.quantity).filter(|_| single);
    Ok(ratio.map(|ratio| Quantity::of_amount(ratio.round(decimals).trimmed(), Unit::percent())))
}
