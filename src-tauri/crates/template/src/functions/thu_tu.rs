//! `thu_tu(11)` → "thứ 11", "thứ mười một" or "thứ XI".

use tongket_figures::{Ordinals, print_ordinal};

use crate::call::Call;
use crate::error::misuse;
use crate::objects::Printable;
use crate::outcome::Outcome;

/// An ordinal in the office's style; `kieu=` is "số", "chữ" or "la mã".
pub fn thu_tu(call: &Call) -> Outcome {
    let number = call.arg(0).and_then(|value| i64::try_from(value.clone()).ok());
    let number = number.ok_or_else(|| misuse("hàm thu_tu cần một số nguyên, ví dụ thu_tu(11)"))?;
    let form = match call.option::<String>("kieu")?.as_deref() {
        None => call.style()?.ordinals,
        Some("số") => Ordinals::Digits,
        Some("chữ") => Ordinals::Words,
        Some("la mã") => Ordinals::Roman,
        Some(other) => {
            return Err(
                misuse(format!("kieu=\"{other}\": chỉ có \"số\", \"chữ\", \"la mã\"")).into()
            );
        }
    };
    Ok(Printable::text(&format!("thứ {}", print_ordinal(number, form))))
}
