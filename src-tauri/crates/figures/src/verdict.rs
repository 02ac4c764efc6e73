//! Result against plan: the ratio, and whether a target was exceeded, met or missed.

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};

use crate::{Amount, Qualifier, Quantity};

/// Which way is better for an indicator: poverty going down is good, a smaller place in a ranking
/// too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    #[default]
    HigherIsBetter,
    LowerIsBetter,
}

/// How a result stands against its plan.
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

/// `result` as a percentage of `base`, to 18 decimals; `None` when `base` is zero.
pub fn percent_of(result: Amount, base: Amount) -> Option<Amount> {
    result.checked_mul(Amount::ONE_HUNDRED).ok()?.checked_div(base)
}

/// Judges `result` against `plan`; `None` when their units cannot be compared.
///
/// - A definite number is met by itself and exceeded on its better side, which `direction` says.
/// - A bound is met or not, never exceeded, since it asks for every value on its side: "trên X"
///   and "dưới X" without X, "từ X trở lên" and "không quá X" with it. So 150 meets "trên 120".
///   The bound itself says which side; `direction` is not asked.
/// - A range is met inside, both ends included, and exceeded beyond its better end.
/// - Two "n/N" are compared by their shares; a share with a percentage; "n/N" with a plain count
///   by its numerator.
/// - A result that is itself a range or a bound is judged by the end that is certain: "gần 120"
///   misses 120, "hơn 120" exceeds it.
pub fn verdict(result: &Quantity, plan: &Quantity, direction: Direction) -> Option<Verdict> {
    let bound = plan.qualifiers.iter().find_map(|qualifier| Bound::of(*qualifier));
    let direction = bound.as_ref().map_or(direction, |bound| bound.side);
    let certain_end = match (result.to, direction) {
        (Some(upper), Direction::LowerIsBetter) => upper,
        _ => result.amount,
    };
    let value = result.on_scale_of(plan, certain_end)?;
    let floor = if plan.of.is_some() { plan.share()? } else { plan.amount };
    let against = |planned: Amount| {
        let ordering = value.cmp(&planned).then(beyond_written(result));
        if direction == Direction::LowerIsBetter { ordering.reverse() } else { ordering }
    };
    if let Some(bound) = bound {
        let met = against(floor).is_gt() || (bound.inclusive && against(floor).is_eq());
        return Some(if met { Verdict::Met } else { Verdict::NotMet });
    }
    let ceiling = plan.to.unwrap_or(floor);
    let (worse_end, better_end) = match direction {
        Direction::HigherIsBetter => (floor, ceiling),
        Direction::LowerIsBetter => (ceiling, floor),
    };
    Some(match (against(worse_end), against(better_end)) {
        (_, Ordering::Greater) => Verdict::Exceeded,
        (Ordering::Less, _) => Verdict::NotMet,
        _ => Verdict::Met,
    })
}

/// A plan that is a bound: the side it asks for, and whether the number itself is on it.
struct Bound {
    side: Direction,
    inclusive: bool,
}

impl Bound {
    fn of(qualifier: Qualifier) -> Option<Bound> {
        let (side, inclusive) = match qualifier {
            Qualifier::Above | Qualifier::MoreThan => (Direction::HigherIsBetter, false),
            Qualifier::AtLeast => (Direction::HigherIsBetter, true),
            Qualifier::Below => (Direction::LowerIsBetter, false),
            Qualifier::AtMost => (Direction::LowerIsBetter, true),
            Qualifier::Estimated
            | Qualifier::Expected
            | Qualifier::About
            | Qualifier::Nearly
            | Qualifier::Remaining
            | Qualifier::Only => return None,
        };
        Some(Bound { side, inclusive })
    }
}

/// On which side of the written number the result really is.
fn beyond_written(result: &Quantity) -> Ordering {
    let side = |qualifier: &Qualifier| match qualifier {
        Qualifier::Above | Qualifier::MoreThan => Some(Ordering::Greater),
        Qualifier::Below | Qualifier::Nearly => Some(Ordering::Less),
        _ => None,
    };
    result.qualifiers.iter().find_map(side).unwrap_or(Ordering::Equal)
}
