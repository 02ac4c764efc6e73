//! `so_voi_cung_ky("fdi", kieu="lần")` → "tăng 1,4 lần so với cùng kỳ".

use tongket_figures::{Change, Quantity, Trend};
use tongket_model::{Figure, Indicator};

use crate::call::Call;
use crate::outcome::Outcome;
use crate::phrase::evidence_of_figure;
use crate::{figure_for_year, figure_in};

/// The figure against the same period of the year before. `kieu=` is "%" (default), "lần" or
/// "tuyệt đối"; rates always differ in percentage points, ranks in places. `goc=` replaces the
/// words "cùng kỳ". `dang="hon"` puts the basis first: "cao hơn cùng kỳ năm 2023 là 4.588 tỷ đồng".
pub fn so_voi_cung_ky(call: &Call) -> Outcome {
    let kind = call.choice("kieu", &["%", "lần", "tuyệt đối"])?.unwrap_or("%");
    let basis_first = call.choice("dang", &["cau", "hon"])? == Some("hon");
    let basis = call.text_option("goc")?;
    let indicator = call.indicator()?;
    let now = call.figure(indicator)?;
    let style = call.style()?;
    let decimals = call.decimals_asked()?.or(indicator.decimals).unwrap_or(style.decimals);
    let Some(before) = same_period(call, indicator, now) else {
        let when = format!("{}", now.period.year() - 1);
        return Err(call.missing_figure(indicator, &when).into());
    };
    let change = match kind {
        _ if now.quantity.unit.is_rank() => Change::difference(&before.quantity, &now.quantity),
        _ if now.quantity.unit.is_rate() => Change::difference(&now.quantity, &before.quantity),
        "lần" => Change::times(&now.quantity, &before.quantity, decimals)
            .or_else(|| Change::percent(&now.quantity, &before.quantity, decimals)),
        "tuyệt đối" => Change::difference(&now.quantity, &before.quantity),
        _ => Change::percent(&now.quantity, &before.quantity, decimals),
    };
    let Some(change) = change else {
        let words = format!("không so được {} với cùng kỳ", indicator.name_in_sentence());
        return Err(call.incomparable(indicator, &words).into());
    };
    let basis = basis.unwrap_or_else(|| match basis_first {
        true => format!("cùng kỳ năm {}", before.period.year()),
        false => "cùng kỳ".to_owned(),
    });
    let is_rank = now.quantity.unit.is_rank();
    let text = if change.trend == Trend::Level {
        format!("bằng {basis}")
    } else if basis_first && !is_rank {
        let word = if change.trend == Trend::Up { "cao hơn" } else { "thấp hơn" };
        format!("{word} {basis} là {}", change.print_size(&style))
    } else if is_rank {
        let places = Quantity::of_amount(change.amount, tongket_figures::Unit::read("bậc"));
        let word = if change.trend == Trend::Up { "tăng" } else { "giảm" };
        format!("{word} {} so với {basis}", places.print_bare(&style))
    } else {
        format!("{} so với {basis}", change.print(&style))
    };
    let evidence = vec![evidence_of_figure(indicator, now), evidence_of_figure(indicator, before)];
    Ok(call.cited(text, evidence))
}

/// The figure a year earlier: of the same stretch, or else the one that stands for that year.
fn same_period<'c>(call: &Call<'c>, indicator: &Indicator, now: &Figure) -> Option<&'c Figure> {
    let wanted = now.period.same_period_last_year()?;
    figure_in(call.facts(), indicator.id, wanted)
        .or_else(|| figure_for_year(call.facts(), indicator.id, wanted.year()))
}
