//! A number at a place of a sentence, in digits or in words, with the reading that its unit makes
//! certain.

use tongket_figures::{Amount, NumberReading, print_number, read_number, read_number_in_words};

use super::nouns::{Found, noun};
use super::token::Token;
use super::unit::{Sort, UnitFound};
use crate::reading::{Alternative, Status};

/// A number as it stands; `end` is the token behind it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Number {
    reading: NumberReading,
    pub(super) end: usize,
    /// "chín", not "9".
    pub(super) in_words: bool,
    /// "0 68": a comma was lost.
    lost_comma: bool,
}

/// What a number says once its unit is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Settled {
    pub(super) value: Amount,
    pub(super) status: Status,
    pub(super) alternatives: Vec<Alternative>,
}

impl Number {
    /// The value by convention; the unit may make it another.
    pub(super) fn likely(&self) -> Amount {
        self.reading.likely()
    }

    /// The value in `unit`. Money, measures and things counted group by dots in running text; a
    /// thing cannot be counted in thousandths, so a comma groups there too. `certain_commas`: the
    /// document writes decimals with commas elsewhere.
    pub(super) fn settle(&self, unit: Option<&UnitFound>, certain_commas: bool) -> Settled {
        let sort = unit.map(|unit| unit.sort);
        let status = match (self.in_words, self.lost_comma) {
            (false, false) => Status::Ok,
            _ => Status::Guessed,
        };
        let settled = |value, status| Settled { value, status, alternatives: Vec::new() };
        let NumberReading::Ambiguous { likely, other } = self.reading else {
            return settled(self.reading.likely(), status);
        };
        let is_count = matches!(sort, Some(Sort::Count | Sort::Guess | Sort::Places));
        let sized = unit.is_some_and(|unit| has_size(&unit.text));
        match (likely.is_whole(), sort) {
            (true, Some(Sort::Measure)) => settled(likely, Status::Ok),
            (true, _) if is_count && !sized => settled(likely, Status::Ok),
            (false, _) if is_count && !sized => settled(other, Status::Guessed),
            (false, Some(Sort::Measure | Sort::Rate)) if certain_commas => {
                settled(likely, Status::Ok)
            }
            // Nobody writes a rate of a thousand per cent with a dot, or a thousand times.
            (true, Some(Sort::Rate | Sort::Times)) => Settled {
                value: other,
                status: Status::Ambiguous,
                alternatives: both(other, likely),
            },
            _ => Settled {
                value: likely,
                status: Status::Ambiguous,
                alternatives: both(likely, other),
            },
        }
    }

    /// Written with a comma before other than three digits, or with both marks.
    pub(super) fn shows_comma(&self, tokens: &[Token], at: usize) -> bool {
        matches!(self.reading, NumberReading::Certain(amount) if !amount.is_whole())
            && tokens[at..self.end].iter().any(|token| token.text.contains(','))
    }
}

fn has_size(unit: &str) -> bool {
    let first = unit.split(' ').next().unwrap_or_default().to_lowercase();
    super::unit::power(&first).is_some()
}

fn both(one: Amount, other: Amount) -> Vec<Alternative> {
    let offered = [one, other].map(|value| Alternative { value, meaning: print_number(value) });
    offered.into()
}

/// The digits at `at`, with the groups of three that spaces set apart.
pub(super) fn read(tokens: &[Token], at: usize) -> Option<Number> {
    let first = tokens.get(at).filter(|token| token.is_number())?;
    let mut text = first.text.to_owned();
    let mut end = at + 1;
    let groups = (1..=3).contains(&text.len()) && !text.contains(['.', ',']);
    let is_zero = text == "0";
    if groups {
        while let Some(next) = tokens.get(end).filter(|next| continues(next, is_zero)) {
            // Digits behind a zero are decimals whose comma was lost, if a percent sign follows.
            let percent = tokens.get(end + 1).is_some_and(|token| token.is_mark("%"));
            if (is_zero && !percent) || (!is_zero && text.starts_with('0')) {
                break;
            }
            text.push(if is_zero { ',' } else { ' ' });
            text.push_str(next.text);
            end += 1;
            if is_zero || next.text.contains(',') {
                break;
            }
        }
    }
    let reading = read_number(&text).or_else(|_| {
        end = at + 1;
        read_number(first.text)
    });
    let lost_comma = is_zero && end > at + 1;
    Some(Number { reading: reading.ok()?, end, in_words: false, lost_comma })
}

/// Whether `next` goes on with the number before it.
fn continues(next: &Token, after_zero: bool) -> bool {
    let (whole, decimals) = next.text.split_once(',').unwrap_or((next.text, ""));
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let length = if after_zero { 1..=2 } else { 3..=3 };
    next.is_number()
        && !next.glued
        && length.contains(&whole.len())
        && digits(whole)
        && digits(decimals)
}

/// Nouns that a small number in words stands before without being a figure ("hai bên").
const NOT_COUNTED_IN_WORDS: [&str; 14] = [
    "nước",
    "năm",
    "tháng",
    "ngày",
    "vụ",
    "lần",
    "quý",
    "đầu",
    "vùng",
    "khu vực",
    "bộ",
    "mẫu",
    "nhà",
    "họ",
];

/// The longest number in words.
const MOST_WORDS: usize = 6;

/// "chín nhiệm vụ": two or more in words, directly before a thing that offices count.
pub(super) fn read_words(tokens: &[Token], at: usize) -> Option<Number> {
    let first = tokens.get(at).filter(|token| token.is_word())?;
    if matches!(first.low.as_str(), "một" | "năm" | "tư" | "không") || !is_number_word(&first.low)
    {
        return None;
    }
    let counted = |end: usize| match noun(tokens, end) {
        Found::Noun(after) => {
            let text = super::unit::text(tokens, end, after);
            !NOT_COUNTED_IN_WORDS.contains(&text.as_str())
        }
        _ => false,
    };
    let last = (at + 1..=at + MOST_WORDS).take_while(|end| {
        tokens.get(end - 1).is_some_and(|token| token.is_word() && is_number_word(&token.low))
    });
    let words = |end: usize| {
        let text: Vec<&str> = tokens[at..end].iter().map(|token| token.low.as_str()).collect();
        read_number_in_words(&text.join(" "))
    };
    let (end, value) =
        last.filter(|end| counted(*end)).filter_map(|end| Some((end, words(end)?))).last()?;
    let reading = NumberReading::Certain(value);
    Some(Number { reading, end, in_words: true, lost_comma: false })
}

fn is_number_word(low: &str) -> bool {
    const WORDS: [&str; 18] = [
        "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười", "mươi", "mốt", "tư", "lăm",
        "trăm", "linh", "lẻ", "một", "nghìn",
    ];
    WORDS.contains(&low)
}
