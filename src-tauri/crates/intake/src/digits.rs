//! The digits of a stored number: which texts are numbers, and how a binary number is written.

/// Digits with at most one point, a sign and an exponent: what a file may write. `NaN` and
/// `INF` are none.
pub(crate) fn is_number(text: &str) -> bool {
    let body = text.strip_prefix(['-', '+']).unwrap_or(text);
    let (mantissa, exponent) = body.split_once(['e', 'E']).unwrap_or((body, "0"));
    let exponent = exponent.strip_prefix(['-', '+']).unwrap_or(exponent);
    let (whole, decimals) = mantissa.split_once('.').unwrap_or((mantissa, "0"));
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    digits(whole)
        && digits(decimals)
        && !(whole.is_empty() && decimals.is_empty())
        && !exponent.is_empty()
        && digits(exponent)
}

/// The shortest digits that mean exactly this number; `None` for what is no number.
pub(crate) fn of_float(value: f64) -> Option<Box<str>> {
    const PLAIN: std::ops::Range<f64> = 1e-7..1e17;
    if !value.is_finite() {
        return None;
    }
    let size = value.abs();
    let digits = if size == 0.0 {
        "0".to_owned()
    } else if PLAIN.contains(&size) {
        value.to_string()
    } else {
        format!("{value:E}")
    };
    Some(digits.into())
}
