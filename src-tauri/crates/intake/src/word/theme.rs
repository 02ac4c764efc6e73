//! The two text fonts of a document's theme.

use crate::encoding::FontCode;
use crate::error::Refusal;
use crate::package::Package;
use crate::xml::{Node, attribute};

#[derive(Default)]
pub(super) struct Theme {
    /// Of headings and of text.
    major: Option<FontCode>,
    minor: Option<FontCode>,
}

impl Theme {
    pub(super) fn read(package: &mut Package, part: &str) -> Result<Theme, Refusal> {
        let mut theme = Theme::default();
        let Some(mut xml) = package.xml(part)? else { return Ok(theme) };
        let mut is_major = false;
        loop {
            let (Node::Start(tag) | Node::Empty(tag)) = (match xml.next()? {
                Node::Eof => return Ok(theme),
                node => node,
            }) else {
                continue;
            };
            match tag.local_name().as_ref() {
                "majorFont" => is_major = true,
                "minorFont" => is_major = false,
                "latin" => {
                    let name = attribute(&tag, "typeface")?.unwrap_or_default();
                    let slot = if is_major { &mut theme.major } else { &mut theme.minor };
                    *slot = slot.or(FontCode::of_font(&name));
                }
                _ => {}
            }
        }
    }

    /// The font of a slot such as `minorHAnsi`.
    pub(super) fn font(&self, slot: &str) -> Option<FontCode> {
        match slot {
            "majorHAnsi" | "majorAscii" => self.major,
            "minorHAnsi" | "minorAscii" => self.minor,
            _ => None,
        }
    }
}
