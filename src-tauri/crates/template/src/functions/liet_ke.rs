//! `liet_ke(danh_sach("tru-cot"), ngan_cach=", ")`: the rows in one line.

use crate::call::Call;
use crate::objects::{Printable, slot_of};
use crate::outcome::Outcome;
use crate::slots::Slot;

/// Joins the rows with `ngan_cach=` ("; " unless given); `cuoi=` stands before the last one.
pub fn liet_ke(call: &Call) -> Outcome {
    let rows = call.rows_or_gap()?;
    let separator = call.text_option("ngan_cach")?.unwrap_or_else(|| "; ".to_owned());
    let last_separator = call.text_option("cuoi")?.unwrap_or_else(|| separator.clone());
    let mut run = Vec::new();
    for (idx, slot) in rows.items.iter().filter_map(slot_of).enumerate() {
        if idx > 0 {
            let is_last = idx + 1 == rows.items.len();
            run.push(Slot::Text(if is_last { &last_separator } else { &separator }.clone()));
        }
        run.push(slot);
    }
    Ok(Printable::value(Slot::Run(run)))
}
