//! The workbook part: its tabs, which of them are hidden, and the day its dates count from.

use super::records::{Records, nullable_text, wide_text};
use crate::error::{MissingPart, Refusal};
use crate::package::Package;
use crate::workbook::{Tab, Workbook};

const PROPERTIES: u16 = 153;
const TAB: u16 = 156;

/// Of the workbook part.
pub(super) fn read(package: &mut Package, part: &str) -> Result<Workbook, Refusal> {
    let part = package.bytes(part)?.ok_or(Refusal::MissingPart(MissingPart::Workbook))?;
    let mut records = Records::of(&part);
    let mut workbook = Workbook::default();
    while let Some((kind, mut fields)) = records.next()? {
        match kind {
            PROPERTIES => workbook.dates_from_1904 = fields.u32()? & 1 != 0,
            TAB => {
                let hidden = fields.u32()? != 0;
                fields.u32()?;
                let relation = nullable_text(&mut fields)?;
                let name = wide_text(&mut fields)?;
                workbook.tabs.push(Tab { name, hidden, relation });
            }
            _ => {}
        }
    }
    Ok(workbook)
}
