//! `ten("thu-ngan-sach")` → "tổng thu ngân sách".

use crate::call::Call;
use crate::objects::Printable;
use crate::outcome::Outcome;

/// The indicator's name as it stands inside a sentence; `day_du=true` gives the full name.
pub fn ten(call: &Call) -> Outcome {
    let indicator = call.indicator()?;
    let full = call.option::<bool>("day_du")?.unwrap_or(false);
    Ok(Printable::text(&if full { indicator.name.clone() } else { indicator.name_in_sentence() }))
}
