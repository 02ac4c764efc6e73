//! Reading numbers in Vietnamese words, with the southern forms (lẻ, ngàn, tỉ) and decimals digit
//! by digit. What people say in two senses ("một trăm năm": 150, or a hundred years) is no number.

use crate::Amount;
use crate::text::tidy;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Word {
    Digit(u64),
    /// mốt, tư, lăm: only behind tens
    Unit(u64),
    Ten,
    Hundred,
    /// linh: no tens
    NoTens,
    Scale(u64),
    Billion,
    Point,
    Minus,
}

/// Each word with its accents and without.
const WORDS: [(&str, &str, Word); 29] = [
    ("không", "khong", Word::Digit(0)),
    ("một", "mot", Word::Digit(1)),
    ("hai", "hai", Word::Digit(2)),
    ("ba", "ba", Word::Digit(3)),
    ("bốn", "bon", Word::Digit(4)),
    ("năm", "nam", Word::Digit(5)),
    ("sáu", "sau", Word::Digit(6)),
    ("bảy", "bay", Word::Digit(7)),
    ("bẩy", "bay", Word::Digit(7)),
    ("tám", "tam", Word::Digit(8)),
    ("chín", "chin", Word::Digit(9)),
    ("mốt", "mot", Word::Unit(1)),
    ("tư", "tu", Word::Unit(4)),
    ("lăm", "lam", Word::Unit(5)),
    ("nhăm", "nham", Word::Unit(5)),
    ("mười", "muoi", Word::Ten),
    ("mươi", "muoi", Word::Ten),
    ("trăm", "tram", Word::Hundred),
    ("linh", "linh", Word::NoTens),
    ("lẻ", "le", Word::NoTens),
    ("nghìn", "nghin", Word::Scale(1000)),
    ("ngàn", "ngan", Word::Scale(1000)),
    ("triệu", "trieu", Word::Scale(1_000_000)),
    ("tỷ", "ty", Word::Billion),
    ("tỉ", "ti", Word::Billion),
    ("phẩy", "phay", Word::Point),
    ("phảy", "phay", Word::Point),
    ("âm", "am", Word::Minus),
    ("trừ", "tru", Word::Minus),
];

/// "hai mươi mốt" → 21, "một nghìn lẻ một" → 1001, "không phẩy không năm" → 0,05, "âm năm" → -5.
pub fn read_number_in_words(text: &str) -> Option<Amount> {
    let text = tidy(text).to_lowercase();
    let lookup = |word| WORDS.iter().find(|(name, _, _)| *name == word).map(|entry| entry.2);
    let words: Vec<Word> = text.split_whitespace().map(lookup).collect::<Option<_>>()?;
    let (negative, words) = match words.as_slice() {
        [Word::Minus, rest @ ..] => (true, rest),
        all => (false, all),
    };
    let (whole, decimals) = match words.iter().position(|word| *word == Word::Point) {
        Some(point) if point + 1 < words.len() => (&words[..point], &words[point + 1..]),
        Some(_) => return None,
        None => (words, &[][..]),
    };
    let mut mantissa = i128::from(read_whole(whole)?);
    for word in decimals {
        let Word::Digit(digit) = word else { return None };
        mantissa = mantissa.checked_mul(10)?.checked_add(i128::from(*digit))?;
    }
    let signed = if negative { -mantissa } else { mantissa };
    Amount::from_parts(signed, u32::try_from(decimals.len()).ok()?).ok()
}

/// A whole number of folded words, for ordinals: "muoi mot" → 11.
pub(crate) fn read_unaccented_words(folded: &str) -> Option<i64> {
    let lookup = |word| WORDS.iter().find(|(_, name, _)| *name == word).map(|entry| entry.2);
    let words: Vec<Word> = folded.split(' ').map(lookup).collect::<Option<_>>()?;
    i64::try_from(read_whole(&words)?).ok()
}

/// Groups of three, each with its scale; "tỷ" multiplies all that stands before it.
fn read_whole(words: &[Word]) -> Option<u64> {
    if words == [Word::Digit(0)] {
        return Some(0);
    }
    let mut total: u64 = 0;
    let mut below_billion: u64 = 0;
    let mut last_scale = u64::MAX;
    let mut rest = words;
    while !rest.is_empty() {
        let inner = rest.len() < words.len();
        let (group, after) = read_group(rest, inner)?;
        rest = match after {
            [Word::Scale(size), tail @ ..] if group > 0 && *size < last_scale => {
                below_billion += group * size;
                last_scale = *size;
                tail
            }
            [Word::Billion, tail @ ..] if total + below_billion + group > 0 => {
                total = (total + below_billion + group).checked_mul(1_000_000_000)?;
                below_billion = 0;
                last_scale = u64::MAX;
                tail
            }
            [] if group > 0 => {
                below_billion += group;
                &[]
            }
            _ => return None,
        };
    }
    (!words.is_empty()).then(|| total.checked_add(below_billion)).flatten()
}

/// At most three digits from the front: their value, 0 when there are none, and what follows.
fn read_group(words: &[Word], inner: bool) -> Option<(u64, &[Word])> {
    let (hundreds, rest) = match words {
        [Word::Digit(0), Word::Hundred, ..] if !inner => return None,
        [Word::Digit(digit), Word::Hundred, rest @ ..] => (Some(digit * 100), rest),
        rest => (None, rest),
    };
    let (below, rest) = match rest {
        [Word::NoTens, Word::Digit(unit @ 1..) | Word::Unit(unit @ 4), rest @ ..]
            if inner || hundreds.is_some() =>
        {
            (*unit, rest)
        }
        [Word::Ten, rest @ ..] => read_unit(10, rest),
        [Word::Digit(tens @ 2..), Word::Ten, rest @ ..] => read_unit(tens * 10, rest),
        // "một triệu hai" is 1.200.000 in speech: a lone digit needs its scale.
        [Word::Digit(unit @ 1..), rest @ ..]
            if hundreds.is_none()
                && (!inner || matches!(rest, [Word::Scale(_) | Word::Billion, ..])) =>
        {
            (*unit, rest)
        }
        rest => (0, rest),
    };
    let value = hundreds.unwrap_or(0) + below;
    // "không trăm" alone says nothing.
    (value > 0 || hundreds.is_none()).then_some((value, rest))
}

/// The unit behind tens. "hai mươi năm" is twenty years; 25 is "hai mươi lăm".
fn read_unit(tens: u64, words: &[Word]) -> (u64, &[Word]) {
    match words {
        [Word::Digit(unit @ (1..=4 | 6..)) | Word::Unit(unit), rest @ ..] => (tens + unit, rest),
        rest => (tens, rest),
    }
}
