//! An exact decimal amount. It remembers how many decimals were written and never touches
//! floating point.

use std::fmt;
use std::ops::Neg;
use std::str::FromStr;

use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::text::deserialize_text;

/// An exact decimal number of up to 28 digits. `1.50` and `1.5` are equal, but each keeps the
/// number of decimals it was written with.
///
/// Sums, differences and products are exact or refused; only a quotient is ever rounded.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Amount(Decimal);

/// Why there is no amount.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AmountError {
    #[error("«{0}» không phải là số thập phân: hãy viết như 1172.5")]
    NotDecimal(String),
    #[error("số hoặc kết quả phép tính dài quá 28 chữ số: hãy dùng đơn vị lớn hơn")]
    Overflow,
}

/// A quotient that does not end is rounded here: exact enough for any ratio that is printed, and
/// short enough to be added to and multiplied afterwards.
const QUOTIENT_DECIMALS: u32 = 18;

impl Amount {
    /// 0, without decimals.
    pub const ZERO: Amount = Amount(Decimal::ZERO);
    /// 100, without decimals.
    pub const ONE_HUNDRED: Amount = Amount(Decimal::ONE_HUNDRED);

    /// `mantissa` × 10^-`decimals`: `new(10_34, 2)` is 10,34. At most 28 decimals.
    pub fn new(mantissa: i64, decimals: u32) -> Amount {
        Amount(Decimal::new(mantissa, decimals))
    }

    /// The value × 10^`exponent`, exactly; the decimal mark moves and nothing is rounded.
    pub(crate) fn shifted(self, exponent: i32) -> Result<Amount, AmountError> {
        let (mut mantissa, mut scale) =
            (self.0.mantissa(), self.decimals().cast_signed() - exponent);
        while scale < 0 {
            mantissa = mantissa.checked_mul(10).ok_or(AmountError::Overflow)?;
            scale += 1;
        }
        Amount::from_parts(mantissa, scale.unsigned_abs())
    }

    /// The plain machine form: digits with at most one `.` and a leading `-`, as in `"-1172.50"`.
    pub fn plain(self) -> String {
        self.0.to_string()
    }

    /// All digits as written, without sign and decimal mark; at least one more than decimals.
    pub(crate) fn digits(self) -> String {
        let digits = self.0.mantissa().unsigned_abs().to_string();
        match (self.decimals() as usize + 1).checked_sub(digits.len()) {
            Some(missing @ 1..) => "0".repeat(missing) + &digits,
            _ => digits,
        }
    }

    /// Digits and decimals, where the digits fit: the short form for many amounts on their way.
    pub fn parts(self) -> Option<(i64, u32)> {
        Some((i64::try_from(self.0.mantissa()).ok()?, self.decimals()))
    }

    /// What [`Amount::parts`] gave; refused with more than 28 decimals.
    pub fn of_parts(digits: i64, decimals: u32) -> Result<Amount, AmountError> {
        Decimal::try_new(digits, decimals).map(Amount).map_err(|_| AmountError::Overflow)
    }

    /// The number of decimals as written.
    pub fn decimals(self) -> u32 {
        self.0.scale()
    }

