//! The table of shared strings (MS-XLS 2.4.265), which runs over many records: a text may break
//! anywhere between two characters, and says anew behind the break how it is written. Read as it
//! comes, never sized by the count that it states.

use super::records::Records;
use crate::binary::{Fields, StyledText};
use crate::error::Refusal;

const WIDE: u8 = 1;
const PHONETIC: u8 = 4;
const RICH: u8 = 8;

/// `first` is the record itself, behind its two counts follow the texts.
pub(super) fn read<'b>(
    first: Fields<'b>,
    records: &mut Records<'b>,
) -> Result<Vec<StyledText>, Refusal> {
    let mut pieces = Pieces { fields: first, records };
    pieces.fields.u32()?;
    let n = pieces.fields.count()?;
    let mut strings = Vec::new();
    while strings.len() < n {
        // Some programs count more texts than there are.
        if pieces.fields.is_empty() && !pieces.go_on()? {
            break;
        }
        strings.push(pieces.text()?);
    }
    Ok(strings)
}

struct Pieces<'r, 'b> {
    fields: Fields<'b>,
    records: &'r mut Records<'b>,
}

impl Pieces<'_, '_> {
    /// False when the table ends here.
    fn go_on(&mut self) -> Result<bool, Refusal> {
        let next = self.records.next_part()?;
        if let Some(fields) = next {
            self.fields = fields;
        }
        Ok(next.is_some())
    }

    /// At least one byte of the table, in whichever record.
    fn ensure(&mut self) -> Result<(), Refusal> {
        while self.fields.is_empty() {
            if !self.go_on()? {
                return Err(Refusal::Damaged);
            }
        }
        Ok(())
    }

    fn text(&mut self) -> Result<StyledText, Refusal> {
        let n_units = usize::from(u16::from_le_bytes(self.bytes()?));
        let [flags] = self.bytes()?;
        let n_runs = match flags & RICH {
            0 => 0,
            _ => u16::from_le_bytes(self.bytes()?),
        };
        let n_phonetic = match flags & PHONETIC {
            0 => 0,
            _ => u32::from_le_bytes(self.bytes()?),
        };
        let text = self.chars(n_units, flags & WIDE != 0)?;
        let mut runs = Vec::new();
        for _ in 0..n_runs {
            let start = usize::from(u16::from_le_bytes(self.bytes()?));
            runs.push((start, usize::from(u16::from_le_bytes(self.bytes()?))));
        }
        self.skip(usize::try_from(n_phonetic).map_err(|_| Refusal::Damaged)?)?;
        Ok(StyledText { text, runs })
    }

    fn chars(&mut self, n_units: usize, mut is_wide: bool) -> Result<String, Refusal> {
        let mut units: Vec<u16> = Vec::new();
        while units.len() < n_units {
            if self.fields.is_empty() {
                self.ensure()?;
                is_wide = self.fields.u8()? & WIDE != 0;
            }
            let width = if is_wide { 2 } else { 1 };
            let n = (n_units - units.len()).min(self.fields.rest().len() / width);
            if n == 0 {
                return Err(Refusal::Damaged);
            }
            let bytes = self.fields.bytes(n * width)?;
            match is_wide {
                true => units.extend(
                    bytes.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])),
                ),
                false => units.extend(bytes.iter().map(|byte| u16::from(*byte))),
            }
        }
        Ok(String::from_utf16_lossy(&units))
    }

    /// Bytes that may stand in two records.
    fn bytes<const N: usize>(&mut self) -> Result<[u8; N], Refusal> {
        let mut bytes = [0; N];
        for byte in &mut bytes {
            self.ensure()?;
            *byte = self.fields.u8()?;
        }
        Ok(bytes)
    }

    fn skip(&mut self, mut n: usize) -> Result<(), Refusal> {
        while n > 0 {
            self.ensure()?;
            let here = n.min(self.fields.rest().len());
            self.fields.bytes(here)?;
            n -= here;
        }
        Ok(())
    }
}
