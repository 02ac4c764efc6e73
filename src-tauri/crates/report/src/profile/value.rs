//! One value of a profile with where it comes from, and the measures it is written in.

use serde::{Deserialize, Deserializer};
use tongket_docx::{LineHeight, Mm, Pt};
use tongket_figures::Amount;

use super::LineRule;

/// A value with the rule it restates. The source is read so that a value without one is refused.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Sourced<T> {
    pub value: T,
    #[serde(rename = "certainty")]
    pub _certainty: Certainty,
    #[serde(rename = "source")]
    pub _source: String,
}

/// How sure a value is, as the head of each profile explains.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub(crate) enum Certainty {
    A,
    B,
    C,
    /// Sources disagree.
    X,
    /// No rule was found.
    #[serde(rename = "?")]
    NotFound,
    #[serde(rename = "derived")]
    Derived,
    /// The program's own choice inside what is allowed.
    #[serde(rename = "choice")]
    Choice,
}

/// A length on paper, written "20mm" or "12.7mm".
#[derive(Debug, Clone, Copy)]
pub(crate) struct Length(pub Mm);

impl<'de> Deserialize<'de> for Length {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Length, D::Error> {
        let text = String::deserialize(deserializer)?;
        let tenths = in_tenths(&text, "mm");
        tenths.map(|tenths| Length(Mm::from_tenths(tenths))).ok_or_else(|| {
            serde::de::Error::custom(format!("«{text}» không phải là độ dài như \"20mm\""))
        })
    }
}

/// A size in points, written "14pt" or "13.5pt".
#[derive(Debug, Clone, Copy)]
pub(crate) struct Size(pub Pt);

impl<'de> Deserialize<'de> for Size {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Size, D::Error> {
        let text = String::deserialize(deserializer)?;
        let halves = in_tenths(&text, "pt").and_then(|tenths| u16::try_from(tenths / 5).ok());
        halves.map(|halves| Size(Pt::from_halves(halves))).ok_or_else(|| {
            serde::de::Error::custom(format!("«{text}» không phải là cỡ chữ như \"14pt\""))
        })
    }
}

/// The height of lines: "19pt", or a multiple of single as "1.15".
#[derive(Debug, Clone, Copy)]
pub(crate) enum Line {
    Points(Pt),
    /// In tenths of a hundredth: 1150 is 1,15 lines.
    Thousandths(i32),
}

impl Line {
    pub fn height(self, rule: LineRule) -> LineHeight {
        match (self, rule) {
            (Line::Points(points), LineRule::AtLeast) => LineHeight::AtLeast(points),
            (Line::Points(points), _) => LineHeight::Exactly(points),
            (Line::Thousandths(thousandths), _) => {
                LineHeight::Multiple(u16::try_from(thousandths * 240 / 1000).unwrap_or(240))
            }
        }
    }
}

impl<'de> Deserialize<'de> for Line {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Line, D::Error> {
        let text = String::deserialize(deserializer)?;
        if text.ends_with("pt") {
            let halves = in_tenths(&text, "pt").and_then(|tenths| u16::try_from(tenths / 5).ok());
            if let Some(halves) = halves {
                return Ok(Line::Points(Pt::from_halves(halves)));
            }
        } else if let Some(thousandths) = scaled(&text, 1000) {
            return Ok(Line::Thousandths(thousandths));
        }
        Err(serde::de::Error::custom(format!(
            "«{text}» không phải là giãn dòng như \"19pt\", \"1.15\""
        )))
    }
}

fn in_tenths(text: &str, unit: &str) -> Option<i32> {
    scaled(text.strip_suffix(unit)?.trim(), 10)
}

/// An exact decimal times `by`, when that is a whole number.
fn scaled(text: &str, by: i64) -> Option<i32> {
    let amount: Amount = text.parse().ok()?;
    let scaled = amount.checked_mul(Amount::from(by)).ok()?.to_whole()?;
    i32::try_from(scaled).ok()
}
