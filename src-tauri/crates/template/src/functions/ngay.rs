//! `ngay("2022-12-27")` → "ngày 27/12/2022"; several days of one month in one phrase.

use tongket_figures::{Date, DateReading, days_phrase, read_date};

use crate::call::Call;
use crate::error::misuse;
use crate::objects::Printable;
use crate::outcome::Outcome;

/// One or more days in the office's date form.
pub fn ngay(call: &Call) -> Outcome {
    let mut days: Vec<Date> = Vec::new();
    while days.is_empty() || call.arg(days.len()).is_some() {
        let text = call.text_arg(days.len(), "ngày")?;
        match read_date(&text) {
            Some(DateReading::Day(day)) => days.push(day),
            _ => {
                return Err(misuse(format!(
                    "«{text}» không phải là ngày, viết như \"2022-12-27\""
                ))
                .into());
            }
        }
    }
    days.sort_unstable();
    Ok(Printable::text(&days_phrase(&days, &call.style()?)))
}
