//! `so_lieu("thu-ngan-sach")` → "ước đạt khoảng 102.614 tỷ đồng".

use tongket_figures::{Quantity, Unit};
use tongket_model::Indicator;

use crate::call::Call;
use crate::outcome::Outcome;
use crate::phrase::{evidence_of_figure, rounded, said_figure};

/// The whole phrase of a figure: verb, qualifiers, amount, unit. Counts and n/N take no verb.
/// `nam=`, `ky=` choose the period, `so_le=` the decimals, `don_vi=` another unit,
/// `dem_hai_chu_so=` the padding.
pub fn so_lieu(call: &Call) -> Outcome {
    let indicator = call.indicator()?;
    let figure = call.figure(indicator)?;
    let quantity = rounded(&converted(call, indicator, &figure.quantity)?, call.decimals_asked()?);
    let said = said_figure(&quantity, figure.kind, &call.style()?);
    Ok(call.cited(said.whole(), vec![evidence_of_figure(indicator, figure)]))
}

/// Applies `don_vi=`; a unit of something else is a gap.
pub(super) fn converted(call: &Call, of: &Indicator, quantity: &Quantity) -> Outcome<Quantity> {
    let Some(unit) = call.text_option("don_vi")? else { return Ok(quantity.clone()) };
    quantity.convert(&Unit::read(&unit)).map_err(|_| {
        let words = format!("không đổi được {} sang {unit}", of.name_in_sentence());
        call.incomparable(of, &words).into()
    })
}
