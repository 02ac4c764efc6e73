//! `so(5, bang_chu=true)` → "năm".

use crate::call::Call;
use crate::error::misuse;
use crate::objects::Printable;
use crate::outcome::Outcome;
use crate::phrase::counted;

/// A whole number in the office's style, or in words with `bang_chu=true`.
pub fn so(call: &Call) -> Outcome {
    let number = call.arg(0).and_then(|value| i64::try_from(value.clone()).ok());
    let number = number.ok_or_else(|| misuse("hàm so cần một số nguyên, ví dụ so(5)"))?;
    let in_words = call.option::<bool>("bang_chu")?.unwrap_or(false);
    Ok(Printable::text(&counted(number, &call.style()?, in_words)))
}
