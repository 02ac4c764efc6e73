//! Reading a quantity from what a person writes into one cell or field. A sentence with more than
//! one number is refused as prose, not searched.

use crate::number::read_signed;
use crate::rank::{Place, read_rank};
use crate::text::{before_words, is_inline_space, strip_word, tidy};
use crate::{Amount, Convention, Qualifier, Quantity, QuantityError, Unit};

impl Quantity {
    /// Reads what a person writes: "1.172,5", "trên 120", "7/8", "548.291 triệu đồng",
    /// "ước đạt khoảng 102.614 tỷ đồng". A unit in the text wins over `default_unit`. A number
    /// that its separators leave open ("1.039") is read by the Vietnamese convention.
    pub fn read(text: &str, default_unit: &Unit) -> Result<Quantity, QuantityError> {
        read(&tidy(text), default_unit)
            .ok_or_else(|| QuantityError::NoNumber(text.trim().to_owned()))?
            .checked()
    }
}

/// The numbers of a quantity and the text behind them.
struct Parts<'t> {
    amount: Amount,
    to: Option<Amount>,
    of: Option<Amount>,
    tail: &'t str,
}

fn read(text: &str, default_unit: &Unit) -> Option<Quantity> {
    let (qualifiers, rest) = Qualifier::read_leading(text);
    let rest = without_end_marks(rest);
    match read_rank(rest) {
        Some(place) => read_place(qualifiers, place),
        None => read_measured(qualifiers, rest, default_unit),
    }
}

/// "thứ 2 cả nước": the words behind a place say among whom, which the indicator knows.
fn read_place(qualifiers: Vec<Qualifier>, place: Place<'_>) -> Option<Quantity> {
    let Parts { amount, to, of, tail } = match place {
        Place::Digits(text) => read_parts(text)?,
        Place::First(tail) => Parts { amount: Amount::from(1), to: None, of: None, tail },
    };
    let unit = Unit::read("hạng");
    let is_place = amount.is_whole() && !amount.is_zero() && says_no_number(tail);
    is_place.then_some(Quantity { qualifiers, amount, to, of, unit })
}

fn read_measured(
    mut qualifiers: Vec<Qualifier>,
    text: &str,
    default_unit: &Unit,
) -> Option<Quantity> {
    let Parts { amount, to, of, tail } = read_parts(text)?;
    let from = qualifiers.contains(&Qualifier::AtLeast);
    let tail = match Qualifier::read_trailing(tail) {
        (unit, Some(bound)) if from || n_words(unit) <= BOUNDED_UNIT_WORDS => {
            if bound != Qualifier::AtLeast || !from {
                qualifiers.retain(|q| *q != Qualifier::AtLeast);
                qualifiers.push(bound);
            }
            unit
        }
        _ => {
            // "từ 12,5 đến 13%" is a range, not a bound.
            if to.is_some() {
                qualifiers.retain(|q| *q != Qualifier::AtLeast);
            }
            tail
        }
    };
    let unit = match tail.trim() {
        "" => default_unit.clone(),
        text if is_unit_text(text) => Unit::read(text),
        _ => return None,
    };
    Some(Quantity { qualifiers, amount, to, of, unit })
}

/// Without "từ" before the number, "trở lên" is a bound only behind a short unit: in "90% tổ chức
/// cơ sở đảng hoàn thành tốt nhiệm vụ trở lên" it belongs to the grade.
const BOUNDED_UNIT_WORDS: usize = 3;

fn n_words(text: &str) -> usize {
    text.split_whitespace().count()
}

/// Without a full stop and without a note mark: "102.614(*)" is the number 102.614.
fn without_end_marks(text: &str) -> &str {
    let text = text.trim_end().trim_end_matches(['.', ';', ',']);
    let stars = text.strip_suffix(')').unwrap_or(text);
    let rest = stars.trim_end_matches('*');
    if rest.len() == stars.len() { text } else { rest.strip_suffix('(').unwrap_or(rest) }
}

fn read_parts(text: &str) -> Option<Parts<'_>> {
    let (amount, tail) = take_number(text)?;
    let after = tail.trim_start();
    if let Some(denominator) = after.strip_prefix('/')
        && let Some((of, tail)) = take_number(denominator)
    {
        let counts = !amount.is_negative() && !of.is_negative();
        return counts.then_some(Parts { amount, to: None, of: Some(of), tail });
    }
    // "12,5% - 13%" has the unit twice.
    let (between, first_unit) = match after.strip_prefix('%') {
        Some(between) => (between.trim_start(), "%"),
        None => (after, ""),
    };
    let upper = between
        .strip_prefix(['-', '–', '—', '−'])
        .or_else(|| strip_word(between, "đến"))
        .and_then(take_number);
    match upper {
        Some((to, tail)) if tail.trim_start().starts_with(first_unit) => {
            Some(Parts { amount, to: Some(to), of: None, tail })
        }
        Some(_) => None,
        None => Some(Parts { amount, to: None, of: None, tail }),
    }
}

/// The number at the front of `text` and the rest.
fn take_number(text: &str) -> Option<(Amount, &str)> {
    let text = text.trim_start();
    let end = if text.starts_with('(') { text.find(')')? + 1 } else { number_end(text) };
    let (number, rest) = text.split_at(end);
    Some((read_signed(number, Convention::Vietnamese)?.likely(), rest))
}

/// Where the sign, digits, separators and single spaces between digits at the front end.
fn number_end(text: &str) -> usize {
    let signed = text.trim_start_matches(['-', '−', '+']);
    let digits_at = text.len() - signed.trim_start().len();
    let mut end = digits_at;
    for (at, c) in text[digits_at..].char_indices() {
        if c.is_ascii_digit() {
            end = digits_at + at + 1;
        } else if !matches!(c, '.' | ',') && !is_inline_space(c) {
            break;
        }
    }
    end
}

/// Words that can stand as a unit. Digits only as in "m2"; a comparison, a second line or a
/// document number behind the digits ("24-CT/TU") is prose.
fn is_unit_text(text: &str) -> bool {
    text.starts_with(|c: char| c.is_alphabetic() || c == '%')
        && says_no_number(text)
        && !text.contains(['\n', '\r', '\t', ';', ':'])
        && COMPARISONS.iter().all(|words| before_words(text, words).is_none())
}

const COMPARISONS: [&str; 2] = ["so với", "đạt và vượt"];

/// No digit but the exponent of m2, km2, m3.
fn says_no_number(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_exponent = |at: usize| {
        matches!(bytes[at], b'2' | b'3')
            && at > 0
            && bytes[at - 1].eq_ignore_ascii_case(&b'm')
            && !bytes.get(at + 1).is_some_and(|next| next.is_ascii_alphanumeric())
    };
    (0..bytes.len()).all(|at| !bytes[at].is_ascii_digit() || is_exponent(at))
}
