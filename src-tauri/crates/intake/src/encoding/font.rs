//! What the name of a font says about the text drawn with it: `.VnTime` is TCVN3, `.VnTimeH` is
//! TCVN3 drawn as capitals, `VNI-Times` is VNI. Decided run by run, never for a whole file.

use std::borrow::Cow;

use super::detect::{recognise, sample};
use super::{Encoding, OtherEncoding, Recognised, convert};

/// The old code that a font is made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FontCode {
    Tcvn3,
    /// The small letters are drawn as capitals.
    Tcvn3Capitals,
    Vni,
}

impl FontCode {
    /// `None` for a font of Unicode.
    pub(crate) fn of_font(name: &str) -> Option<FontCode> {
        let lower = name.trim().to_ascii_lowercase();
        if lower.starts_with(".vn") {
            return Some(match lower.ends_with('h') {
                true => FontCode::Tcvn3Capitals,
                false => FontCode::Tcvn3,
            });
        }
        lower.starts_with("vni-").then_some(FontCode::Vni)
    }

    fn encoding(self) -> Encoding {
        match self {
            FontCode::Tcvn3 | FontCode::Tcvn3Capitals => Encoding::Tcvn3,
            FontCode::Vni => Encoding::Vni,
        }
    }
}

/// Reads the runs of one document or workbook, and says at its end what it met.
pub(crate) struct RunReader {
    /// The person's choice for all text that holds no letters of Unicode.
    forced: Option<Encoding>,
    /// The first run that was converted: its code, as it stood and as it was read.
    first: Option<(Encoding, String, String)>,
    /// Text of Unicode fonts without a letter that only Unicode has.
    doubtful: String,
    n_unicode: usize,
}

/// So much doubtful text is kept, and with so many texts in Unicode nothing more is doubted.
const DOUBTFUL_BYTES: usize = 64 * 1024;
const ENOUGH_UNICODE: usize = 500;

impl RunReader {
    pub(crate) fn new(forced: Option<Encoding>) -> RunReader {
        RunReader { forced, first: None, doubtful: String::new(), n_unicode: 0 }
    }

    /// The text as a reader sees it, not yet composed. Text that is Unicode already under an old
    /// font, badly converted once, stays as it is.
    pub(crate) fn read<'t>(&mut self, text: &'t str, font: Option<FontCode>) -> Cow<'t, str> {
        let by_font = font.map(FontCode::encoding);
        let Some(encoding) = self.forced.or(by_font) else {
            self.watch(text);
            return Cow::Borrowed(text);
        };
        let as_capitals = font == Some(FontCode::Tcvn3Capitals) && encoding == Encoding::Tcvn3;
        let is_plain = text.is_ascii() && encoding != Encoding::Viqr;
        if is_unicode(text) || (is_plain && !as_capitals) {
            return Cow::Borrowed(text);
        }
        let mut read = convert(text, encoding);
        if as_capitals {
            read = read.to_uppercase();
        }
        if self.first.is_none() && !is_plain && read != text {
            self.first = Some((encoding, text.to_owned(), read.clone()));
        }
        Cow::Owned(read)
    }

    fn watch(&mut self, text: &str) {
        if text.is_ascii() || self.n_unicode > ENOUGH_UNICODE {
            return;
        }
        if is_unicode(text) {
            self.n_unicode += 1;
        } else if self.doubtful.len() + text.len() < DOUBTFUL_BYTES {
            self.doubtful.push_str(text);
            self.doubtful.push('\n');
        }
    }

    /// The old code that was met, or the one that text in Unicode fonts looks like, which has to
    /// be asked. `None` for plain Unicode.
    pub(crate) fn recognised(self) -> Option<Recognised> {
        if let Some((encoding, before, after)) = self.first {
            let other =
                OtherEncoding { encoding: Encoding::Utf8, sample: sample(&before, &before) };
            let sample = sample(&after, &after);
            return Some(Recognised { encoding, sure: true, sample, alternatives: vec![other] });
        }
        let decoded = recognise(self.doubtful.as_bytes())?;
        let as_it_stands = sample(&self.doubtful, &decoded.text);
        let found = decoded.recognised;
        let is_old =
            matches!(found.encoding, Encoding::Tcvn3 | Encoding::Vni | Encoding::Utf8Twice);
        let likely = OtherEncoding { encoding: found.encoding, sample: found.sample };
        let others = found.alternatives.into_iter();
        let others = others.filter(|other| other.encoding != Encoding::Utf8);
        (is_old && self.forced.is_none()).then(|| Recognised {
            encoding: Encoding::Utf8,
            sure: false,
            sample: as_it_stands,
            alternatives: std::iter::once(likely).chain(others).collect(),
        })
    }
}

/// True when the text holds Vietnamese letters that no old code writes.
pub(crate) fn is_unicode(text: &str) -> bool {
    text.chars().any(|c| {
        matches!(c, '\u{1ea0}'..='\u{1ef9}' | 'ă' | 'Ă' | 'ơ' | 'Ơ' | 'ư' | 'Ư' | 'đ' | 'Đ')
    })
}

/// True when the text holds signs that stand for letters in TCVN3 and hardly among letters in
/// Unicode: `®`, `¶`, `¸`, the soft hyphen.
pub(crate) fn has_signs_of_old_codes(text: &str) -> bool {
    text.chars().any(|c| matches!(c, '\u{a1}'..='\u{bf}'))
}
