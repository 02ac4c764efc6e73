//! What a written number can stand for: it was rounded to its last digit, so what is computed from
//! such numbers is known only within bounds.

use tongket_figures::{Amount, Quantity, Unit};

use super::is_definite;

/// All amounts from `low` to `high`, in one unit.
#[derive(Debug, Clone, Copy)]
pub(super) struct Span {
    low: Amount,
    high: Amount,
}

impl Span {
    /// In `unit`; `None` for a bound ("trên 120"), a range, and where the unit measures something
    /// else. Things counted are exact.
    pub fn of(quantity: &Quantity, unit: &Unit) -> Option<Span> {
        if !is_definite(quantity) || quantity.of.is_some() {
            return None;
        }
        let step = if quantity.unit.is_count() { Amount::ZERO } else { half_step(quantity.amount) };
        let low = quantity.unit.convert(quantity.amount.checked_sub(step).ok()?, unit).ok()?;
        let high = quantity.unit.convert(quantity.amount.checked_add(step).ok()?, unit).ok()?;
        Some(Span { low, high })
    }

    /// The least and the largest amount in `unit` of which a sentence may say `quantity`, whatever
    /// words stand before it.
    pub fn bounds(quantity: &Quantity, unit: &Unit) -> Option<(Amount, Amount)> {
        let plain = Quantity::of_amount(quantity.amount, quantity.unit.clone());
        let span = Span::of(&plain, unit)?;
        Some((span.low, span.high))
    }

    pub fn exact(amount: Amount) -> Span {
        Span { low: amount, high: amount }
    }

    pub fn plus(self, other: Span) -> Option<Span> {
        let low = self.low.checked_add(other.low).ok()?;
        Some(Span { low, high: self.high.checked_add(other.high).ok()? })
    }

    pub fn minus(self, other: Span) -> Option<Span> {
        let low = self.low.checked_sub(other.high).ok()?;
        Some(Span { low, high: self.high.checked_sub(other.low).ok()? })
    }

    /// Of amounts above zero.
    pub fn over(self, other: Span) -> Option<Span> {
        let positive = !self.low.is_negative() && other.low > Amount::ZERO;
        let low = self.low.checked_div(other.high).filter(|_| positive)?;
        Some(Span { low, high: self.high.checked_div(other.low)? })
    }

    /// Of amounts above zero.
    pub fn times(self, other: Span) -> Option<Span> {
        let low = self.low.checked_mul(other.low).ok()?;
        Some(Span { low, high: self.high.checked_mul(other.high).ok()? })
    }

    pub fn percent_of(self, other: Span) -> Option<Span> {
        self.over(other)?.times(Span::exact(Amount::ONE_HUNDRED))
    }

    /// The same without its sign.
    pub fn size(self) -> Span {
        match (self.low.is_negative(), self.high.is_negative()) {
            (false, _) => self,
            (true, true) => Span { low: self.high.abs(), high: self.low.abs() },
            (true, false) => Span { low: Amount::ZERO, high: self.high.max(self.low.abs()) },
        }
    }

    pub fn meets(self, other: Span) -> bool {
        self.low <= other.high && other.low <= self.high
    }

    /// Whether `stated` may be said of it, rounded or cut off behind its last digit.
    pub fn allows(self, stated: &Quantity, unit: &Unit) -> bool {
        let step = half_step(stated.amount);
        let bounds = || {
            let low = stated.amount.checked_sub(step).ok()?;
            let high = stated.amount.checked_add(step).ok()?.checked_add(step).ok()?;
            let in_unit = |amount| stated.unit.convert(amount, unit).ok();
            Some(Span { low: in_unit(low)?, high: in_unit(high)? })
        };
        bounds().is_none_or(|stated| self.low < stated.high && stated.low <= self.high)
    }

    pub fn is_below(self, other: Span) -> bool {
        self.high < other.low
    }

    /// Between its bounds.
    pub fn middle(self) -> Amount {
        let sum = self.low.checked_add(self.high).ok();
        sum.and_then(|sum| sum.checked_div(Amount::from(2))).unwrap_or(self.low)
    }
}

/// Half of what the last written digit counts.
fn half_step(amount: Amount) -> Amount {
    Amount::new(5, amount.decimals() + 1)
}