    /// Rounded half away from zero, as offices do; keeps fewer decimals when there are fewer.
    pub fn round(self, decimals: u32) -> Amount {
        unsigned_zero(
            self.0.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero),
        )
    }

    /// Rounded towards zero: what may stand behind "trên" or "hơn".
    pub fn truncate(self, decimals: u32) -> Amount {
        unsigned_zero(self.0.round_dp_with_strategy(decimals, RoundingStrategy::ToZero))
    }

    /// The same value without trailing zeros after the decimal mark.
    pub fn trimmed(self) -> Amount {
        Amount(self.0.normalize())
    }

    /// Rounded away from zero: what may stand behind "gần" or "dưới".
    pub(crate) fn round_away(self, decimals: u32) -> Amount {
        unsigned_zero(self.0.round_dp_with_strategy(decimals, RoundingStrategy::AwayFromZero))
    }

    /// The same value with exactly `decimals` decimals; rounds when there are more, and adds
    /// fewer zeros than asked only when 28 digits do not hold them.
    pub fn with_decimals(self, decimals: u32) -> Amount {
        let mut value = self.round(decimals).0;
        value.rescale(decimals);
        Amount(value)
    }

    /// The size without its sign.
    pub fn abs(self) -> Amount {
        Amount(self.0.abs())
    }

    /// True for 0 with any number of decimals.
    pub fn is_zero(self) -> bool {
        self.0.is_zero()
    }

    /// Below zero; zero has no sign.
    pub fn is_negative(self) -> bool {
        self.0.is_sign_negative() && !self.0.is_zero()
    }

    /// True when nothing stands after the decimal mark but zeros.
    pub fn is_whole(self) -> bool {
        self.0.is_integer()
    }

    /// The value as a whole number, when it is one and fits.
    pub fn to_whole(self) -> Option<i64> {
        if self.is_whole() { i64::try_from(self.0).ok() } else { None }
    }

    /// The exact sum, with the decimals of the longer one.
    pub fn checked_add(self, other: Amount) -> Result<Amount, AmountError> {
        let scale = self.decimals().max(other.decimals());
        let sum = self.mantissa_at(scale)?.checked_add(other.mantissa_at(scale)?);
        Amount::from_parts(sum.ok_or(AmountError::Overflow)?, scale)
    }

    /// The exact difference, with the decimals of the longer one.
    pub fn checked_sub(self, other: Amount) -> Result<Amount, AmountError> {
        self.checked_add(-other)
    }

    /// The exact product, with the decimals of both.
    pub fn checked_mul(self, other: Amount) -> Result<Amount, AmountError> {
        let product = self.0.mantissa().checked_mul(other.0.mantissa());
        Amount::from_parts(
            product.ok_or(AmountError::Overflow)?,
            self.decimals() + other.decimals(),
        )
    }

    /// The quotient, rounded half away from zero to 18 decimals when it is longer; `None` when
    /// `divisor` is zero or the result does not fit.
    pub fn checked_div(self, divisor: Amount) -> Option<Amount> {
        let quotient = self.0.checked_div(divisor.0)?;
        Some(Amount(quotient).round(QUOTIENT_DECIMALS))
    }

    /// `mantissa` × 10^-`decimals`, without trailing zeros only where it does not fit with them.
    pub(crate) fn from_parts(mut mantissa: i128, mut decimals: u32) -> Result<Amount, AmountError> {
        loop {
            if let Ok(value) = Decimal::try_from_i128_with_scale(mantissa, decimals) {
                return Ok(Amount(value));
            }
            if decimals == 0 || mantissa % 10 != 0 {
                return Err(AmountError::Overflow);
            }
            mantissa /= 10;
            decimals -= 1;
        }
    }

    /// Digits before and after the decimal mark; `None` when there is something else or nothing
    /// before it. Reads at once what is longer than any amount: a parser that goes digit by digit
    /// may run out of stack on a long cell.
    pub(crate) fn from_digits(whole: &str, decimals: &str) -> Option<Result<Amount, AmountError>> {
        let all_digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        if whole.is_empty() || !all_digits(whole) || !all_digits(decimals) {
            return None;
        }
        // 28 digits always fit an i128; what does not fit is no amount.
        let mantissa = whole.bytes().chain(decimals.bytes()).try_fold(0i128, |mantissa, digit| {
            mantissa.checked_mul(10)?.checked_add(i128::from(digit - b'0'))
        });
        Some(match (mantissa, u32::try_from(decimals.len())) {
            (Some(mantissa), Ok(scale)) => Amount::from_parts(mantissa, scale),
            _ => Err(AmountError::Overflow),
        })
    }

    fn mantissa_at(self, scale: u32) -> Result<i128, AmountError> {
        10i128
            .checked_pow(scale - self.decimals())
            .and_then(|factor| self.0.mantissa().checked_mul(factor))
            .ok_or(AmountError::Overflow)
    }
}

/// "-0" is 0: a sign without a size would show up in the printed text.
fn unsigned_zero(value: Decimal) -> Amount {
    Amount(if value.is_zero() { value.abs() } else { value })
}

impl Neg for Amount {
    type Output = Amount;
    fn neg(self) -> Amount {
        if self.is_zero() { self } else { Amount(-self.0) }
    }
}

impl From<i64> for Amount {
    fn from(value: i64) -> Amount {
        Amount(Decimal::from(value))
    }
}

impl FromStr for Amount {
    type Err = AmountError;

    /// Reads the plain machine form only; what people write is read by [`crate::read_number`].
    fn from_str(text: &str) -> Result<Amount, AmountError> {
        let not_decimal = || AmountError::NotDecimal(text.to_owned());
        let unsigned = text.strip_prefix('-').unwrap_or(text);
        let (whole, decimals) = match unsigned.split_once('.') {
            Some((_, "")) => return Err(not_decimal()),
            Some(parts) => parts,
            None => (unsigned, ""),
        };
        let amount = Amount::from_digits(whole, decimals).ok_or_else(not_decimal)??;
        Ok(if unsigned.len() < text.len() { -amount } else { amount })
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl fmt::Debug for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Amount({})", self.0)
    }
}

impl Serialize for Amount {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Amount, D::Error> {
        deserialize_text(deserializer)
    }
}
