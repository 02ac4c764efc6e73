//! Named paragraph styles: what a presentation profile fixes for one kind of line.

use crate::{Mm, Pt};

/// One named style, based on Normal. Text is never re-cased by a style: what must stand in
/// capitals is handed over in capitals.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParagraphStyle {
    /// Stable, without spaces; paragraphs refer to it.
    pub id: String,
    /// What people see in Word's list of styles.
    pub name: String,
    /// The style of the paragraph that Enter begins after this one.
    pub next: Option<String>,
    pub alignment: Alignment,
    pub left: Mm,
    pub right: Mm,
    /// Indent of the first line; negative hangs it out to the left.
    pub first_line: Mm,
    pub space_before: Pt,
    pub space_after: Pt,
    pub line: LineHeight,
    pub size: Pt,
    pub bold: bool,
    pub italic: bool,
    pub underline: bool,
    pub keep_with_next: bool,
    pub keep_lines: bool,
    /// 1 for the highest heading; None for anything that is no heading.
    pub outline_level: Option<u8>,
    pub widow_control: bool,
}

impl ParagraphStyle {
    /// Plain text of one size, left aligned, single spaced, kept from leaving single lines alone.
    #[must_use]
    pub fn new(id: impl Into<String>, name: impl Into<String>, size: Pt) -> Self {
        Self {
            id: id.into(),
            name: name.into(),
            next: None,
            alignment: Alignment::Left,
            left: Mm::ZERO,
            right: Mm::ZERO,
            first_line: Mm::ZERO,
            space_before: Pt::ZERO,
            space_after: Pt::ZERO,
            line: LineHeight::SINGLE,
            size,
            bold: false,
            italic: false,
            underline: false,
            keep_with_next: false,
            keep_lines: false,
            outline_level: None,
            widow_control: true,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alignment {
    Left,
    Center,
    Right,
    /// Straight at both sides.
    Justified,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineHeight {
    Exactly(Pt),
    AtLeast(Pt),
    /// In 240ths of a line: 240 is single, 360 one and a half.
    Multiple(u16),
}

impl LineHeight {
    pub const SINGLE: Self = Self::Multiple(240);
}
