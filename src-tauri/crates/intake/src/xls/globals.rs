//! What stands in front of the sheets: the tabs, the shared strings, the styles, the code page.

use super::records::{BOF, EOF, Records};
use super::shared;
use super::text::Page;
use crate::binary::{Fields, StyledText};
use crate::encoding::FontCode;
use crate::error::Refusal;
use crate::kind::FileKind;
use crate::styles::{Font, StyleParts, Styles};

const DATES_FROM_1904: u16 = 0x22;
const PASSWORD: u16 = 0x2F;
const FONT: u16 = 0x31;
const CODE_PAGE: u16 = 0x42;
const TAB: u16 = 0x85;
const STYLE: u16 = 0xE0;
const SHARED_STRINGS: u16 = 0xFC;
const FORMAT: u16 = 0x41E;

/// The versions of a stream's first record.
const EXCEL_97: u16 = 0x0600;
const EXCEL_5: u16 = 0x0500;

/// The bit of a font that strikes its text out.
const STRUCK: u16 = 8;

pub(super) struct Globals {
    pub(super) tabs: Vec<Tab>,
    pub(super) strings: Vec<StyledText>,
    pub(super) styles: Styles,
    /// The old code of each font.
    pub(super) fonts: Vec<Option<FontCode>>,
    pub(super) dates_from_1904: bool,
    pub(super) page: Page,
}

/// A tab that holds cells.
pub(super) struct Tab {
    pub(super) name: String,
    pub(super) hidden: bool,
    /// Where its records begin in the stream.
    pub(super) start: usize,
}

impl Globals {
    pub(super) fn read(stream: &[u8]) -> Result<Globals, Refusal> {
        let mut records = Records::of(stream);
        let mut page = match records.next()? {
            (BOF, mut fields) => match fields.u16()? {
                EXCEL_97 => Page::Unicode,
                EXCEL_5 => Page::of_number(0),
                _ => return Err(Refusal::WrongKind { kind: FileKind::OldOffice }),
            },
            _ => return Err(Refusal::Damaged),
        };
        let (mut tabs, mut strings) = (Vec::new(), Vec::new());
        let mut parts = StyleParts::default();
        let mut dates_from_1904 = false;
        loop {
            let (kind, mut fields) = records.next()?;
            match kind {
                EOF => break,
                PASSWORD => return Err(Refusal::PasswordProtected),
                CODE_PAGE if matches!(page, Page::Bytes(_)) => {
                    page = Page::of_number(fields.u16()?);
                }
                DATES_FROM_1904 => dates_from_1904 = fields.u16()? != 0,
                TAB => tabs.extend(tab(fields, page)?),
                FONT => add_font(&mut parts, fields, page)?,
                FORMAT => {
                    let id = u32::from(fields.u16()?);
                    let code = match page {
                        Page::Unicode => page.text(&mut fields)?,
                        Page::Bytes(_) => page.short_text(&mut fields)?,
                    };
                    parts.codes.insert(id, code);
                }
                STYLE => {
                    let (font, format) = (fields.u16()?, fields.u16()?);
                    parts.cells.push((u32::from(format), u32::from(font)));
                }
                SHARED_STRINGS => strings = shared::read(fields, &mut records)?,
                _ => {}
            }
        }
        let fonts = parts.fonts.iter().map(|font| font.code).collect();
        let styles = parts.into_styles();
        Ok(Globals { tabs, strings, styles, fonts, dates_from_1904, page })
    }
}

/// `None` for a tab with a chart or a macro.
fn tab(mut fields: Fields, page: Page) -> Result<Option<Tab>, Refusal> {
    let start = fields.count()?;
    let hidden = fields.u8()? & 3 != 0;
    let holds_cells = fields.u8()? == 0;
    let name = page.short_text(&mut fields)?.replace('\0', "");
    Ok(holds_cells.then_some(Tab { name, hidden, start }))
}

fn add_font(parts: &mut StyleParts, mut fields: Fields, page: Page) -> Result<(), Refusal> {
    // No font is called by the number 4; the fifth is number 5.
    if parts.fonts.len() == 4 {
        parts.fonts.push(Font::default());
    }
    fields.u16()?;
    let struck = fields.u16()? & STRUCK != 0;
    // Colour, weight, position, underline, family, character set.
    fields.bytes(10)?;
    let code = FontCode::of_font(&page.short_text(&mut fields)?);
    parts.fonts.push(Font { struck, code });
    Ok(())
}
