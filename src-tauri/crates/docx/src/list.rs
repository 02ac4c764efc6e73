//! Numbered and bulleted lists as styles; each list begun from a style counts from its beginning.

use crate::Mm;

/// A kind of list: what marks its items, level by level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListStyle {
    pub id: String,
    /// From the outermost level inwards, at most nine.
    pub levels: Vec<ListLevel>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListLevel {
    pub marker: Marker,
    /// Where the item's text begins.
    pub left: Mm,
    /// Indent of the first line against `left`; negative hangs the marker out.
    pub first_line: Mm,
}

/// The mark before an item. Word knows no list of Vietnamese letters with đ: such marks are typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Marker {
    /// The same sign before each item, for example "-" or "+".
    Bullet(String),
    /// 1, 2, 3 followed by this text, for example ".".
    Decimal(String),
    /// I, II, III followed by this text.
    Roman(String),
}
