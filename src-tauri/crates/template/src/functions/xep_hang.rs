//! `xep_hang("hang-giai-ngan", pham_vi="cả nước")` → "đứng thứ 07 cả nước".

use crate::call::Call;
use crate::outcome::Outcome;
use crate::phrase::evidence_of_figure;

/// A place in a ranking, with the field of comparison in `pham_vi=`.
pub fn xep_hang(call: &Call) -> Outcome {
    let indicator = call.indicator()?;
    let figure = call.figure(indicator)?;
    if !figure.quantity.unit.is_rank() {
        let words = format!("{} không phải là thứ hạng", indicator.name_in_sentence());
        return Err(call.incomparable(indicator, &words).into());
    }
    let place = figure.quantity.print_bare(&call.style()?);
    let text = match call.text_option("pham_vi")? {
        Some(scope) => format!("đứng {place} {scope}"),
        None => format!("đứng {place}"),
    };
    Ok(call.cited(text, vec![evidence_of_figure(indicator, figure)]))
}
