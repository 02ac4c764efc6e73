//! Result against plan: the ratio, and whether a target was exceeded, met or missed.

use serde::{Deserialize, Serialize};

use crate::{Amount, Qualifier, Quantity};

/// Which way is better for an indicator: poverty going down is good.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    #[default]
    HigherIsBetter,
    LowerIsBetter,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// vượt
    Exceeded,
    /// đạt
    Met,
    /// chưa đạt
    NotMet,
}

impl Verdict {
    pub fn is_met(self) -> bool {
        self != Verdict::NotMet
    }

    /// The word of the column "Đánh giá".
    pub fn word(self) -> &'static str {
        match self {
            Verdict::Exceeded => "vượt",
            Verdict::Met => "đạt",
            Verdict::NotMet => "chưa đạt",
        }
    }
}

/// `result` as a percentage of `base`, unrounded; `None` when `base` is zero.
pub fn percent_of(result: Amount, base: Amount) -> Option<Amount> {
    result.checked_mul(Amount::ONE_HUNDRED).ok()?.checked_div(base)
}

/// Judges `result` against `plan`; `None` when their units cannot be compared.
///
/// A plan "trên X" or "dưới X" demands strictly more or less; "từ X trở lên" and "không quá X"
/// include X; a range is met inside it. Otherwise `direction` decides.
pub fn verdict(result: &Quantity, plan: &Quantity, direction: Direction) -> Option<Verdict> {
    let value = result.comparable_in(plan)?;
    let floor = plan.share().unwrap_or(plan.amount);
    if let Some(ceiling) = plan.to {
        return Some(match direction {
            Direction::HigherIsBetter if value > ceiling => Verdict::Exceeded,
            Direction::HigherIsBetter if value >= floor => Verdict::Met,
            Direction::LowerIsBetter if value < floor => Verdict::Exceeded,
            Direction::LowerIsBetter if value <= ceiling => Verdict::Met,
            _ => Verdict::NotMet,
        });
    }
    let strict = plan
        .qualifiers
        .iter()
        .any(|q| matches!(q, Qualifier::Above | Qualifier::MoreThan | Qualifier::Below));
    let capped = plan.qualifiers.iter().any(|q| matches!(q, Qualifier::Below | Qualifier::AtMost));
    let floored = plan
        .qualifiers
        .iter()
        .any(|q| matches!(q, Qualifier::Above | Qualifier::MoreThan | Qualifier::AtLeast));
    let lower = capped || (direction == Direction::LowerIsBetter && !floored);
    let (better, equal) =
        if lower { (value < floor, value == floor) } else { (value > floor, value == floor) };
    Some(match (better, equal) {
        // A bound that was only just kept is met; one that was set as a bound cannot be "exceeded" by equality.
        (true, _) => {
            if strict {
                Verdict::Met
            } else {
                Verdict::Exceeded
            }
        }
        (false, true) if !strict => Verdict::Met,
        _ => Verdict::NotMet,
    })
}
