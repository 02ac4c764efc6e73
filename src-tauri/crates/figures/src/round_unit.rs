//! A quantity shown in a bigger unit with few decimals: 616.240 người is "trên 61,6 vạn".

use crate::{Amount, Qualifier, Quantity, Unit};

impl Quantity {
    /// The quantity in `unit` with at most `decimals` decimals, and with "trên" when something
    /// was cut off. `unit` may be a size alone ("vạn") for any count.
    ///
    /// A bound the quantity already has is kept true: what is "gần" or "dưới" an amount is
    /// rounded up, what is "khoảng" an amount is rounded to the nearest. `None` for ranges,
    /// "n/N", negative amounts, another dimension, and when nothing would be left.
    pub fn in_round_unit(&self, unit: &Unit, decimals: u32) -> Option<Quantity> {
        let fits =
            self.unit.converts_to(unit) || (self.unit.is_count() && unit.is_bare_magnitude());
        if !fits || self.to.is_some() || self.of.is_some() || self.amount.is_negative() {
            return None;
        }
        let exact = self.unit.resize(self.amount, unit).ok()?;
        let mut qualifiers = self.qualifiers.clone();
        let amount = match self.qualifiers.iter().find_map(|q| Rounding::under(*q)) {
            Some(rounding) => rounding.apply(exact, decimals),
            None => {
                let floor = exact.truncate(decimals);
                if floor != exact {
                    qualifiers.push(Qualifier::Above);
                }
                floor
            }
        };
        let quantity = Quantity::of_amount(amount.trimmed(), unit.clone());
        (!amount.is_zero()).then(|| quantity.with_qualifiers(qualifiers))
    }
}

/// Which way an amount may move so that the word before it stays true.
enum Rounding {
    Down,
    Up,
    Nearest,
}

impl Rounding {
    fn under(qualifier: Qualifier) -> Option<Rounding> {
        match qualifier {
            Qualifier::Above | Qualifier::MoreThan | Qualifier::AtLeast => Some(Rounding::Down),
            Qualifier::Below | Qualifier::Nearly | Qualifier::AtMost => Some(Rounding::Up),
            Qualifier::About => Some(Rounding::Nearest),
            Qualifier::Estimated | Qualifier::Expected | Qualifier::Remaining | Qualifier::Only => {
                None
            }
        }
    }

    fn apply(self, exact: Amount, decimals: u32) -> Amount {
        match self {
            Rounding::Down => exact.truncate(decimals),
            Rounding::Up => exact.round_away(decimals),
            Rounding::Nearest => exact.round(decimals),
        }
    }
}
