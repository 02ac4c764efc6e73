//! `dem(giai_phap(linh_vuc="xay-dung-dang"))` → "9".

use minijinja::Value;

use crate::GapKind;
use crate::call::Call;
use crate::error::misuse;
use crate::objects::Rows;
use crate::phrase::counted;

/// The number of rows. `bang_chu=true` writes it in words, `dem_hai_chu_so=` overrides the
/// office's padding, `kem_tu=true` adds the counting word. No rows are a gap, never zero.
pub fn dem(call: &Call) -> Result<Value, minijinja::Error> {
    let rows = rows_arg(call)?;
    let rows = rows.downcast_object_ref::<Rows>().ok_or_else(|| wanted(call))?;
    let in_words = call.option::<bool>("bang_chu")?.unwrap_or(false);
    let with_word = call.option::<bool>("kem_tu")?.unwrap_or(false);
    let style = call.style()?;
    if rows.items.is_empty() {
        let gap = call.gap(GapKind::MissingList, &rows.expression, &rows.when_empty);
        return Ok(call.gap_value(gap));
    }
    let number = counted(i64::try_from(rows.items.len()).map_err(misuse)?, &style, in_words);
    let text = match with_word && !rows.counting_word.is_empty() {
        true => format!("{number} {}", rows.counting_word),
        false => number,
    };
    Ok(call.cited(text, rows.evidence.clone()))
}

/// The sequence in the first argument.
pub(super) fn rows_arg(call: &Call) -> Result<Value, minijinja::Error> {
    call.arg(0).cloned().ok_or_else(|| wanted(call))
}

pub(super) fn wanted(call: &Call) -> minijinja::Error {
    misuse(format!("hàm {} cần một danh sách, ví dụ {}(giai_phap())", call.name, call.name))
}
