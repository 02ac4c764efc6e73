//! Which encoding bytes are in: byte order marks and zero bytes first, then every reading is
//! judged by its words.

use super::font::is_unicode;
use super::syllable::Score;
use super::{Decoded, Encoding, OtherEncoding, Recognised, read_as, without_mark};

/// So much of a file is looked at; a reading that is right at its head is right behind it.
const LOOKED_AT: usize = 256 * 1024;
/// Of the words, so many must be syllables in a sure reading, and at most so many in any other.
const SURE_PERCENT: usize = 85;
const RIVAL_PERCENT: usize = 50;
/// Characters of a sample.
const SAMPLE_CHARS: usize = 120;

/// The text in the likeliest encoding; `None` when the bytes are no text.
pub(crate) fn recognise(bytes: &[u8]) -> Option<Decoded> {
    let is_utf_16 = is_utf_16(bytes)?;
    let head = head(bytes, is_utf_16);
    let is_unicode_carrier = is_utf_16 || std::str::from_utf8(head).is_ok();
    let candidates = match is_unicode_carrier {
        true if is_utf_16 => [Encoding::Utf16, Encoding::Tcvn3, Encoding::Vni, Encoding::Utf8Twice],
        true => [Encoding::Utf8, Encoding::Tcvn3, Encoding::Vni, Encoding::Utf8Twice],
        false => [Encoding::Windows1258, Encoding::Tcvn3, Encoding::Vni, Encoding::Utf8],
    };
    let mut readings: Vec<Candidate> = Vec::new();
    for encoding in candidates {
        let candidate = Candidate::of(head, encoding);
        // A reading that changes nothing is the same reading.
        if readings.iter().all(|other| other.text != candidate.text) {
            readings.push(candidate);
        }
        // Letters that only Unicode has settle it, unless they make no words.
        let first = &readings[0];
        if is_unicode_carrier && is_unicode(&first.text) && first.is_likely() {
            break;
        }
    }
    // Stable: of equals the first candidate wins, and what makes few words does not compete.
    readings.sort_by_key(|c| std::cmp::Reverse(if c.is_likely() { c.score.percent() } else { 0 }));
    let (best, others) = readings.split_first()?;
    let is_alone = others.iter().all(|other| !other.is_likely());
    let keeps_unicode =
        is_unicode_carrier && matches!(best.encoding, Encoding::Utf8 | Encoding::Utf16);
    let sure = is_alone && (keeps_unicode || best.score.percent() >= SURE_PERCENT);
    // As it stands is always offered, another reading where it makes words at all.
    let is_offered = |other: &&Candidate| {
        other.encoding == candidates[0] || (!sure && other.score.n_syllables > 0)
    };
    let alternatives = others.iter().filter(is_offered);
    let recognised = Recognised {
        encoding: best.encoding,
        sure,
        sample: sample(&best.text, &best.text),
        alternatives: alternatives.map(|other| other.as_other(best)).collect(),
    };
    Some(Decoded { text: read_as(bytes, best.encoding), recognised })
}

/// One reading of the head of a file.
struct Candidate {
    encoding: Encoding,
    text: String,
    score: Score,
}

impl Candidate {
    fn of(head: &[u8], encoding: Encoding) -> Candidate {
        let text = read_as(head, encoding);
        let score = Score::of(&text);
        Candidate { encoding, text, score }
    }

    fn is_likely(&self) -> bool {
        self.score.percent() > RIVAL_PERCENT
    }

    fn as_other(&self, best: &Candidate) -> OtherEncoding {
        OtherEncoding { encoding: self.encoding, sample: sample(&self.text, &best.text) }
    }
}

/// True for bytes that are text in some encoding.
pub(crate) fn is_text(bytes: &[u8]) -> bool {
    is_utf_16(bytes).is_some()
}

/// `None` for bytes that are no text in any encoding.
fn is_utf_16(bytes: &[u8]) -> Option<bool> {
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        return Some(true);
    }
    let head = &bytes[..bytes.len().min(LOOKED_AT)];
    let (even, odd) = zero_bytes(head);
    let n_pairs = head.len() / 2;
    if even + odd == 0 {
        let is_control = |b: &&u8| matches!(**b, 1..=8 | 11 | 12 | 14..=31 | 127);
        let n_controls = head.iter().filter(is_control).count();
        let is_text =
            std::str::from_utf8(without_mark(bytes)).is_ok() || n_controls * 50 <= head.len();
        return is_text.then_some(false);
    }
    let one_sided = even * 20 < odd || odd * 20 < even;
    // The high bytes of Latin letters, their marks and the signs between them.
    let is_latin = |b: &&u8| matches!(**b, 0..=3 | 0x1e | 0x20..=0x25);
    let n_latin = head.iter().skip(usize::from(even < odd)).step_by(2).filter(is_latin).count();
    let mostly_latin = n_latin * 4 > n_pairs * 3;
    (one_sided && mostly_latin && bytes.len().is_multiple_of(2)).then_some(true)
}

/// Zero bytes at even and at odd places: the high halves of ASCII in UTF-16.
pub(super) fn zero_bytes(bytes: &[u8]) -> (usize, usize) {
    let head = &bytes[..bytes.len().min(LOOKED_AT)];
    let zeros = |first: usize| head.iter().skip(first).step_by(2).filter(|b| **b == 0).count();
    (zeros(0), zeros(1))
}

/// The head of long bytes, cut behind a line.
fn head(bytes: &[u8], is_utf_16: bool) -> &[u8] {
    if bytes.len() <= LOOKED_AT || is_utf_16 {
        return &bytes[..bytes.len().min(LOOKED_AT)];
    }
    let head = &bytes[..LOOKED_AT];
    match head.iter().rposition(|b| *b == b'\n') {
        Some(at) => &head[..=at],
        // A character cut in two at the end is none of the file's faults.
        None => match std::str::from_utf8(head) {
            Err(error) if error.error_len().is_none() => &head[..error.valid_up_to()],
            _ => head,
        },
    }
}

/// The place in `text` where `best`, another reading of the same lines, first has a letter beyond
/// ASCII.
pub(super) fn sample(text: &str, best: &str) -> String {
    let telling = best.lines().position(|line| !line.is_ascii()).unwrap_or(0);
    let line = text.lines().nth(telling).unwrap_or_default().trim();
    line.chars().take(SAMPLE_CHARS).collect()
}
