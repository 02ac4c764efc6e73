//! Units of measure: the text as the office writes it, its dimension, and conversion inside one
//! dimension (triệu đồng → tỷ đồng). A count's dimension is the thing counted.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::text::tidy;
use crate::{Amount, fold};

/// What is measured, without its size. Two units convert into each other when both base and
/// `per` are equal.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Base {
    Dong,
    UsDollar,
    /// %
    Percent,
    /// điểm phần trăm: a difference of two percentages
    PercentPoint,
    /// lần
    Times,
    /// hạng: a place in a ranking
    Rank,
    /// in square metres
    Area,
    /// in kilograms
    Mass,
    /// in metres
    Length,
    /// in cubic metres
    Volume,
    /// in watt-hours
    Energy,
    /// Things counted; the noun, folded.
    Count(String),
}

/// A unit as written (`triệu đồng/người/năm`) with its meaning. Every value has one, so copies
/// share what was read once.
#[derive(Debug, Clone)]
pub struct Unit(Arc<Reading>);

#[derive(Debug)]
struct Reading {
    text: String,
    base: Base,
    /// What the amount is per, folded: `nguoi/nam`; for a share what it is a share of; mostly
    /// empty.
    per: String,
    /// One of this unit is 10^`exponent` of the base.
    exponent: i32,
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum UnitError {
    #[error("không đổi được từ «{from}» sang «{to}»: hai đơn vị đo hai thứ khác nhau")]
    Incompatible { from: String, to: String },
    #[error("phép đổi đơn vị vượt quá 28 chữ số: hãy chọn đơn vị gần với số hơn")]
    Overflow,
}

impl Unit {
    /// Reads any unit text. Words that are no known measure are a thing counted ("tổ chức đảng").
    pub fn read(text: &str) -> Unit {
        let text = tidy(text).split_whitespace().collect::<Vec<_>>().join(" ");
        let (head, per) = text.split_once('/').unwrap_or((&text, ""));
        let (exponent, base, share_of) = read_head(&head.trim_end().to_lowercase());
        let per = match share_of {
            Some(whole) => whole,
            None => per.split('/').map(fold).collect::<Vec<_>>().join("/"),
        };
        Unit(Arc::new(Reading { base, per, exponent, text }))
    }

    pub fn percent() -> Unit {
        Unit::simple("%", Base::Percent)
    }

    pub fn percent_point() -> Unit {
        Unit::simple("điểm phần trăm", Base::PercentPoint)
    }

    fn simple(text: &str, base: Base) -> Unit {
        Unit(Arc::new(Reading { text: text.to_owned(), base, per: String::new(), exponent: 0 }))
    }

    /// As written, NFC, single spaces.
    pub fn text(&self) -> &str {
        &self.0.text
    }

    pub fn base(&self) -> &Base {
        &self.0.base
    }

    pub fn is_money(&self) -> bool {
        matches!(self.0.base, Base::Dong | Base::UsDollar)
    }

    /// A percentage: differences of two of these are in percentage points.
    pub fn is_rate(&self) -> bool {
        self.0.base == Base::Percent
    }

    pub fn is_rank(&self) -> bool {
        self.0.base == Base::Rank
    }

    pub fn is_count(&self) -> bool {
        matches!(self.0.base, Base::Count(_))
    }

    /// Whether both count something by the same number: "DN" and "doanh nghiệp", but not "vạn người"
    /// and "người".
    pub fn counts_alike(&self, other: &Unit) -> bool {
        let (one, other) = (&self.0, &other.0);
        let same_size = one.exponent == other.exponent && one.per == other.per;
        self.is_count() && matches!(other.base, Base::Count(_)) && same_size
    }

    /// Things counted one by one: neither "vạn người" nor "người/km²".
    pub(crate) fn counts_single_things(&self) -> bool {
        self.is_count() && self.0.exponent == 0 && self.0.per.is_empty()
    }

    /// "vạn" alone: a size for any count.
    pub(crate) fn is_bare_magnitude(&self) -> bool {
        self.0.exponent > 0 && matches!(&self.0.base, Base::Count(noun) if noun.is_empty())
    }

    pub fn converts_to(&self, other: &Unit) -> bool {
        self.0.base == other.0.base && self.0.per == other.0.per
    }

    /// Whether this is `whole` without what it is per: "triệu đồng" of "triệu đồng/người/năm".
    pub(crate) fn leaves_out_per(&self, whole: &Unit) -> bool {
        self.0.base == whole.0.base && self.0.per.is_empty()
    }

    /// The same quantity in `target`, exact, with as many decimals as the move of the decimal
    /// mark needs.
    pub fn convert(&self, amount: Amount, target: &Unit) -> Result<Amount, UnitError> {
        if !self.converts_to(target) {
            return Err(UnitError::Incompatible {
                from: self.0.text.clone(),
                to: target.0.text.clone(),
            });
        }
        self.resize(amount, target)
    }

    /// [`Unit::convert`] for units that are known to measure the same.
    pub(crate) fn resize(&self, amount: Amount, target: &Unit) -> Result<Amount, UnitError> {
        match self.0.exponent - target.0.exponent {
            0 => Ok(amount),
            exponent => {
                amount.shifted(exponent).map(Amount::trimmed).map_err(|_| UnitError::Overflow)
            }
        }
    }
}

/// Same text, hence the same unit.
impl PartialEq for Unit {
    fn eq(&self, other: &Unit) -> bool {
        self.0.text == other.0.text
    }
}

impl Eq for Unit {}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.text)
    }
}

