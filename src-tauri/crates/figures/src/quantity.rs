//! A quantity as it stands in a report: qualifiers, amount, range end or denominator, unit.
//! [`Quantity::print`] is the twin of `Quantity::read`.

use serde::{Deserialize, Serialize};

use crate::number::push_number;
use crate::{Amount, Qualifier, Style, Unit, percent_of, print_number, print_rank};

/// "ước khoảng 102.614 tỷ đồng", "7/8 huyện", "12,5 - 13%", "trên 120 đảng viên", "thứ 07".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quantity {
    /// In the order written.
    pub qualifiers: Vec<Qualifier>,
    /// The value; the numerator when `of` is set, the lower end when `to` is set.
    pub amount: Amount,
    /// The upper end of a range.
    pub to: Option<Amount>,
    /// The denominator of a count "7/8"; at least as large as `amount`.
    pub of: Option<Amount>,
    /// Of the amount, the range end and the denominator alike.
    pub unit: Unit,
}

/// Why a text is no quantity, or a quantity cannot be.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum QuantityError {
    #[error("không đọc được số trong «{0}»: hãy chỉ ghi số và đơn vị, ví dụ trên 1.172,5 tỷ đồng")]
    NoNumber(String),
    #[error("tử số {numerator} lớn hơn mẫu số {denominator}: hãy kiểm tra lại hai số")]
    AboveDenominator { numerator: String, denominator: String },
    #[error("khoảng giá trị ngược, {from} lớn hơn {to}: hãy ghi số nhỏ trước")]
    ReversedRange { from: String, to: String },
}

impl Quantity {
    /// An amount with its unit and nothing else.
    pub fn of_amount(amount: Amount, unit: Unit) -> Quantity {
        Quantity { qualifiers: Vec::new(), amount, to: None, of: None, unit }
    }

    /// Whether it is no final figure: "ước 10,34", "dự kiến 12".
    pub fn is_estimate(&self) -> bool {
        self.qualifiers.iter().any(|qualifier| qualifier.before_verb())
    }

    /// The same amount within the same bounds, whatever the unit it was written in: "trên 100" may
    /// reach what "100" does not, but "ước" and "khoảng" only say how it was found.
    pub fn is_same_as(&self, other: &Quantity) -> bool {
        self.convert(&other.unit).is_ok_and(|one| {
            (one.amount, one.of, one.to) == (other.amount, other.of, other.to)
                && one.bounds().eq(other.bounds())
        })
    }

    /// The words by which it is another value than its number.
    fn bounds(&self) -> impl Iterator<Item = &Qualifier> {
        let says_how = |it: &&Qualifier| {
            matches!(
                it,
                Qualifier::Estimated
                    | Qualifier::Expected
                    | Qualifier::About
                    | Qualifier::Remaining
                    | Qualifier::Only
            )
        };
        self.qualifiers.iter().filter(move |it| !says_how(it))
    }

    /// The same quantity with these words before it instead of its own.
    pub fn with_qualifiers(mut self, qualifiers: Vec<Qualifier>) -> Quantity {
        self.qualifiers = qualifiers;
        self
    }

    /// Refuses 9/8 and 13 - 12,5.
    pub fn checked(self) -> Result<Quantity, QuantityError> {
        if let Some(of) = self.of
            && self.amount > of
        {
            return Err(QuantityError::AboveDenominator {
                numerator: print_number(self.amount),
                denominator: print_number(of),
            });
        }
        if let Some(to) = self.to
            && self.amount > to
        {
            return Err(QuantityError::ReversedRange {
                from: print_number(self.amount),
                to: print_number(to),
            });
        }
        Ok(self)
    }

    /// The number alone, as the style writes it: "102.614", "07", "7/8", "12,5 - 13".
    pub fn print_number(&self, style: &Style) -> String {
        let mut text = String::with_capacity(32);
        self.push_number(&mut text, style);
        text
    }

    /// Number and unit without qualifiers: "102.614 tỷ đồng", "10,34%", "thứ 07".
    pub fn print_bare(&self, style: &Style) -> String {
        let mut text = String::with_capacity(32);
        self.push_bare(&mut text, style);
        text
    }

    /// Everything but the verb: "ước khoảng 102.614 tỷ đồng", "từ 95% trở lên".
    pub fn print(&self, style: &Style) -> String {
        self.print_qualified(style, |_| true)
    }

