//! `dem(giai_phap(linh_vuc="xay-dung-dang"))` → "9".

use crate::call::Call;
use crate::error::misuse;
use crate::outcome::Outcome;
use crate::phrase::counted;

/// The number of rows. `bang_chu=true` writes it in words, `dem_hai_chu_so=` overrides the
/// office's padding, `kem_tu=true` adds the counting word. No rows are a gap, never zero.
pub fn dem(call: &Call) -> Outcome {
    let rows = call.rows_or_gap()?;
    let in_words = call.option::<bool>("bang_chu")?.unwrap_or(false);
    let with_word = call.option::<bool>("kem_tu")?.unwrap_or(false);
    let style = call.style()?;
    let number = counted(i64::try_from(rows.items.len()).map_err(misuse)?, &style, in_words);
    let text = match with_word && !rows.counting_word.is_empty() {
        true => format!("{number} {}", rows.counting_word),
        false => number,
    };
    Ok(call.cited(text, rows.evidence.clone()))
}
