//! From bytes of a body to the UTF-16 code units that the window counts in.

use std::ops::Range;

pub(super) struct Offsets {
    /// How many code units stand before each byte, and before the end.
    units: Vec<u32>,
}

impl Offsets {
    pub fn of(text: &str) -> Offsets {
        let mut units = Vec::with_capacity(text.len() + 1);
        let mut n_units = 0;
        for c in text.chars() {
            units.resize(units.len() + c.len_utf8(), n_units);
            n_units += if c.len_utf16() == 1 { 1 } else { 2 };
        }
        units.push(n_units);
        Offsets { units }
    }

    /// A byte behind the end is the end.
    pub fn unit(&self, byte: usize) -> u32 {
        self.units.get(byte).or(self.units.last()).copied().unwrap_or(0)
    }

    pub fn range(&self, bytes: &Range<usize>) -> (u32, u32) {
        (self.unit(bytes.start), self.unit(bytes.end))
    }
}
