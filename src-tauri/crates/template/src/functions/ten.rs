//! `ten("thu-ngan-sach")` → "tổng thu ngân sách".

use minijinja::Value;

use crate::call::Call;
use crate::objects::Printable;

/// The indicator's name as it stands inside a sentence; `day_du=true` gives the full name.
pub fn ten(call: &Call) -> Result<Value, minijinja::Error> {
    let indicator = match call.indicator()? {
        Ok(indicator) => indicator,
        Err(gap) => return Ok(call.gap_value(gap)),
    };
    let full = call.option::<bool>("day_du")?.unwrap_or(false);
    Ok(Printable::text(&if full { indicator.name.clone() } else { indicator.name_in_sentence() }))
}
