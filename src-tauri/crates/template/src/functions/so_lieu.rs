//! `so_lieu("thu-ngan-sach")` → "ước đạt khoảng 102.614 tỷ đồng".

use minijinja::Value;

use crate::call::Call;
use crate::error::misuse;
use crate::phrase::{evidence_of_figure, rounded, said_figure};

/// The whole phrase of a figure: verb, qualifiers, amount, unit. Counts and n/N take no verb.
/// `nam=`, `ky=` choose the period, `so_le=` the decimals, `don_vi=` another unit,
/// `dem_hai_chu_so=` the padding.
pub fn so_lieu(call: &Call) -> Result<Value, minijinja::Error> {
    let indicator = match call.indicator()? {
        Ok(indicator) => indicator,
        Err(gap) => return Ok(call.gap_value(gap)),
    };
    let figure = match call.figure(indicator)? {
        Ok(figure) => figure,
        Err(gap) => return Ok(call.gap_value(gap)),
    };
    let quantity = converted(call, &rounded(&figure.quantity, call.decimals_asked()?))?;
    let said = said_figure(&quantity, figure.kind, &call.style()?);
    Ok(call.cited(said.whole(), vec![evidence_of_figure(indicator, figure)]))
}

/// Applies `don_vi=`.
pub(super) fn converted(
    call: &Call,
    quantity: &tongket_figures::Quantity,
) -> Result<tongket_figures::Quantity, minijinja::Error> {
    match call.option::<String>("don_vi")? {
        Some(unit) => quantity.convert(&tongket_figures::Unit::read(&unit)).map_err(misuse),
        None => Ok(quantity.clone()),
    }
}
