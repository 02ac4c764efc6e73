//! Bytes of unknown text into Unicode, composed. The reading whose words are Vietnamese syllables
//! wins; where that does not settle it, the reading is unsure and the person is asked, with the
//! other readings beside it. Decided by the content alone; a person's choice overrides it.

mod clean;
mod detect;
mod font;
mod letters;
mod spelled;
mod syllable;
mod tcvn3;

use std::borrow::Cow;
use std::str::FromStr;

use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252, WINDOWS_1258};
use serde::{Deserialize, Serialize};

pub(crate) use clean::normal_owned;
pub(crate) use detect::is_text;
pub(crate) use font::{FontCode, RunReader, has_signs_of_old_codes, is_unicode};

/// How the letters of a text were written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Encoding {
    #[serde(rename = "utf-8")]
    Utf8,
    /// With a byte order mark or without, either order.
    #[serde(rename = "utf-16")]
    Utf16,
    #[serde(rename = "windows-1258")]
    Windows1258,
    /// Also called ABC; also where the bytes were kept as Unicode signs.
    Tcvn3,
    Vni,
    /// Vietnamese in ASCII signs; only when the person says so.
    Viqr,
    /// UTF-8 that was taken for Windows-1252 and written as UTF-8 again.
    #[serde(rename = "utf-8-twice")]
    Utf8Twice,
}

impl Encoding {
    const NAMES: [(&str, Encoding); 7] = [
        ("utf-8", Encoding::Utf8),
        ("utf-16", Encoding::Utf16),
        ("windows-1258", Encoding::Windows1258),
        ("tcvn3", Encoding::Tcvn3),
        ("vni", Encoding::Vni),
        ("viqr", Encoding::Viqr),
        ("utf-8-twice", Encoding::Utf8Twice),
    ];

    /// The name that a person types: "tcvn3".
    pub fn code(self) -> &'static str {
        Encoding::NAMES.iter().find(|(_, encoding)| *encoding == self).map_or("", |(name, _)| name)
    }

    /// The name that a person reads.
    pub fn vietnamese(self) -> &'static str {
        match self {
            Encoding::Utf8 => "Unicode",
            Encoding::Utf16 => "Unicode (UTF-16)",
            Encoding::Windows1258 => "Windows-1258",
            Encoding::Tcvn3 => "TCVN3 (ABC)",
            Encoding::Vni => "VNI",
            Encoding::Viqr => "VIQR",
            Encoding::Utf8Twice => "Unicode bị mã hóa hai lần",
        }
    }
}

/// The name of an encoding is none that is known.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("không có bảng mã «{0}»: hãy dùng tcvn3, vni, viqr, windows-1258, utf-16 hoặc utf-8")]
pub struct UnknownEncoding(String);

impl FromStr for Encoding {
    type Err = UnknownEncoding;

    fn from_str(name: &str) -> Result<Encoding, UnknownEncoding> {
        let wanted = name.to_ascii_lowercase();
        let found = Encoding::NAMES.iter().find(|(name, _)| *name == wanted);
        found.map(|(_, encoding)| *encoding).ok_or_else(|| UnknownEncoding(name.to_owned()))
    }
}

/// The encoding that a file's text was read in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recognised {
    pub encoding: Encoding,
    /// False: the person has to look at the samples and choose.
    pub sure: bool,
    /// The first words that show the difference.
    pub sample: String,
    /// Other readings of the same bytes, the likeliest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub alternatives: Vec<OtherEncoding>,
}

/// A reading that was not taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OtherEncoding {
    pub encoding: Encoding,
    /// The same words in this reading.
    pub sample: String,
}

/// Text whose encoding was recognised.
#[derive(Debug)]
pub(crate) struct Decoded {
    /// In NFC, without a byte order mark; what is no character in this encoding is U+FFFD.
    pub(crate) text: String,
    pub(crate) recognised: Recognised,
}

/// The text of a whole file; `None` when the bytes are no text. A `forced` encoding is used
/// without a look at the words.
pub(crate) fn decode(bytes: &[u8], forced: Option<Encoding>) -> Option<Decoded> {
    let Some(encoding) = forced else { return detect::recognise(bytes) };
    let text = read_as(bytes, encoding);
    let sample = detect::sample(&text, &text);
    let recognised = Recognised { encoding, sure: true, sample, alternatives: Vec::new() };
    Some(Decoded { text, recognised })
}

/// The bytes in this encoding, whether it fits or not.
fn read_as(bytes: &[u8], encoding: Encoding) -> String {
    let text = match encoding {
        Encoding::Utf8 => String::from_utf8_lossy(without_mark(bytes)),
        Encoding::Utf16 => utf_16(bytes),
        Encoding::Windows1258 => WINDOWS_1258.decode_without_bom_handling(bytes).0,
        Encoding::Tcvn3 | Encoding::Vni | Encoding::Viqr | Encoding::Utf8Twice => {
            Cow::Owned(convert(&carrier(bytes), encoding))
        }
    };
    normal_owned(text.into_owned())
}

/// A text whose letters are signs of an old code; any other encoding leaves it as it is.
pub(crate) fn convert(text: &str, encoding: Encoding) -> String {
    match encoding {
        Encoding::Tcvn3 => tcvn3::from_tcvn3(text),
        Encoding::Vni => spelled::from_vni(text),
        Encoding::Viqr => spelled::from_viqr(text),
        Encoding::Utf8Twice => once_decoded(text).unwrap_or_else(|| text.to_owned()),
        Encoding::Utf8 | Encoding::Utf16 | Encoding::Windows1258 => text.to_owned(),
    }
}

/// The signs in which an old code was kept: Unicode, or the bytes themselves as Windows shows
/// them.
fn carrier(bytes: &[u8]) -> Cow<'_, str> {
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        return utf_16(bytes);
    }
    match std::str::from_utf8(without_mark(bytes)) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => WINDOWS_1252.decode_without_bom_handling(bytes).0,
    }
}

/// `None` when the text is not UTF-8 read as Windows-1252.
fn once_decoded(text: &str) -> Option<String> {
    let (bytes, _, has_others) = WINDOWS_1252.encode(text);
    if has_others {
        return None;
    }
    String::from_utf8(bytes.into_owned()).ok()
}

fn utf_16(bytes: &[u8]) -> Cow<'_, str> {
    let order = match bytes {
        [0xFF, 0xFE, ..] => UTF_16LE,
        [0xFE, 0xFF, ..] => UTF_16BE,
        _ if detect::zero_bytes(bytes).0 > detect::zero_bytes(bytes).1 => UTF_16BE,
        _ => UTF_16LE,
    };
    order.decode_with_bom_removal(bytes).0
}

fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes)
}
