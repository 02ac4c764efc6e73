//! Numbers as people write them: `1.172,5`, `29 647`, `(36)`, `0.902`. Reads to an exact
//! [`Amount`]; where the separators allow two values, it says so instead of choosing silently.

use crate::Amount;

/// Which mark groups thousands. Vietnamese offices group with dots; a column typed in an English
/// Excel groups with commas.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Convention {
    #[default]
    Vietnamese,
    English,
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
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("«{0}» không phải là số")]
pub struct NotANumber(pub String);

/// Reads a number written in the Vietnamese way (rules 2-7 of the number rules in `GRAMMAR.md`).
pub fn read_number(text: &str) -> Result<NumberReading, NotANumber> {
    read_number_as(text, Convention::Vietnamese)
}

/// Reads a number whose grouping and decimal marks follow `convention`.
pub fn read_number_as(text: &str, convention: Convention) -> Result<NumberReading, NotANumber> {
    let fail = || NotANumber(text.to_owned());
    let trimmed = text.trim_matches(is_space);
    let (negative, body) = strip_sign(trimmed).ok_or_else(fail)?;
    let (group, decimal) = match convention {
        Convention::Vietnamese => ('.', ','),
        Convention::English => (',', '.'),
    };
    let reading = read_unsigned(body, group, decimal).ok_or_else(fail)?;
    Ok(match reading {
        NumberReading::Certain(amount) if negative => NumberReading::Certain(-amount),
        NumberReading::Ambiguous { likely, other } if negative => {
            NumberReading::Ambiguous { likely: -likely, other: -other }
        }
        unsigned => unsigned,
    })
}

/// Prints with `.` between groups of three digits and `,` before the decimals, all of them.
pub fn print_number(amount: Amount) -> String {
    let plain = amount.abs().plain();
    let (whole, decimals) = plain.split_once('.').unwrap_or((&plain, ""));
    let mut text = String::with_capacity(plain.len() + plain.len() / 3 + 1);
    if amount.is_negative() {
        text.push('-');
    }
    for (idx, digit) in whole.chars().enumerate() {
        if idx > 0 && (whole.len() - idx).is_multiple_of(3) {
            text.push('.');
        }
        text.push(digit);
    }
    if !decimals.is_empty() {
        text.push(',');
        text.push_str(decimals);
    }
    text
}

fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}')
}

/// `-5`, `−5` and the accountant's `(5)` are negative; `+5` is plain.
fn strip_sign(text: &str) -> Option<(bool, &str)> {
    if let Some(inner) = text.strip_prefix('(') {
        return Some((true, inner.strip_suffix(')')?.trim_matches(is_space)));
    }
    match text.strip_prefix(['-', '−']) {
        Some(rest) => Some((true, rest.trim_start_matches(is_space))),
        None => Some((false, text.strip_prefix('+').unwrap_or(text))),
    }
}

fn read_unsigned(text: &str, group: char, decimal: char) -> Option<NumberReading> {
    if text.chars().any(is_space) {
        return read_space_grouped(text, decimal).map(NumberReading::Certain);
    }
    if !text.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let dots = text.matches('.').count();
    let commas = text.matches(',').count();
    match (dots, commas) {
        (0, 0) => digits(text).map(NumberReading::Certain),
        // Both marks: the last one is decimal and stands once.
        (1.., 1..) => {
            let last = text.rfind(['.', ','])?;
            let (whole, rest) = text.split_at(last);
            let mark = if rest.starts_with('.') { ',' } else { '.' };
            joined(&grouped(whole, mark)?, &rest[1..]).map(NumberReading::Certain)
        }
        // The same mark more than once: grouping.
        (2.., 0) => digits(&grouped(text, '.')?).map(NumberReading::Certain),
        (0, 2..) => digits(&grouped(text, ',')?).map(NumberReading::Certain),
        (1, 0) => read_single_mark(text, '.', group == '.'),
        (0, 1) => read_single_mark(text, ',', decimal != ','),
    }
}

/// One mark only: three digits behind one to three digits (not `0`) can be a group or decimals.
fn read_single_mark(text: &str, mark: char, groups: bool) -> Option<NumberReading> {
    let (whole, rest) = text.split_once(mark)?;
    let as_decimal = joined(whole, rest)?;
    let could_group = rest.len() == 3
        && (1..=3).contains(&whole.len())
        && whole != "0"
        && !whole.starts_with('0');
    if !could_group {
        return Some(NumberReading::Certain(as_decimal));
    }
    let as_group = digits(&format!("{whole}{rest}"))?;
    let (likely, other) = if groups { (as_group, as_decimal) } else { (as_decimal, as_group) };
    Some(NumberReading::Ambiguous { likely, other })
}

/// `29 647`, `5 296 112,5`: groups of exactly three digits after the first.
fn read_space_grouped(text: &str, decimal: char) -> Option<Amount> {
    let (whole, decimals) = match text.split_once(decimal) {
        Some((whole, decimals)) => (whole, Some(decimals)),
        None => (text, None),
    };
    let groups: Vec<&str> = whole.split(is_space).collect();
    let (first, rest) = groups.split_first()?;
    if !(1..=3).contains(&first.len()) || rest.iter().any(|group| group.len() != 3) {
        return None;
    }
    let whole = groups.concat();
    match decimals {
        Some(decimals) => joined(&whole, decimals),
        None => digits(&whole),
    }
}

/// Takes the group marks out; `None` unless every group after the first has three digits.
fn grouped(text: &str, mark: char) -> Option<String> {
    let mut groups = text.split(mark);
    let first = groups.next()?;
    if !(1..=3).contains(&first.len()) {
        return None;
    }
    let mut whole = first.to_owned();
    for group in groups {
        if group.len() != 3 {
            return None;
        }
        whole.push_str(group);
    }
    Some(whole)
}

fn digits(text: &str) -> Option<Amount> {
    let trimmed = text.trim_start_matches('0');
    let text = if trimmed.is_empty() && !text.is_empty() { "0" } else { trimmed };
    text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}

fn joined(whole: &str, decimals: &str) -> Option<Amount> {
    let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if !all_digits(whole) || !all_digits(decimals) {
        return None;
    }
    format!("{whole}.{decimals}").parse().ok()
}