impl Serialize for Unit {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0.text)
    }
}

impl<'de> Deserialize<'de> for Unit {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Unit, D::Error> {
        Ok(Unit::read(&String::deserialize(deserializer)?))
    }
}

/// Words for powers of ten before a money word or a noun. With their accents: folded, "vạn" is
/// the "văn" of "văn bản" and "ngàn" the "ngân" of "ngân hàng".
const MAGNITUDES: [(&str, i32); 6] =
    [("nghìn", 3), ("ngàn", 3), ("vạn", 4), ("triệu", 6), ("tỷ", 9), ("tỉ", 9)];

/// More than "triệu tỷ" does not occur; a longer chain of size words is no size.
const LARGEST_MAGNITUDE: i32 = 18;

/// Measures with their size: power of ten of the base unit, and the base.
fn known_measure(lower: &str) -> Option<(i32, Base)> {
    Some(match lower {
        "đồng" | "đ" | "vnd" | "vnđ" => (0, Base::Dong),
        "tr.đ" | "trđ" | "tr.đồng" | "tr đồng" | "trđồng" => (6, Base::Dong),
        "usd" | "đô la mỹ" | "đô la" | "đôla" | "đôla mỹ" => (0, Base::UsDollar),
        "%" | "phần trăm" => (0, Base::Percent),
        "điểm %" | "điểm phần trăm" => (0, Base::PercentPoint),
        "lần" => (0, Base::Times),
        "hạng" | "thứ hạng" => (0, Base::Rank),
        "m2" | "m²" => (0, Base::Area),
        "ha" | "héc ta" | "héc-ta" | "hecta" => (4, Base::Area),
        "km2" | "km²" => (6, Base::Area),
        "kg" => (0, Base::Mass),
        "yến" => (1, Base::Mass),
        "tạ" => (2, Base::Mass),
        "tấn" => (3, Base::Mass),
        "mm" => (-3, Base::Length),
        "cm" => (-2, Base::Length),
        "m" | "mét" => (0, Base::Length),
        "km" => (3, Base::Length),
        "lít" => (-3, Base::Volume),
        "m3" | "m³" => (0, Base::Volume),
        "wh" => (0, Base::Energy),
        "kwh" => (3, Base::Energy),
        "mwh" => (6, Base::Energy),
        "gwh" => (9, Base::Energy),
        _ => return None,
    })
}

/// Size, base and, for "% GRDP", what it is a share of.
fn read_head(lower: &str) -> (i32, Base, Option<String>) {
    if let Some((exponent, base)) = known_measure(lower) {
        return (exponent, base, None);
    }
    if let Some(whole) = lower.strip_prefix("% ").or_else(|| lower.strip_prefix("phần trăm ")) {
        return (0, Base::Percent, Some(fold(whole)));
    }
    let (exponent, noun) = take_magnitudes(lower);
    if exponent == 0 || exponent > LARGEST_MAGNITUDE {
        return (0, Base::Count(fold(lower)), None);
    }
    match known_measure(noun) {
        Some((own, base)) => (exponent + own, base, None),
        // "1.172,5 tỷ" is money; "61,6 vạn" is not.
        None if noun.is_empty() && !lower.ends_with("vạn") => (exponent, Base::Dong, None),
        None => (exponent, Base::Count(fold(noun)), None),
    }
}

/// The sum of the size words at the front ("nghìn tỷ": 12) and what they are the size of.
fn take_magnitudes(lower: &str) -> (i32, &str) {
    let mut exponent = 0;
    let mut noun = lower;
    while let Some((size, rest)) = take_magnitude(noun) {
        exponent += size;
        noun = rest;
    }
    (exponent, noun)
}

/// "1000 người", "1.000đ", "10^6 m3": yearbooks write the size in digits.
fn take_power(text: &str) -> Option<(i32, &str)> {
    const POWERS: [(&str, i32); 10] = [
        ("1000000", 6),
        ("1.000.000", 6),
        ("1 000 000", 6),
        ("10^6", 6),
        ("10⁶", 6),
        ("1000", 3),
        ("1.000", 3),
        ("1 000", 3),
        ("10^3", 3),
        ("10³", 3),
    ];
    POWERS.iter().find_map(|(digits, size)| {
        let rest = text.strip_prefix(digits)?;
        let ends = rest.starts_with(|c: char| c == ' ' || c.is_alphabetic());
        ends.then(|| (*size, rest.trim_start()))
    })
}

fn take_magnitude(text: &str) -> Option<(i32, &str)> {
    if let Some((size, rest)) = take_power(text) {
        return Some((size, rest));
    }
    // "tr.USD"
    if let Some(rest) = text.strip_prefix("tr.").filter(|rest| !rest.is_empty()) {
        return Some((6, rest.trim_start()));
    }
    let (word, rest) = text.split_once(' ').unwrap_or((text, ""));
    // "tỷ lệ", "tỷ suất", "tỷ trọng" are rates.
    if matches!(rest.split(' ').next(), Some("lệ" | "suất" | "trọng" | "số")) {
        return None;
    }
    MAGNITUDES.iter().find(|(name, _)| *name == word).map(|(_, size)| (*size, rest))
}
