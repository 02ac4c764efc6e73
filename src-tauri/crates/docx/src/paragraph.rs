//! A paragraph, or a rule between paragraphs: what the body and the cells of tables are made of.

use crate::{Alignment, Inline, Mm, Pt};
use std::borrow::Cow;

/// A block inside a table cell; the body takes the same through the methods of
/// [`Writer`](crate::Writer).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block<'a> {
    Paragraph { style: Cow<'a, str>, inlines: Vec<Inline<'a>>, options: ParagraphOptions },
    Rule(Rule),
}

impl<'a> Block<'a> {
    /// A paragraph that looks as its style says.
    #[must_use]
    pub fn paragraph(style: impl Into<Cow<'a, str>>, inlines: Vec<Inline<'a>>) -> Self {
        Self::Paragraph { style: style.into(), inlines, options: ParagraphOptions::default() }
    }
}

/// What one paragraph changes against its style; None leaves it as the style says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ParagraphOptions {
    pub alignment: Option<Alignment>,
    pub space_before: Option<Pt>,
    pub space_after: Option<Pt>,
    pub keep_with_next: Option<bool>,
    pub page_break_before: bool,
    pub list: Option<ListItem>,
}

/// The place of a paragraph in a list begun with [`Writer::begin_list`](crate::Writer::begin_list).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ListItem {
    pub list: ListId,
    /// 0 for the outermost.
    pub level: u8,
}

/// One list of the document, which counts from its beginning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ListId(pub(crate) usize);

/// A solid horizontal rule, centred in the width it has, drawn right under the line before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    pub length: Mm,
    /// The width of the text area or of the cell's inside that the rule is centred in.
    pub available: Mm,
    /// From the line above to the rule.
    pub gap: Pt,
    pub space_after: Pt,
}

impl Rule {
    /// A rule of this length, close under its line.
    #[must_use]
    pub const fn new(length: Mm, available: Mm) -> Self {
        Self { length, available, gap: Pt::new(2), space_after: Pt::ZERO }
    }
}
