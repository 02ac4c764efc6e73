//! Text of a workbook stream: UTF-16 or its lower halves in Excel 97 and later, bytes of the
//! workbook's code page before.

use encoding_rs::Encoding;

use crate::binary::Fields;
use crate::error::Refusal;

/// How the texts of one workbook are written.
#[derive(Clone, Copy)]
pub(super) enum Page {
    /// Excel 97 and later.
    Unicode,
    /// Excel 5 and 95.
    Bytes(&'static Encoding),
}

impl Page {
    /// The code page of a Windows or Macintosh number.
    pub(super) fn of_number(number: u16) -> Page {
        let label = match number {
            874 => "windows-874",
            932 => "shift_jis",
            936 => "gbk",
            949 => "euc-kr",
            950 => "big5",
            1250 => "windows-1250",
            1251 => "windows-1251",
            1253 => "windows-1253",
            1254 => "windows-1254",
            1255 => "windows-1255",
            1256 => "windows-1256",
            1257 => "windows-1257",
            1258 => "windows-1258",
            10_000 | 0x8000 => "macintosh",
            _ => "windows-1252",
        };
        Page::Bytes(Encoding::for_label(label.as_bytes()).unwrap_or(encoding_rs::WINDOWS_1252))
    }

    /// A text behind its length in one byte.
    pub(super) fn short_text(self, fields: &mut Fields) -> Result<String, Refusal> {
        let n = usize::from(fields.u8()?);
        self.chars(fields, n)
    }

    /// A text behind its length in two bytes.
    pub(super) fn text(self, fields: &mut Fields) -> Result<String, Refusal> {
        let n = usize::from(fields.u16()?);
        self.chars(fields, n)
    }

    fn chars(self, fields: &mut Fields, n: usize) -> Result<String, Refusal> {
        match self {
            Page::Unicode => {
                // An empty text may come without its flags.
                if fields.is_empty() && n == 0 {
                    return Ok(String::new());
                }
                let is_wide = fields.u8()? & 1 != 0;
                plain_chars(fields, n, is_wide)
            }
            Page::Bytes(encoding) => {
                let bytes = fields.bytes(n)?;
                Ok(encoding.decode_without_bom_handling(bytes).0.into_owned())
            }
        }
    }
}

/// `n` characters in two bytes each, or in their lower halves.
pub(super) fn plain_chars(fields: &mut Fields, n: usize, is_wide: bool) -> Result<String, Refusal> {
    match is_wide {
        true => fields.utf_16(n),
        false => Ok(fields.bytes(n)?.iter().map(|byte| char::from(*byte)).collect()),
    }
}
