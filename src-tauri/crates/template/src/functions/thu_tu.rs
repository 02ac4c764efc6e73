//! `thu_tu(11)` → "thứ 11", "thứ mười một" or "thứ XI".

use tongket_figures::{Ordinals, print_ordinal};

use crate::call::Call;
use crate::error::misuse;
use crate::objects::Printable;
use crate::outcome::Outcome;

/// An ordinal in the office's style; `kieu=` is "số", "chữ" or "la mã".
pub fn thu_tu(call: &Call) -> Outcome {
    let number = call.arg(0).and_then(|value| i64::try_from(value.clone()).ok());
    let number = number
        .filter(|number| *number > 0)
        .ok_or_else(|| misuse("hàm thu_tu cần một số nguyên từ 1, ví dụ thu_tu(11)"))?;
    let form = match call.choice("kieu", &["số", "chữ", "la mã"])? {
        Some("số") => Ordinals::Digits,
        Some("chữ") => Ordinals::Words,
        Some(_) => Ordinals::Roman,
        None => call.style()?.ordinals,
    };
    Ok(Printable::text(&format!("thứ {}", print_ordinal(number, form))))
}
