//! The records of a binary part: a number of one or two bytes that says what it is, a length of
//! one to four, and that many bytes (MS-XLSB 2.1.4).

use crate::binary::{Fields, StyledText};
use crate::error::Refusal;

pub(super) struct Records<'b> {
    fields: Fields<'b>,
}

impl<'b> Records<'b> {
    pub(super) fn of(part: &'b [u8]) -> Records<'b> {
        Records { fields: Fields::of(part) }
    }

    /// `None` at the end of the part.
    pub(super) fn next(&mut self) -> Result<Option<(u16, Fields<'b>)>, Refusal> {
        if self.fields.is_empty() {
            return Ok(None);
        }
        let mut kind = u16::from(self.fields.u8()?);
        if kind & 0x80 != 0 {
            kind = (kind & 0x7F) | (u16::from(self.fields.u8()? & 0x7F) << 7);
        }
        let mut length = 0usize;
        for place in 0..4 {
            let byte = self.fields.u8()?;
            length |= usize::from(byte & 0x7F) << (7 * place);
            if byte & 0x80 == 0 {
                break;
            }
        }
        Ok(Some((kind, Fields::of(self.fields.bytes(length)?))))
    }
}

/// A text behind its length.
pub(super) fn wide_text(fields: &mut Fields) -> Result<String, Refusal> {
    let n = fields.count()?;
    fields.utf_16(n)
}

/// A text that may be absent.
pub(super) fn nullable_text(fields: &mut Fields) -> Result<String, Refusal> {
    match fields.u32()? {
        u32::MAX => Ok(String::new()),
        n => fields.utf_16(usize::try_from(n).map_err(|_| Refusal::Damaged)?),
    }
}

/// A text with the fonts of its pieces; phonetic signs behind it are left.
pub(super) fn rich_text(fields: &mut Fields) -> Result<StyledText, Refusal> {
    let has_runs = fields.u8()? & 1 != 0;
    let text = wide_text(fields)?;
    let mut runs = Vec::new();
    if has_runs {
        let n = fields.count()?;
        for _ in 0..n {
            runs.push((usize::from(fields.u16()?), usize::from(fields.u16()?)));
        }
    }
    Ok(StyledText { text, runs })
}
