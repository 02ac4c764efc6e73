//! How a function ends: with a value, with a gap that stands in the value's place, or with a
//! mistake in the template. `?` passes both of the latter on.

use minijinja::Value;

use crate::Gap;

pub(crate) type Outcome<T = Value> = Result<T, Stop>;

/// Why a function gives no value.
pub(crate) enum Stop {
    /// Something is missing: printed as a visible gap.
    Gap(Box<Gap>),
    /// The template is wrong.
    Misuse(minijinja::Error),
}

impl From<Gap> for Stop {
    fn from(gap: Gap) -> Stop {
        Stop::Gap(Box::new(gap))
    }
}

impl From<minijinja::Error> for Stop {
    fn from(error: minijinja::Error) -> Stop {
        Stop::Misuse(error)
    }
}
