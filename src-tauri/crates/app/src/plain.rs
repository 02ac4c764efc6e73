//! What several actions make of what people type and of what they are told.

/// Ratios with more decimals than this are never printed.
pub(crate) const MOST_DECIMALS: u32 = 6;

/// Words with one space between them.
pub(crate) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A number of things as the window is told it.
pub(crate) fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
