//! `gia_tri("thu-ngan-sach")` → "102.614 tỷ đồng".

use super::so_lieu::converted;
use crate::call::Call;
use crate::outcome::Outcome;
use crate::phrase::{counted, evidence_of_figure, rounded};

/// Number and unit alone, without verb and qualifiers. Takes what `so_lieu` takes, and
/// `bang_chu=true` for a whole number in words.
pub fn gia_tri(call: &Call) -> Outcome {
    let indicator = call.indicator()?;
    let figure = call.figure(indicator)?;
    let style = call.style()?;
    let quantity = rounded(&converted(call, indicator, &figure.quantity)?, call.decimals_asked()?);
    let in_words = call.option::<bool>("bang_chu")?.unwrap_or(false);
    let text = match quantity.amount.to_whole() {
        Some(number) if in_words && quantity.of.is_none() && quantity.to.is_none() => {
            format!("{}\u{a0}{}", counted(number, &style, true), quantity.unit)
        }
        _ => quantity.print_bare(&style),
    };
    Ok(call.cited(text, vec![evidence_of_figure(indicator, figure)]))
}
