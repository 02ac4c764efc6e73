//! What stands inside a paragraph: text, content controls, breaks and the page number.

use crate::Pt;
use std::borrow::Cow;

/// One piece of a line. Text is data: it is written as it stands and never read as markup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline<'a> {
    Text {
        text: Cow<'a, str>,
        run: RunStyle,
    },
    Control(Control<'a>),
    LineBreak,
    Tab,
    /// The number of the page it stands on.
    PageNumberField,
}

impl<'a> Inline<'a> {
    /// Text that looks as its paragraph's style says.
    #[must_use]
    pub fn text(text: impl Into<Cow<'a, str>>) -> Self {
        Self::Text { text: text.into(), run: RunStyle::default() }
    }

    /// Text with a look of its own.
    #[must_use]
    pub fn styled(text: impl Into<Cow<'a, str>>, run: RunStyle) -> Self {
        Self::Text { text: text.into(), run }
    }
}

/// An inline plain-text content control that wraps exactly its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Control<'a> {
    /// The stable identity, at most 64 characters.
    pub tag: Cow<'a, str>,
    /// What people see on the control's handle; cut to 64 characters.
    pub alias: Cow<'a, str>,
    /// Unique in the document. Other editors may renumber it, so the tag is the identity.
    pub id: i32,
    /// Where its value stands in the data part; None leaves the control unbound.
    pub xpath: Option<Cow<'a, str>>,
    pub text: Cow<'a, str>,
    pub run: RunStyle,
}

/// What a piece of text changes against its paragraph's style; None leaves it as the style says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct RunStyle {
    pub bold: Option<bool>,
    pub italic: Option<bool>,
    pub underline: Option<bool>,
    pub size: Option<Pt>,
    pub superscript: bool,
    /// Shown in capitals; the text itself stays as it is.
    pub capitals: bool,
    pub highlight: Option<Highlight>,
    /// Red, green, blue.
    pub colour: Option<[u8; 3]>,
}

/// The marker colours Word offers that this product uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Highlight {
    Yellow,
    Cyan,
    Green,
    LightGrey,
}
