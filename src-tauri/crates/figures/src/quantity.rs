//! A quantity as it stands in a report: qualifiers, amount, range end or denominator, unit.
//! `Quantity::read` and `Quantity::print` are twins.

use serde::{Deserialize, Serialize};

use crate::{Amount, NumberReading, Qualifier, Style, Unit, print_number, print_rank, read_number};

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
    pub unit: Unit,
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum QuantityError {
    #[error("không đọc được số trong «{0}»")]
    NoNumber(String),
    #[error("tử số {numerator} lớn hơn mẫu số {denominator}")]
    AboveDenominator { numerator: String, denominator: String },
    #[error("khoảng giá trị ngược: {from} lớn hơn {to}")]
    ReversedRange { from: String, to: String },
    #[error("số «{text}» có thể là {likely} hoặc {other}: hãy viết rõ")]
    Ambiguous { text: String, likely: String, other: String },
}

impl Quantity {
    pub fn of_amount(amount: Amount, unit: Unit) -> Quantity {
        Quantity { qualifiers: Vec::new(), amount, to: None, of: None, unit }
    }

    pub fn with_qualifiers(mut self, qualifiers: Vec<Qualifier>) -> Quantity {
        self.qualifiers = qualifiers;
        self
    }

    /// Reads what a person writes: "1.172,5", "trên 120", "7/8", "548.291 triệu đồng",
    /// "ước đạt khoảng 102.614 tỷ đồng". A unit in the text wins over `default_unit`.
    pub fn read(text: &str, default_unit: &Unit) -> Result<Quantity, QuantityError> {
        let no_number = || QuantityError::NoNumber(text.trim().to_owned());
        let (mut qualifiers, rest) = Qualifier::read_leading(text);
        let start = rest
            .find(|c: char| c.is_ascii_digit())
            .map(|at| rest[..at].trim_end_matches(['(', '-', '−', '+']).len())
            .ok_or_else(no_number)?;
        let is_rank = matches!(crate::fold(&rest[..start]).as_str(), "thu" | "hang" | "hang thu");
        if !is_rank && !rest[..start].trim().is_empty() {
            return Err(no_number());
        }
        let (number, tail) = split_number(&rest[start..]);
        let (tail, trailing) = Qualifier::read_trailing(tail);
        if let Some(trailing) = trailing {
            qualifiers.retain(|q| *q != Qualifier::AtLeast);
            qualifiers.push(trailing);
        }
        let unit_text = tail.trim();
        if unit_text.contains(|c: char| c.is_ascii_digit()) && !unit_text.contains(['²', '³']) {
            return Err(no_number());
        }
        let unit = match unit_text {
            _ if is_rank => Unit::read("hạng"),
            "" => default_unit.clone(),
            text => Unit::read(text),
        };
        let (amount, to, of) = read_parts(number).ok_or_else(no_number)?;
        Quantity { qualifiers, amount, to, of, unit }.checked()
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
        if let Some(of) = self.of {
            return format!("{}/{}", print_number(self.amount), print_number(of));
        }
        if let Some(to) = self.to {
            return format!("{} - {}", print_number(self.amount), print_number(to));
        }
        let below_ten = !self.amount.is_negative() && self.amount < Amount::from(10);
        if style.pad_counts
            && self.unit.is_count()
            && below_ten
            && self.amount.is_whole()
            && self.amount.decimals() == 0
        {
            return format!("0{}", print_number(self.amount));
        }
        print_number(self.amount)
    }

    /// Number and unit without qualifiers: "102.614 tỷ đồng", "10,34%", "thứ 07".
    pub fn print_bare(&self, style: &Style) -> String {
        if self.unit.is_rank()
            && let Some(place) = self.amount.to_whole()
        {
            return print_rank(place, style);
        }
        join_unit(self.print_number(style), &self.unit)
    }

    /// Everything but the verb: "ước khoảng 102.614 tỷ đồng", "từ 95% trở lên".
    pub fn print(&self, style: &Style) -> String {
        self.print_qualified(style, |_| true)
    }

    /// Qualifiers that `keep` accepts, then number and unit.
    pub fn print_qualified(&self, style: &Style, keep: impl Fn(Qualifier) -> bool) -> String {
        let kept: Vec<Qualifier> = self.qualifiers.iter().copied().filter(|q| keep(*q)).collect();
        let mut text = String::new();
        for qualifier in &kept {
            text.push_str(qualifier.word());
            text.push(' ');
        }
        text.push_str(&self.print_bare(style));
        if kept.contains(&Qualifier::AtLeast) {
            text.push_str(" trở lên");
        }
        text
    }

    /// Numerator over denominator, unrounded, when this is a count "n/N" with N above zero.
    pub fn share(&self) -> Option<Amount> {
        self.of.and_then(|of| self.amount.checked_div(of))
    }

    /// The value in `other`'s unit, for comparing the two; the share when both are "n/N".
    pub fn comparable_in(&self, other: &Quantity) -> Option<Amount> {
        if self.of.is_some() && other.of.is_some() {
            return self.share();
        }
        self.unit.convert(self.amount, &other.unit).ok()
    }

    /// The same quantity in another unit of its dimension.
    pub fn convert(&self, unit: &Unit) -> Result<Quantity, crate::UnitError> {
        let convert = |amount| self.unit.convert(amount, unit);
        Ok(Quantity {
            qualifiers: self.qualifiers.clone(),
            amount: convert(self.amount)?,
            to: self.to.map(convert).transpose()?,
            of: self.of.map(convert).transpose()?,
            unit: unit.clone(),
        })
    }
}

/// No space before %; otherwise a no-break space between number and unit.
fn join_unit(number: String, unit: &Unit) -> String {
    match unit.text() {
        "" => number,
        text if text.starts_with('%') => number + text,
        text => format!("{number}\u{a0}{text}"),
    }
}

/// Splits "12,5 - 13%" into the number part "12,5 - 13" and the rest.
fn split_number(text: &str) -> (&str, &str) {
    let is_part = |c: char| c.is_ascii_digit() || ".,/-–−+()".contains(c) || c.is_whitespace();
    let mut end = text.find(|c: char| !is_part(c)).unwrap_or(text.len());
    while end > 0 && !text[..end].ends_with(|c: char| c.is_ascii_digit() || c == ')') {
        end -= text[..end].chars().next_back().map_or(0, char::len_utf8);
    }
    text.split_at(end)
}

type Parts = (Amount, Option<Amount>, Option<Amount>);

fn read_parts(text: &str) -> Option<Parts> {
    let number = |part: &str| read_number(part).ok().map(NumberReading::likely);
    if let Some(amount) = number(text) {
        return Some((amount, None, None));
    }
    if let Some((numerator, denominator)) = text.split_once('/') {
        return Some((number(numerator)?, None, Some(number(denominator)?)));
    }
    let dash = text.char_indices().skip(1).find(|(_, c)| matches!(c, '-' | '–' | '−'))?;
    let (from, to) = (&text[..dash.0], &text[dash.0 + dash.1.len_utf8()..]);
    Some((number(from)?, Some(number(to)?), None))
}
