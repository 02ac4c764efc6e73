//! What the two binary workbook formats, .xls and .xlsb, share: fields of a record, packed
//! numbers, error codes, and cells put into sheets.

mod fields;
mod keeper;

pub(crate) use fields::Fields;
pub(crate) use keeper::{Keeper, Place, StyledText};

use crate::digits;
use crate::raw::Span;

/// A packed number: a whole number or the upper half of a binary one, each perhaps in hundredths.
/// `None` for what is no number.
#[allow(clippy::float_arithmetic, reason = "the format stores the hundredfold of a binary number")]
pub(crate) fn packed_number(packed: u32) -> Option<Box<str>> {
    let in_hundredths = packed & 1 != 0;
    if packed & 2 == 0 {
        let value = f64::from_bits(u64::from(packed & !3) << 32);
        return digits::of_float(if in_hundredths { value / 100.0 } else { value });
    }
    let whole = packed.cast_signed() >> 2;
    if !in_hundredths {
        return Some(whole.to_string().into());
    }
    let sign = if whole < 0 { "-" } else { "" };
    let (units, hundredths) = (whole.unsigned_abs() / 100, whole.unsigned_abs() % 100);
    let text = format!("{sign}{units}.{hundredths:02}");
    Some(text.trim_end_matches('0').trim_end_matches('.').into())
}

/// The error of a code that both formats share; `#N/A` stands for the newer ones too.
pub(crate) fn error_text(code: u8) -> &'static str {
    match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        0x2B => "#GETTING_DATA",
        _ => "#N/A",
    }
}

/// Adds a hidden row to those before it.
pub(crate) fn hide_row(rows: &mut Vec<Span>, row: u32) {
    match rows.last_mut() {
        Some(span) if span.last.checked_add(1) == Some(row) => span.last = row,
        _ => rows.push(Span { first: row, last: row }),
    }
}
