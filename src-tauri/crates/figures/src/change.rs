//! Comparison of two values: by percent, by times, absolute, or in percentage points when both
//! are rates. `Change::print` and `Change::read` are twins.

use crate::{Amount, Base, Qualifier, Quantity, Style, Unit, percent_of};

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
    /// "tăng trên 8,7%": the bound of the compared value carries over.
    pub qualifiers: Vec<Qualifier>,
    /// Never negative; `None` when level.
    pub amount: Amount,
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
    /// The growth of `now` over `before` in percent, rounded to `decimals`; rates have a
    /// difference instead. `None` when the units differ or `before` is zero.
    pub fn percent(now: &Quantity, before: &Quantity, decimals: u32) -> Option<Change> {
        let (now_value, before_value) = (now.comparable_in(before)?, before.amount);
        let ratio = percent_of(now_value, before_value)?;
        let growth = ratio.checked_sub(Amount::ONE_HUNDRED).ok()?;
        Some(Change::signed(growth, Unit::percent(), now, decimals))
    }

    /// The difference in the unit of `now`, exact; of two rates in percentage points.
    pub fn difference(now: &Quantity, before: &Quantity) -> Option<Change> {
        let before_value = before.comparable_in(now)?;
        let difference = now.amount.checked_sub(before_value).ok()?;
        let unit = if now.unit.is_rate() { Unit::percent_point() } else { now.unit.clone() };
        let decimals = difference.decimals();
        Some(Change::signed(difference, unit, now, decimals))
    }

    /// How many times `before` the value is: 3,5 over 2,5 is "tăng 1,4 lần" in the offices' use.
    /// `None` unless it grew.
    pub fn times(now: &Quantity, before: &Quantity, decimals: u32) -> Option<Change> {
        let ratio = now.comparable_in(before)?.checked_div(before.amount)?;
        if ratio <= Amount::from(1) {
            return None;
        }
        Some(Change::signed(ratio, Unit::read("lần"), now, decimals))
    }

    fn signed(value: Amount, unit: Unit, of: &Quantity, decimals: u32) -> Change {
        let trend = match value {
            v if v.is_zero() => Trend::Level,
            v if v.is_negative() => Trend::Down,
            _ => Trend::Up,
        };
        let bound = |q: &&Qualifier| matches!(q, Qualifier::Above | Qualifier::MoreThan);
        let qualifiers = match trend {
            Trend::Up => of.qualifiers.iter().filter(bound).copied().collect(),
            _ => Vec::new(),
        };
        Change { trend, qualifiers, amount: value.abs().round(decimals).trimmed(), unit }
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

    /// Reads "tăng 18,3%", "giảm 0,17 điểm phần trăm", "tăng 1,4 lần", "gấp 3 lần", "không đổi".
    pub fn read(text: &str) -> Option<ChangeReading> {
        let text = text.trim();
        let (trend, rest) = if let Some(rest) = text.strip_prefix("tăng gấp ") {
            return read_multiple(rest);
        } else if let Some(rest) = text.strip_prefix("gấp ") {
            return read_multiple(rest);
        } else if let Some(rest) = text.strip_prefix("tăng ") {
            (Trend::Up, rest)
        } else if let Some(rest) = text.strip_prefix("giảm ") {
            (Trend::Down, rest)
        } else if text == "không đổi" {
            let level = Change {
                trend: Trend::Level,
                qualifiers: Vec::new(),
                amount: Amount::ZERO,
                unit: Unit::percent(),
            };
            return Some(ChangeReading::Certain(level));
        } else {
            return None;
        };
        let quantity = Quantity::read(rest, &Unit::read("")).ok()?;
        if trend == Trend::Up && *quantity.unit.base() == Base::Times {
            return Some(ChangeReading::AmbiguousTimes { times: quantity.amount });
        }
        let Quantity { qualifiers, amount, unit, .. } = quantity;
        Some(ChangeReading::Certain(Change { trend, qualifiers, amount, unit }))
    }
}

fn read_multiple(text: &str) -> Option<ChangeReading> {
    let Quantity { qualifiers, amount, unit, .. } = Quantity::read(text, &Unit::read("")).ok()?;
    (*unit.base() == Base::Times).then_some(ChangeReading::Certain(Change {
        trend: Trend::Up,
        qualifiers,
        amount,
        unit,
    }))
}
