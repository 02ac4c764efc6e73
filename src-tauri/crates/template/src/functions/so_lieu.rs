//! `so_lieu("thu-ngan-sach")` → "ước đạt khoảng 102.614 tỷ đồng".

use crate::call::Call;
use crate::error::misuse;
use crate::outcome::Outcome;
use crate::phrase::{evidence_of_figure, rounded, said_figure};

/// The whole phrase of a figure: verb, qualifiers, amount, unit. Counts and n/N take no verb.
/// `nam=`, `ky=` choose the period, `so_le=` the decimals, `don_vi=` another unit,
/// `dem_hai_chu_so=` the padding.
pub fn so_lieu(call: &Call) -> Outcome {
    let indicator = call.indicator()?;
    let figure = call.figure(indicator)?;
    let quantity = converted(call, &rounded(&figure.quantity, call.decimals_asked()?))?;
    let said = said_figure(&quantity, figure.kind, &call.style()?);
    Ok(call.cited(said.whole(), vec![evidence_of_figure(indicator, figure)]))
}

/// Applies `don_vi=`.
pub(super) fn converted(
    call: &Call,
    quantity: &tongket_figures::Quantity,
) -> Outcome<tongket_figures::Quantity> {
    match call.option::<String>("don_vi")? {
        Some(unit) => Ok(quantity.convert(&tongket_figures::Unit::read(&unit)).map_err(misuse)?),
        None => Ok(quantity.clone()),
    }
}
