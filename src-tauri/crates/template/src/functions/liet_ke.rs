//! `liet_ke(danh_sach("tru-cot"), ngan_cach=", ")`: the rows in one line.

use minijinja::Value;

use super::dem::{rows_arg, wanted};
use crate::GapKind;
use crate::call::Call;
use crate::objects::{Printable, Rows, slot_of};
use crate::slots::Slot;

/// Joins the rows with `ngan_cach=` ("; " unless given); `cuoi=` stands before the last one.
pub fn liet_ke(call: &Call) -> Result<Value, minijinja::Error> {
    let rows = rows_arg(call)?;
    let rows = rows.downcast_object_ref::<Rows>().ok_or_else(|| wanted(call))?;
    let separator = call.option::<String>("ngan_cach")?.unwrap_or_else(|| "; ".to_owned());
    let last_separator = call.option::<String>("cuoi")?.unwrap_or_else(|| separator.clone());
    if rows.items.is_empty() {
        let gap = call.gap(GapKind::MissingList, &rows.expression, &rows.when_empty);
        return Ok(call.gap_value(gap));
    }
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
