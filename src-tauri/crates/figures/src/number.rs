//! Numbers as people write them: `1.172,5`, `29 647`, `(36)`, `0.902`. Reads to an exact
//! [`Amount`]; where the separators allow two values, it says so instead of choosing silently.

use crate::Amount;
use crate::text::{is_inline_space, tidy};

/// Which mark groups thousands. Vietnamese offices group with dots; a column typed in an English
/// Excel groups with commas.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Convention {
    #[default]
    Vietnamese,
    English,
}

impl Convention {
    fn group_mark(self) -> char {
        match self {
            Convention::Vietnamese => '.',
            Convention::English => ',',
        }
    }

    fn decimal_mark(self) -> char {
        match self {
            Convention::Vietnamese => ',',
            Convention::English => '.',
        }
    }
}

/// What a written number can mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberReading {
    Certain(Amount),
    /// `1.039` or `49,368`: one separator with three digits behind it. `likely` follows the
    /// convention; only a neighbour in the column can make it certain.
    Ambiguous {
        likely: Amount,
        other: Amount,
    },
}

impl NumberReading {
    /// The value under the convention, for text whose writer is known to follow it.
    pub fn likely(self) -> Amount {
        match self {
            NumberReading::Certain(amount) => amount,
            NumberReading::Ambiguous { likely, .. } => likely,
        }
    }

    fn negated(self) -> NumberReading {
        match self {
            NumberReading::Certain(amount) => NumberReading::Certain(-amount),
            NumberReading::Ambiguous { likely, other } => {
                NumberReading::Ambiguous { likely: -likely, other: -other }
            }
        }
    }
}

/// The text that is no number.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("«{0}» không phải là số: hãy viết như 1.172,5")]
pub struct NotANumber(pub String);

/// Reads a number written in the Vietnamese way (section "Numbers" of `GRAMMAR.md`).
pub fn read_number(text: &str) -> Result<NumberReading, NotANumber> {
    read_number_as(text, Convention::Vietnamese)
}

/// Reads a number whose grouping and decimal marks follow `convention`.
pub fn read_number_as(text: &str, convention: Convention) -> Result<NumberReading, NotANumber> {
    read_signed(tidy(text).trim(), convention).ok_or_else(|| NotANumber(text.to_owned()))
}

/// Prints with `.` between groups of three digits and `,` before the decimals, all of them.
pub fn print_number(amount: Amount) -> String {
    let mut text = String::with_capacity(16);
    push_number(&mut text, amount);
    text
}

/// [`print_number`] at the end of `text`.
pub(crate) fn push_number(text: &mut String, amount: Amount) {
    if amount.is_negative() {
        text.push('-');
    }
    let digits = amount.digits();
    let (whole, decimals) = digits.split_at(digits.len() - amount.decimals() as usize);
    let (first, mut groups) = whole.split_at((whole.len() - 1) % 3 + 1);
    text.push_str(first);
    while let Some((group, rest)) = groups.split_at_checked(3) {
        text.extend([".", group]);
        groups = rest;
    }
    if !decimals.is_empty() {
        text.extend([",", decimals]);
    }
}

/// `-5`, `−5` and the accountant's `(5)` are negative; `+5` is plain.
pub(crate) fn read_signed(text: &str, convention: Convention) -> Option<NumberReading> {
    if let Some(inner) = text.strip_prefix('(') {
        return read_unsigned(inner.strip_suffix(')')?.trim(), convention)
            .map(NumberReading::negated);
    }
    match text.strip_prefix(['-', '−']) {
        Some(rest) => read_unsigned(rest.trim_start(), convention).map(NumberReading::negated),
        None => read_unsigned(text.strip_prefix('+').unwrap_or(text), convention),
    }
}

fn read_unsigned(text: &str, convention: Convention) -> Option<NumberReading> {
    if !text.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    if text.contains(is_inline_space) {
        return read_space_grouped(text, convention.decimal_mark()).map(NumberReading::Certain);
    }
    let dots = text.matches('.').count();
    let commas = text.matches(',').count();
    match (dots, commas) {
        (0, 0) => joined(text, "").map(NumberReading::Certain),
        // Both marks: the last one is decimal and stands once.
        (1.., 1..) => {
            let (whole, decimals) = text.split_at(text.rfind(['.', ','])?);
            let mark = if decimals.starts_with('.') { ',' } else { '.' };
            let whole = ungrouped(whole, mark)?;
            some_decimals(&whole, &decimals[1..]).map(NumberReading::Certain)
        }
        // The same mark more than once: grouping.
        (2.., 0) => joined(&ungrouped(text, '.')?, "").map(NumberReading::Certain),
        (0, 2..) => joined(&ungrouped(text, ',')?, "").map(NumberReading::Certain),
        (1, 0) => read_single_mark(text, '.', convention),
        (0, 1) => read_single_mark(text, ',', convention),
    }
}

/// One mark only: three digits behind one to three digits (not `0`) can be a group or decimals.
fn read_single_mark(text: &str, mark: char, convention: Convention) -> Option<NumberReading> {
    let (whole, rest) = text.split_once(mark)?;
    let as_decimal = some_decimals(whole, rest)?;
    if rest.len() != 3 || !starts_groups(whole) {
        return Some(NumberReading::Certain(as_decimal));
    }
    let as_group = as_decimal.shifted(3).ok()?;
    let (likely, other) = if convention.group_mark() == mark {
        (as_group, as_decimal)
    } else {
        (as_decimal, as_group)
    };
    Some(NumberReading::Ambiguous { likely, other })
}

/// `29 647`, `5 296 112,5`: groups of exactly three digits after the first.
fn read_space_grouped(text: &str, decimal_mark: char) -> Option<Amount> {
    match text.split_once(decimal_mark) {
        Some((whole, decimals)) => some_decimals(&ungrouped(whole, ' ')?, decimals),
        None => joined(&ungrouped(text, ' ')?, ""),
    }
}

/// Takes the group marks out; `None` unless every group after the first has three digits.
fn ungrouped(text: &str, mark: char) -> Option<String> {
    let mut groups = text.split(mark);
    let first = groups.next()?;
    let mut whole = String::with_capacity(text.len());
    whole.push_str(first);
    let mut n_groups = 1;
    for group in groups {
        if group.len() != 3 {
            return None;
        }
        whole.push_str(group);
        n_groups += 1;
    }
    (n_groups == 1 || starts_groups(first)).then_some(whole)
}

/// The first of several groups has one to three digits and no leading zero.
fn starts_groups(first: &str) -> bool {
    (1..=3).contains(&first.len()) && !first.starts_with('0')
}

fn some_decimals(whole: &str, decimals: &str) -> Option<Amount> {
    if decimals.is_empty() { None } else { joined(whole, decimals) }
}

/// Leading zeros ("07") do not count as digits.
fn joined(whole: &str, decimals: &str) -> Option<Amount> {
    Amount::from_digits(whole, decimals)?.ok()
}
