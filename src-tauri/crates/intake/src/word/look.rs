//! How text of a document looks, as far as the reading depends on it: the old code of its font,
//! hidden, struck out, drawn as capitals, raised. Of a run, of a style, and of the document's defaults.

use quick_xml::events::BytesStart;

use super::theme::Theme;
use crate::encoding::FontCode;
use crate::error::Refusal;
use crate::xml::attribute;

/// What one place says; `None` leaves it to what stands below: the run over its character style,
/// the paragraph style, the table style, the defaults.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Look {
    /// The font of ASCII letters, and of those beyond.
    ascii: Option<Option<FontCode>>,
    beyond: Option<Option<FontCode>>,
    hidden: Option<bool>,
    struck: Option<bool>,
    capitals: Option<bool>,
    raised: Option<bool>,
}

impl Look {
    /// This look where it says something, else the one below.
    pub(super) fn over(self, below: Look) -> Look {
        Look {
            ascii: self.ascii.or(below.ascii),
            beyond: self.beyond.or(below.beyond),
            hidden: self.hidden.or(below.hidden),
            struck: self.struck.or(below.struck),
            capitals: self.capitals.or(below.capitals),
            raised: self.raised.or(below.raised),
        }
    }

    /// Takes what an element of the run's properties says.
    pub(super) fn take(&mut self, tag: &BytesStart, theme: &Theme) -> Result<(), Refusal> {
        match tag.local_name().as_ref() {
            "rFonts" => {
                let ascii = font(tag, theme, "asciiTheme", "ascii")?;
                let beyond = font(tag, theme, "hAnsiTheme", "hAnsi")?;
                self.ascii = ascii.or(self.ascii);
                self.beyond = beyond.or(self.beyond);
            }
            "vanish" => self.hidden = Some(is_on(tag)?),
            "strike" | "dstrike" if self.struck != Some(true) => self.struck = Some(is_on(tag)?),
            "caps" => self.capitals = Some(is_on(tag)?),
            "vertAlign" => {
                self.raised = attribute(tag, "val")?.map(|value| &*value == "superscript");
            }
            _ => {}
        }
        Ok(())
    }

    /// The old code of the font that draws `text`.
    pub(super) fn code(self, text: &str) -> Option<FontCode> {
        let named = if text.is_ascii() { self.ascii } else { self.beyond };
        named.flatten()
    }

    pub(super) fn is_hidden(self) -> bool {
        self.hidden == Some(true)
    }

    pub(super) fn is_struck(self) -> bool {
        self.struck == Some(true)
    }

    pub(super) fn is_raised(self) -> bool {
        self.raised == Some(true)
    }

    pub(super) fn is_capitals(self) -> bool {
        self.capitals == Some(true)
    }
}

/// A font of the theme goes before a font by name.
fn font(
    tag: &BytesStart,
    theme: &Theme,
    of_theme: &str,
    by_name: &str,
) -> Result<Option<Option<FontCode>>, Refusal> {
    if let Some(slot) = attribute(tag, of_theme)? {
        return Ok(Some(theme.font(&slot)));
    }
    Ok(attribute(tag, by_name)?.map(|name| FontCode::of_font(&name)))
}

/// A property that is switched on by standing there.
pub(super) fn is_on(tag: &BytesStart) -> Result<bool, Refusal> {
    Ok(attribute(tag, "val")?.is_none_or(|value| !matches!(&*value, "0" | "false" | "off")))
}
