//! Units of measure: the text as the office writes it, its dimension, and conversion inside one
//! dimension (triệu đồng → tỷ đồng). A count's dimension is the thing counted.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use unicode_normalization::UnicodeNormalization;

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

/// A unit as written (`triệu đồng/người/năm`) with its meaning.
#[derive(Debug, Clone)]
pub struct Unit {
    text: String,
    base: Base,
    /// What the amount is per, folded: `nguoi/nam`; empty when it is not.
    per: String,
    /// One of this unit in units of the base.
    factor: Amount,
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum UnitError {
    #[error("không đổi được từ «{from}» sang «{to}»")]
    Incompatible { from: String, to: String },
    #[error("phép đổi đơn vị vượt quá 28 chữ số")]
    Overflow,
}

impl Unit {
    /// Reads any unit text. Words that are no known measure are a thing counted ("tổ chức đảng").
    pub fn read(text: &str) -> Unit {
        let text: String = text.nfc().collect::<String>();
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let (head, per) = match text.split_once('/') {
            Some((head, per)) => (head.trim(), fold(per)),
            None => (text.as_str(), String::new()),
        };
        let (factor, base) = read_head(&fold(head));
        Unit { base, per, factor, text }
    }

    pub fn percent() -> Unit {
        Unit::read("%")
    }

    pub fn percent_point() -> Unit {
        Unit::read("điểm phần trăm")
    }

    /// As written, NFC, single spaces.
    pub fn text(&self) -> &str {
        &self.text
    }

    pub fn base(&self) -> &Base {
        &self.base
    }

    pub fn is_money(&self) -> bool {
        matches!(self.base, Base::Dong | Base::UsDollar)
    }

    /// A percentage: differences of two of these are in percentage points.
    pub fn is_rate(&self) -> bool {
        self.base == Base::Percent
    }

    pub fn is_rank(&self) -> bool {
        self.base == Base::Rank
    }

    pub fn is_count(&self) -> bool {
        matches!(self.base, Base::Count(_))
    }

    pub fn converts_to(&self, other: &Unit) -> bool {
        self.base == other.base && self.per == other.per
    }

    /// The same quantity in `target`, exact and without trailing zeros it did not have.
    pub fn convert(&self, amount: Amount, target: &Unit) -> Result<Amount, UnitError> {
        if !self.converts_to(target) {
            return Err(UnitError::Incompatible {
                from: self.text.clone(),
                to: target.text.clone(),
            });
        }
        if self.factor == target.factor {
            return Ok(amount);
        }
        amount
            .checked_mul(self.factor)
            .ok()
            .and_then(|in_base| in_base.checked_div(target.factor))
            .map(Amount::trimmed)
            .ok_or(UnitError::Overflow)
    }
}

/// Same text, hence the same unit.
impl PartialEq for Unit {
    fn eq(&self, other: &Unit) -> bool {
        self.text == other.text
    }
}

impl Eq for Unit {}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl Serialize for Unit {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

impl<'de> Deserialize<'de> for Unit {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Unit, D::Error> {
        Ok(Unit::read(&String::deserialize(deserializer)?))
    }
}

/// Powers of ten that may stand before a money word or a noun, longest first.
const MAGNITUDES: [(&str, u32); 9] = [
    ("nghin ty", 12),
    ("ngan ty", 12),
    ("trieu ty", 15),
    ("nghin", 3),
    ("ngan", 3),
    ("van", 4),
    ("trieu", 6),
    ("ty", 9),
    ("ti", 9),
];

/// Measures with their size: power of ten of the base unit, and the base.
fn known_measure(folded: &str) -> Option<(u32, Base)> {
    Some(match folded {
        "dong" | "d" | "vnd" => (0, Base::Dong),
        "tr.d" | "trd" | "tr.dong" | "trdong" => (6, Base::Dong),
        "usd" | "do la my" | "dola my" | "do la" => (0, Base::UsDollar),
        "%" | "phan tram" => (0, Base::Percent),
        "diem %" | "diem phan tram" => (0, Base::PercentPoint),
        "lan" => (0, Base::Times),
        "hang" | "thu hang" => (0, Base::Rank),
        "m2" | "m²" => (0, Base::Area),
        "ha" | "hec ta" | "hecta" => (4, Base::Area),
        "km2" | "km²" => (6, Base::Area),
        "kg" => (0, Base::Mass),
        "ta" => (2, Base::Mass),
        "tan" => (3, Base::Mass),
        "m" => (0, Base::Length),
        "km" => (3, Base::Length),
        "m3" | "m³" => (0, Base::Volume),
        "wh" => (0, Base::Energy),
        "kwh" => (3, Base::Energy),
        "mwh" => (6, Base::Energy),
        "gwh" => (9, Base::Energy),
        _ => return None,
    })
}

fn read_head(folded: &str) -> (Amount, Base) {
    if let Some((exponent, base)) = known_measure(folded) {
        return (Amount::power_of_ten(exponent), base);
    }
    for (word, exponent) in MAGNITUDES {
        let Some(rest) = folded.strip_prefix(word) else { continue };
        let noun = rest.trim_start();
        if noun.is_empty() && word != "van" {
            return (Amount::power_of_ten(exponent), Base::Dong);
        }
        if !rest.starts_with(' ') {
            continue;
        }
        return match known_measure(noun) {
            Some((own, base)) => (Amount::power_of_ten(exponent + own), base),
            None => (Amount::power_of_ten(exponent), Base::Count(noun.to_owned())),
        };
    }
    (Amount::from(1), Base::Count(folded.to_owned()))
}
