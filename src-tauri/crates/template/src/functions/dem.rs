//! `dem(giai_phap(linh_vuc="xay-dung-dang"))` → "9".

use crate::call::Call;
use crate::error::misuse;
use crate::outcome::Outcome;
use crate::phrase::counted;

/// The number of rows. `bang_chu=` (in words) and `dem_hai_chu_so=` (padding) override the
/// office's style, `kem_tu=true` adds the counting word. No rows are a gap, never zero.
pub fn dem(call: &Call) -> Outcome {
    let rows = call.rows_or_gap()?;
    let with_word = call.option::<bool>("kem_tu")?.unwrap_or(false);
    let style = call.style()?;
    let in_words = call.option::<bool>("bang_chu")?.unwrap_or(style.counts_in_words);
    let number = counted(i64::try_from(rows.items.len()).map_err(misuse)?, &style, in_words);
    let text = match with_word && !rows.counting_word.is_empty() {
        true => format!("{number} {}", rows.counting_word),
        false => number,
    };
    Ok(call.cited(text, rows.evidence.clone()))
}
