//! The records of a workbook stream: what it is, its length, and its bytes (MS-XLS 2.1.4).

use crate::binary::Fields;
use crate::error::Refusal;

pub(super) const EOF: u16 = 0x0A;
pub(super) const BOF: u16 = 0x0809;
pub(super) const CONTINUE: u16 = 0x3C;

pub(super) struct Records<'b> {
    fields: Fields<'b>,
}

impl<'b> Records<'b> {
    pub(super) fn of(stream: &'b [u8]) -> Records<'b> {
        Records { fields: Fields::of(stream) }
    }

    /// A stream ends with a record that says so, not by running out.
    pub(super) fn next(&mut self) -> Result<(u16, Fields<'b>), Refusal> {
        let (kind, length) = (self.fields.u16()?, self.fields.u16()?);
        Ok((kind, Fields::of(self.fields.bytes(usize::from(length))?)))
    }

    /// The next record if it goes on with the one before.
    pub(super) fn next_part(&mut self) -> Result<Option<Fields<'b>>, Refusal> {
        let mut ahead = self.fields;
        if ahead.is_empty() || ahead.u16()? != CONTINUE {
            return Ok(None);
        }
        self.next().map(|(_, fields)| Some(fields))
    }
}
