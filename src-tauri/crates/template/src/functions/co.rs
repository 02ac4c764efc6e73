//! The tests for `{% if %}`: what the database holds.

use minijinja::Value;
use tongket_figures::Period;

use super::ke_hoach::chosen_plans;
use crate::call::Call;
use crate::facts::scorecard_for;
use crate::outcome::Outcome;
use crate::phrase::judge;

/// Whether the indicator exists.
pub fn co_chi_tieu(call: &Call) -> Outcome {
    Ok(Value::from(call.find_indicator()?.is_some()))
}

/// Whether the indicator has a figure for `nam=` or `ky=`.
pub fn co_so_lieu(call: &Call) -> Outcome {
    call.knows(&["nam", "ky"]);
    let found = match call.find_indicator()? {
        Some(indicator) => call.find_figure(indicator)?,
        None => None,
    };
    Ok(Value::from(found.is_some()))
}

/// Whether the indicator has a plan for `nam=` or `ky=`.
pub fn co_ke_hoach(call: &Call) -> Outcome {
    call.knows(&["nguoi_giao"]);
    let period = call.period()?.unwrap_or(Period::Year(call.year()?));
    let found = match call.find_indicator()? {
        Some(indicator) => !chosen_plans(call, indicator, period)?.is_empty(),
        None => false,
    };
    Ok(Value::from(found))
}

/// Whether result and plan are both there and the plan is met or exceeded.
pub fn dat_ke_hoach(call: &Call) -> Outcome {
    let year = call.year()?;
    let met = call.find_indicator()?.and_then(|indicator| judge(call.facts(), indicator, year));
    Ok(Value::from(met.is_some_and(tongket_figures::Verdict::is_met)))
}

/// Whether the list of this slug has rows in `nam=`.
pub fn co_danh_sach(call: &Call) -> Outcome {
    let slug = call.text_arg(0, "mã danh sách")?;
    let year = call.year()?;
    let mut lists = call.facts().lists().iter();
    let found = lists.any(|l| l.year == year && l.slug.as_str() == slug && !l.items.is_empty());
    Ok(Value::from(found))
}

/// Whether the year has a scorecard.
pub fn co_bang_diem(call: &Call) -> Outcome {
    let slug =
        if call.arg(0).is_some() { Some(call.text_arg(0, "mã bảng điểm")?) } else { None };
    Ok(Value::from(scorecard_for(call.facts(), slug.as_deref(), call.year()?).is_some()))
}

/// Whether `nam=` has a theme.
pub fn co_chu_de(call: &Call) -> Outcome {
    let year = call.year()?;
    Ok(Value::from(call.facts().themes().iter().any(|theme| theme.year == year)))
}
