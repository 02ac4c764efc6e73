//! `so_lieu("thu-ngan-sach")` → "ước đạt khoảng 102.614 tỷ đồng".

use tongket_figures::{Quantity, Unit};
use tongket_model::Indicator;

use crate::call::Call;
use crate::error::misuse;
use crate::outcome::{Outcome, Stop};
use crate::phrase::{evidence_of_figure, rounded, said_figure};

/// As many as `so_le=` allows.
const MOST_DECIMALS: u32 = 6;

/// The whole phrase of a figure: verb, qualifiers, amount, unit. Counts and n/N take no verb.
/// `nam=`, `ky=` choose the period, `so_le=` the decimals, `don_vi=` another unit,
/// `dem_hai_chu_so=` the padding; `tron=1` with `don_vi=` cuts off behind one decimal and says
/// "trên" where something was cut off.
pub fn so_lieu(call: &Call) -> Outcome {
    let indicator = call.indicator()?;
    let figure = call.figure(indicator)?;
    let quantity = rounded(&sized(call, indicator, &figure.quantity)?, call.decimals_asked()?);
    let said = said_figure(&quantity, figure.kind, &call.style()?);
    Ok(call.cited(said.whole(), vec![evidence_of_figure(indicator, figure)]))
}

/// Applies `don_vi=` and, with it, `tron=`: "trên 61,6 vạn" for 616.240 people.
pub(super) fn sized(call: &Call, of: &Indicator, quantity: &Quantity) -> Outcome<Quantity> {
    let Some(decimals) = call.option::<u32>("tron")? else { return converted(call, of, quantity) };
    let Some(unit) = call.text_option("don_vi")? else {
        return Err(misuse("tron= cần don_vi=, ví dụ don_vi=\"vạn\", tron=1").into());
    };
    let round = quantity.in_round_unit(&Unit::read(&unit), decimals.min(MOST_DECIMALS));
    round.ok_or_else(|| not_converted(call, of, &unit))
}

/// Applies `don_vi=`; a unit of something else is a gap.
pub(super) fn converted(call: &Call, of: &Indicator, quantity: &Quantity) -> Outcome<Quantity> {
    let Some(unit) = call.text_option("don_vi")? else { return Ok(quantity.clone()) };
    quantity.convert(&Unit::read(&unit)).map_err(|_| not_converted(call, of, &unit))
}

fn not_converted(call: &Call, of: &Indicator, unit: &str) -> Stop {
    let words = format!("không đổi được {} sang {unit}", of.name_in_sentence());
    call.incomparable(of, &words).into()
}
