//! Comparison of two values: by percent, by times, absolute, or in percentage points when both
//! are rates. [`Change::print`] is the twin of `Change::read`.

use crate::{Amount, Qualifier, Quantity, Style, Unit, percent_of};

/// The direction of a change, whether that is good or bad.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trend {
    Up,
    Down,
    Level,
}

/// "tăng 18,3%", "giảm 0,17 điểm phần trăm", "tăng 4.588 tỷ đồng", "tăng 1,4 lần".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    pub trend: Trend,
    /// "tăng trên 8,7%": the bound of a compared value carries over.
    pub qualifiers: Vec<Qualifier>,
    /// Never negative; zero when level.
    pub amount: Amount,
    /// %, điểm phần trăm, lần, bậc, or the unit of the values.
    pub unit: Unit,
}

/// What a written change can mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChangeReading {
    Certain(Change),
    /// "tăng 1,4 lần": 1,4 times as much, or 1,4 times more.
    AmbiguousTimes {
        times: Amount,
    },
}

impl Change {
    /// The growth of `now` over `before` in percent, rounded to `decimals`. `None` when the units
    /// differ, when `before` is not above zero, and for rates and ranks, which have a
    /// [`Change::difference`] instead.
    pub fn percent(now: &Quantity, before: &Quantity, decimals: u32) -> Option<Change> {
        let (now_value, before_value) = growing_values(now, before)?;
        let growth = percent_of(now_value, before_value)?.checked_sub(Amount::ONE_HUNDRED).ok()?;
        Some(Change::signed(round_visibly(growth, decimals), Unit::percent(), now, before))
    }

    /// The difference in the unit of `now`, exact; of two rates in percentage points, of two
    /// ranks in places ("bậc"). `None` when the units differ or one is a range.
    ///
    /// The trend is that of the number. A climb from 7 to 2 is down by 5; to say "tăng 5 bậc",
    /// swap the two.
    pub fn difference(now: &Quantity, before: &Quantity) -> Option<Change> {
        let before_value = single_value_in(before, now)?;
        let difference = single_value_in(now, now)?.checked_sub(before_value).ok()?.trimmed();
        let unit = match &now.unit {
            unit if unit.is_rank() => Unit::read("bậc"),
            unit if unit.is_rate() => Unit::percent_point(),
            unit => unit.clone(),
        };
        Some(Change::signed(difference, unit, now, before))
    }

    /// How many times `before` the value is: 3,5 over 2,5 is "tăng 1,4 lần" in the offices' use.
    /// `None` unless it is more than once as much after rounding.
    pub fn times(now: &Quantity, before: &Quantity, decimals: u32) -> Option<Change> {
        let (now_value, before_value) = growing_values(now, before)?;
        let ratio = now_value.checked_div(before_value)?.round(decimals).trimmed();
        (ratio > Amount::from(1)).then(|| Change::signed(ratio, Unit::read("lần"), now, before))
    }

    fn signed(value: Amount, unit: Unit, now: &Quantity, before: &Quantity) -> Change {
        let trend = match value {
            v if v.is_zero() => Trend::Level,
            v if v.is_negative() => Trend::Down,
            _ => Trend::Up,
        };
        let qualifiers = carried_bound(trend, now, before).into_iter().collect();
        Change { trend, qualifiers, amount: value.abs(), unit }
    }

    /// "tăng 18,3%", "giảm 133,5 tỷ đồng", "không đổi".
    pub fn print(&self, style: &Style) -> String {
        let word = match self.trend {
            Trend::Up => "tăng",
            Trend::Down => "giảm",
            Trend::Level => return "không đổi".to_owned(),
        };
        format!("{word} {}", self.print_size(style))
    }

    /// The size without its direction: "18,3%", "0,17 điểm phần trăm".
    pub fn print_size(&self, style: &Style) -> String {
        let quantity = Quantity::of_amount(self.amount, self.unit.clone());
        quantity.with_qualifiers(self.qualifiers.clone()).print(style)
    }
}

/// Both values in the unit of `before`, where growth in percent or times means something.
fn growing_values(now: &Quantity, before: &Quantity) -> Option<(Amount, Amount)> {
    if now.unit.is_rate() || now.unit.is_rank() {
        return None;
    }
    let before_value = single_value_in(before, before)?;
    let grows = !before_value.is_zero() && !before_value.is_negative();
    grows.then_some((single_value_in(now, before)?, before_value))
}

/// The value in `other`'s unit; of "7/8" the numerator, of a range none.
fn single_value_in(quantity: &Quantity, other: &Quantity) -> Option<Amount> {
    if quantity.to.is_some() {
        return None;
    }
    quantity.unit.convert(quantity.amount, &other.unit).ok()
}

/// Rounded, with as many more decimals as a change that is not zero needs to show.
fn round_visibly(value: Amount, decimals: u32) -> Amount {
    let visible = (decimals..value.decimals()).find(|d| !value.round(*d).is_zero());
    value.round(visible.unwrap_or(value.decimals())).trimmed()
}

/// The word that keeps the size of the change true when one of the values is only a bound:
/// from 23.000 to "trên 25.000" is "tăng trên 8,7%", from 100 to "trên 80" is "giảm dưới 20%".
/// Two bounds together say nothing.
fn carried_bound(trend: Trend, now: &Quantity, before: &Quantity) -> Option<Qualifier> {
    let bound = |quantity: &Quantity| {
        quantity.qualifiers.iter().copied().find(|qualifier| mirrored(*qualifier).is_some())
    };
    let (bound, grows_with_it) = match (bound(now), bound(before)) {
        (Some(bound), None) => (bound, trend == Trend::Up),
        (None, Some(bound)) => (bound, trend == Trend::Down),
        _ => return None,
    };
    match trend {
        Trend::Level => None,
        _ if grows_with_it => Some(bound),
        _ => mirrored(bound),
    }
}

/// What a bound becomes when its value is taken away from another.
fn mirrored(qualifier: Qualifier) -> Option<Qualifier> {
    match qualifier {
        Qualifier::Above | Qualifier::MoreThan => Some(Qualifier::Below),
        Qualifier::Below => Some(Qualifier::Above),
        Qualifier::Nearly => Some(Qualifier::MoreThan),
        Qualifier::AtLeast => Some(Qualifier::AtMost),
        Qualifier::AtMost => Some(Qualifier::AtLeast),
        Qualifier::About => Some(Qualifier::About),
        Qualifier::Estimated | Qualifier::Expected | Qualifier::Remaining | Qualifier::Only => None,
    }
}