    /// Qualifiers that `keep` accepts, then number and unit.
    pub fn print_qualified(&self, style: &Style, keep: impl Fn(Qualifier) -> bool) -> String {
        let mut text = String::with_capacity(32);
        let mut open_upwards = false;
        for qualifier in self.qualifiers.iter().copied().filter(|q| keep(*q)) {
            text.push_str(qualifier.word());
            text.push(' ');
            open_upwards |= qualifier == Qualifier::AtLeast;
        }
        self.push_bare(&mut text, style);
        if open_upwards {
            text.push_str(" trở lên");
        }
        text
    }

    /// Numerator over denominator, unrounded, when this is a count "n/N" with N above zero.
    pub fn share(&self) -> Option<Amount> {
        self.of.and_then(|of| self.amount.checked_div(of))
    }

    /// The value on the scale of `other`: to be compared with its share when `other` is "n/N",
    /// with its amount when not. "7/8" against a percentage is 87,5, against a plain count 7.
    pub fn comparable_in(&self, other: &Quantity) -> Option<Amount> {
        self.on_scale_of(other, self.amount)
    }

    /// This value as a percentage of `base`, unrounded; `None` when their units differ or the base
    /// is zero.
    pub fn percent_of(&self, base: &Quantity) -> Option<Amount> {
        percent_of(self.comparable_in(base)?, base.share().unwrap_or(base.amount))
    }

    /// [`Quantity::comparable_in`] for either end of a range.
    pub(crate) fn on_scale_of(&self, other: &Quantity, amount: Amount) -> Option<Amount> {
        match (self.of, other.of) {
            (Some(of), Some(_)) => amount.checked_div(of),
            (None, Some(_)) if self.unit.is_rate() => amount.checked_div(Amount::ONE_HUNDRED),
            (None, Some(of)) => self.unit.convert(amount, &other.unit).ok()?.checked_div(of),
            (Some(of), None) if other.unit.is_rate() => percent_of(amount, of),
            (_, None) => self.unit.convert(amount, &other.unit).ok(),
        }
    }

    /// The same quantity in another unit of its dimension.
    pub fn convert(&self, unit: &Unit) -> Result<Quantity, crate::UnitError> {
        self.moved(unit, |amount| self.unit.convert(amount, unit))
    }

    /// As [`Quantity::convert`], of what was typed where the unit is known: people leave out what
    /// a value is per, "82,5 triệu đồng" beside "triệu đồng/người/năm".
    pub fn entered_as(&self, unit: &Unit) -> Result<Quantity, crate::UnitError> {
        if self.unit.leaves_out_per(unit) {
            return self.moved(unit, |amount| self.unit.resize(amount, unit));
        }
        self.convert(unit)
    }

    fn moved(
        &self,
        unit: &Unit,
        convert: impl Fn(Amount) -> Result<Amount, crate::UnitError>,
    ) -> Result<Quantity, crate::UnitError> {
        Ok(Quantity {
            qualifiers: self.qualifiers.clone(),
            amount: convert(self.amount)?,
            to: self.to.map(&convert).transpose()?,
            of: self.of.map(&convert).transpose()?,
            unit: unit.clone(),
        })
    }

    fn push_bare(&self, text: &mut String, style: &Style) {
        if self.unit.is_rank()
            && let Some(place) = self.amount.to_whole()
        {
            return self.push_rank(text, place, style);
        }
        self.push_number(text, style);
        // No space before %; otherwise a no-break space between number and unit.
        match self.unit.text() {
            "" => {}
            unit if unit.starts_with('%') => text.push_str(unit),
            unit => {
                text.push('\u{a0}');
                text.push_str(unit);
            }
        }
    }

    /// "thứ nhất", "thứ 07", "thứ 2/63", "thứ 2 - 5".
    fn push_rank(&self, text: &mut String, place: i64, style: &Style) {
        if self.of.is_none() && self.to.is_none() {
            return text.push_str(&print_rank(place, style));
        }
        text.push_str("thứ ");
        self.push_number(text, style);
    }

    fn push_number(&self, text: &mut String, style: &Style) {
        if self.takes_leading_zero(style) {
            text.push('0');
        }
        push_number(text, self.amount);
        if let Some(of) = self.of {
            text.push('/');
            push_number(text, of);
        } else if let Some(to) = self.to {
            text.push_str(" - ");
            push_number(text, to);
        }
    }

    /// Counts one to nine: "02 nhiệm vụ", never "00", "02,5" or "02/8".
    fn takes_leading_zero(&self, style: &Style) -> bool {
        style.pad_counts
            && self.unit.counts_single_things()
            && self.of.is_none()
            && self.to.is_none()
            && self.amount.decimals() == 0
            && self.amount > Amount::ZERO
            && self.amount < Amount::from(10)
    }
}
