//! `so_voi_ke_hoach("thu-ngan-sach")` → "bằng 152% kế hoạch tỉnh giao".

use tongket_figures::{Change, Quantity, Style, Trend, Unit};
use tongket_model::{Figure, Plan};

use super::ke_hoach::chosen_plans;
use crate::GapKind;
use crate::call::Call;
use crate::error::misuse;
use crate::outcome::Outcome;
use crate::phrase::{evidence_of_figure, evidence_of_plan};

/// The figure as a percentage of its plan, with the assigner named; of every plan when there are
/// several and `nguoi_giao=` does not choose. `dang="tran"` leaves "bằng" away. A rate is compared
/// in percentage points.
pub fn so_voi_ke_hoach(call: &Call) -> Outcome {
    let indicator = call.indicator()?;
    let figure = call.figure(indicator)?;
    let bare = match call.option::<String>("dang")?.as_deref() {
        None | Some("cau") => false,
        Some("tran") => true,
        Some(other) => {
            return Err(misuse(format!("dang=\"{other}\": chỉ có \"cau\" hoặc \"tran\"")).into());
        }
    };
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
    for plan in plans {
        let Some(clause) = against_plan(figure, plan, &style, bare) else {
            let words = format!("không so được {} với kế hoạch", indicator.name_in_sentence());
            let gap = call.gap(GapKind::Incomparable, indicator.slug.as_str(), &words);
            return Err(gap.into());
        };
        clauses.push(clause);
        evidence.push(evidence_of_plan(indicator, plan));
    }
    Ok(call.cited(clauses.join(", "), evidence))
}

fn against_plan(figure: &Figure, plan: &Plan, style: &Style, bare: bool) -> Option<String> {
    if figure.quantity.unit.is_rate() {
        return against_rate(&figure.quantity, plan, style);
    }
    let percent = figure.quantity.percent_of(&plan.quantity)?.round(style.decimals).trimmed();
    let percent = Quantity::of_amount(percent, Unit::percent()).print_bare(style);
    let clause = format!("{percent} {}", plan.name());
    Some(if bare { clause } else { format!("bằng {clause}") })
}

fn against_rate(value: &Quantity, plan: &Plan, style: &Style) -> Option<String> {
    let change = Change::difference(value, &plan.quantity)?;
    let size = Quantity::of_amount(change.amount.round(style.decimals), change.unit);
    Some(match change.trend {
        Trend::Up => format!("cao hơn {} {}", plan.name(), size.print_bare(style)),
        Trend::Down => format!("thấp hơn {} {}", plan.name(), size.print_bare(style)),
        Trend::Level => format!("bằng {}", plan.name()),
    })
}
