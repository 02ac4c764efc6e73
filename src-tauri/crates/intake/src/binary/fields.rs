//! The fields of one binary record, little end first. A record that is too short is damaged.

use crate::error::Refusal;

#[derive(Clone, Copy)]
pub(crate) struct Fields<'b> {
    rest: &'b [u8],
}

impl<'b> Fields<'b> {
    pub(crate) fn of(record: &'b [u8]) -> Fields<'b> {
        Fields { rest: record }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    pub(crate) fn rest(&self) -> &'b [u8] {
        self.rest
    }

    pub(crate) fn bytes(&mut self, n: usize) -> Result<&'b [u8], Refusal> {
        let (taken, rest) = self.rest.split_at_checked(n).ok_or(Refusal::Damaged)?;
        self.rest = rest;
        Ok(taken)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], Refusal> {
        let (taken, rest) = self.rest.split_first_chunk().ok_or(Refusal::Damaged)?;
        self.rest = rest;
        Ok(*taken)
    }

    pub(crate) fn u8(&mut self) -> Result<u8, Refusal> {
        self.array::<1>().map(|[byte]| byte)
    }

    pub(crate) fn u16(&mut self) -> Result<u16, Refusal> {
        self.array().map(u16::from_le_bytes)
    }

    pub(crate) fn u32(&mut self) -> Result<u32, Refusal> {
        self.array().map(u32::from_le_bytes)
    }

    pub(crate) fn f64(&mut self) -> Result<f64, Refusal> {
        self.array().map(f64::from_le_bytes)
    }

    /// A number of things that follow.
    pub(crate) fn count(&mut self) -> Result<usize, Refusal> {
        usize::try_from(self.u32()?).map_err(|_| Refusal::Damaged)
    }

    /// `n` units of UTF-16; halves without their partner become U+FFFD.
    pub(crate) fn utf_16(&mut self, n: usize) -> Result<String, Refusal> {
        let bytes = self.bytes(n.checked_mul(2).ok_or(Refusal::Damaged)?)?;
        let units = bytes.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
        Ok(char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect())
    }
}
