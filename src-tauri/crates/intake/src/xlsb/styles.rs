//! The styles part: of each cell style its number format and its font.

use super::records::{Records, wide_text};
use crate::encoding::FontCode;
use crate::error::{MissingPart, Refusal};
use crate::package::Package;
use crate::styles::{Font, StyleParts, Styles};

const FONT: u16 = 43;
const FORMAT: u16 = 44;
const STYLE: u16 = 47;
const CELL_STYLES: u16 = 617;
const END_CELL_STYLES: u16 = 618;

const STRUCK: u16 = 8;

/// The cell styles and the old code of each font.
#[derive(Default)]
pub(super) struct BookStyles {
    pub(super) styles: Styles,
    pub(super) fonts: Vec<Option<FontCode>>,
}

pub(super) fn read(package: &mut Package, part: &str) -> Result<BookStyles, Refusal> {
    let part = package.bytes(part)?.ok_or(Refusal::MissingPart(MissingPart::Styles))?;
    let mut records = Records::of(&part);
    let mut parts = StyleParts::default();
    // The same records describe the named styles elsewhere.
    let mut are_cells = false;
    while let Some((kind, mut fields)) = records.next()? {
        match kind {
            FORMAT => {
                let id = u32::from(fields.u16()?);
                parts.codes.insert(id, wide_text(&mut fields)?);
            }
            FONT => {
                fields.u16()?;
                let struck = fields.u16()? & STRUCK != 0;
                // Weight, position, underline, family, character set, colour, scheme.
                fields.bytes(17)?;
                let code = FontCode::of_font(&wide_text(&mut fields)?);
                parts.fonts.push(Font { struck, code });
            }
            CELL_STYLES => are_cells = true,
            END_CELL_STYLES => are_cells = false,
            STYLE if are_cells => {
                fields.u16()?;
                parts.cells.push((u32::from(fields.u16()?), u32::from(fields.u16()?)));
            }
            _ => {}
        }
    }
    let fonts = parts.fonts.iter().map(|font| font.code).collect();
    Ok(BookStyles { styles: parts.into_styles(), fonts })
}
