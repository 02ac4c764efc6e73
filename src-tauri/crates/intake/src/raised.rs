//! Raised digits. A footnote mark behind a number is a raised "1": as plain digits it would make
//! another number of it.

use std::borrow::Cow;

const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];

/// The text with its digits as the raised signs that Unicode has: "m" and a raised "2" are "m²".
pub(crate) fn raised(text: &str) -> Cow<'_, str> {
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return Cow::Borrowed(text);
    }
    let sign = |c: char| c.to_digit(10).and_then(|digit| RAISED.get(digit as usize)).copied();
    Cow::Owned(text.chars().map(|c| sign(c).unwrap_or(c)).collect())
}
