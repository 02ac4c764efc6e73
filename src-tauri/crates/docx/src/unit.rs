//! The two measures a presentation rule speaks in: millimetres for places on the page and points
//! for letters and the space between lines. Whole numbers inside, in the units Word itself stores.

use std::ops::{Add, Div, Mul, Sub};

/// A length on the page, kept in twentieths of a point (Word's "dxa").
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Mm(i32);

impl Mm {
    pub const ZERO: Self = Self(0);

    /// Whole millimetres.
    #[must_use]
    pub const fn new(millimetres: i32) -> Self {
        Self::from_tenths(millimetres * 10)
    }

    /// Tenths of a millimetre, rounded to the nearest twentieth of a point.
    #[must_use]
    pub const fn from_tenths(tenths: i32) -> Self {
        let scaled = tenths * 1440;
        let half = if scaled < 0 { -127 } else { 127 };
        Self((scaled + half) / 254)
    }

    /// Twentieths of a point, as Word stores lengths.
    #[must_use]
    pub const fn from_dxa(dxa: i32) -> Self {
        Self(dxa)
    }

    /// The length in twentieths of a point.
    #[must_use]
    pub const fn dxa(self) -> i32 {
        self.0
    }
}

impl Add for Mm {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for Mm {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Mul<i32> for Mm {
    type Output = Self;
    fn mul(self, factor: i32) -> Self {
        Self(self.0 * factor)
    }
}

impl Div<i32> for Mm {
    type Output = Self;
    fn div(self, divisor: i32) -> Self {
        Self(self.0 / divisor)
    }
}

/// A size of letters or of the space between lines, kept in half-points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Pt(u16);

impl Pt {
    pub const ZERO: Self = Self(0);

    /// Whole points.
    #[must_use]
    pub const fn new(points: u16) -> Self {
        Self(points * 2)
    }

    /// Half-points, as Word stores the size of letters.
    #[must_use]
    pub const fn from_halves(halves: u16) -> Self {
        Self(halves)
    }

    /// The size in half-points.
    #[must_use]
    pub const fn halves(self) -> u16 {
        self.0
    }

    /// The size in twentieths of a point.
    #[must_use]
    pub const fn dxa(self) -> i32 {
        self.0 as i32 * 10
    }
}
