//! `chi_tieu_so_voi_nam_truoc("cay-xanh", nam=nam_sau)` → "tăng trên 8,7% so với năm 2022".

use tongket_figures::{Change, Trend};

use super::chi_tieu_nam::evidence;
use crate::call::Call;
use crate::outcome::Outcome;
use crate::phrase::evidence_of_figure;
use crate::{GapKind, figure_for_year};

/// A target against the result of the year before it; rates in percentage points. A bound
/// ("trên") carries over.
pub fn chi_tieu_so_voi_nam_truoc(call: &Call) -> Outcome {
    let indicator = call.indicator()?;
    let year = call.year()?;
    let style = call.style()?;
    let decimals = call.decimals_asked()?.or(indicator.decimals).unwrap_or(style.decimals);
    let targets = call.facts().targets(indicator.id);
    let Some(target) = targets.iter().find(|target| target.year == year) else {
        let words = format!("chưa có chỉ tiêu {} {year}", indicator.name_in_sentence());
        let gap = call.gap(GapKind::MissingTarget, indicator.slug.as_str(), &words);
        return Err(gap.into());
    };
    let Some(before) = figure_for_year(call.facts(), indicator.id, year - 1) else {
        return Err(call.missing_figure(indicator, &(year - 1).to_string()).into());
    };
    let change = match target.quantity.unit.is_rate() {
        true => Change::difference(&target.quantity, &before.quantity),
        false => Change::percent(&target.quantity, &before.quantity, decimals),
    };
    let Some(change) = change else {
        let words = format!("không so được {} với năm trước", indicator.name_in_sentence());
        let gap = call.gap(GapKind::Incomparable, indicator.slug.as_str(), &words);
        return Err(gap.into());
    };
    let text = match change.trend {
        Trend::Level => format!("bằng năm {}", year - 1),
        _ => format!("{} so với năm {}", change.print(&style), year - 1),
    };
    let evidence = vec![evidence(indicator, target), evidence_of_figure(indicator, before)];
    Ok(call.cited(text, evidence))
}
