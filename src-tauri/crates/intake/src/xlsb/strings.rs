//! The table of shared strings, read as it comes and never sized by the count that it states.

use super::records::{Records, rich_text};
use crate::binary::StyledText;
use crate::error::{MissingPart, Refusal};
use crate::package::Package;

const STRING: u16 = 19;

pub(super) fn read(package: &mut Package, part: &str) -> Result<Vec<StyledText>, Refusal> {
    let missing = Refusal::MissingPart(MissingPart::SharedStrings);
    let part = package.bytes(part)?.ok_or(missing)?;
    let mut records = Records::of(&part);
    let mut strings = Vec::new();
    while let Some((kind, mut fields)) = records.next()? {
        if kind == STRING {
            strings.push(rich_text(&mut fields)?);
        }
    }
    Ok(strings)
}
