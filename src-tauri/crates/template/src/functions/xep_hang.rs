//! `xep_hang("hang-giai-ngan", pham_vi="cả nước")` → "đứng thứ 07 cả nước".

use crate::call::Call;
use crate::outcome::Outcome;
use crate::phrase::evidence_of_figure;

/// A place in a ranking, with the field of comparison in `pham_vi=`.
pub fn xep_hang(call: &Call) -> Outcome {
    let indicator = call.indicator()?;
    let figure = call.figure(indicator)?;
    let place = figure.quantity.print_bare(&call.style()?);
    let text = match call.option::<String>("pham_vi")? {
        Some(scope) => format!("đứng {place} {scope}"),
        None => format!("đứng {place}"),
    };
    Ok(call.cited(text, vec![evidence_of_figure(indicator, figure)]))
}
