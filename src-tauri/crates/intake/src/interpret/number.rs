//! Numbers in cells: the digits that a workbook stores, and one written number whose marks the
//! neighbours decide.

use tongket_figures::{Amount, Convention, NumberReading, Unit, print_number, read_number_as};

use super::block::{LineKind, Slot};
use super::evidence::{Evidence, Neighbours, groups_by_unit};
use crate::reading::{Alternative, Status};

/// Digits that a workbook can trust; it keeps doubles, so the rest is noise: 0.95460000000000003.
const TRUSTED_DIGITS: usize = 15;

/// The exact value of stored digits (`1.5E-3` too), cut to the digits a workbook keeps. `None`
/// beyond 28 digits.
pub(super) fn plain_number(stored: &str) -> Option<Amount> {
    // Nearly all numbers are as short as people type them.
    if stored.len() <= TRUSTED_DIGITS && !stored.contains(['e', 'E', '+']) {
        return stored.parse::<Amount>().ok().map(Amount::trimmed);
    }
    let (negative, body) = match stored.strip_prefix('-') {
        Some(body) => (true, body),
        None => (false, stored.strip_prefix('+').unwrap_or(stored)),
    };
    let (mantissa, exponent) = match body.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, exponent.parse::<i32>().ok()?),
        None => (body, 0),
    };
    let (whole, decimals) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    if !(-400..=400).contains(&exponent) {
        return None;
    }
    let digits = format!("{whole}{decimals}");
    let point = i32::try_from(whole.len()).ok()? + exponent;
    let plain = match usize::try_from(point) {
        Ok(point) if point >= digits.len() => format!("{digits:0<point$}.0"),
        Ok(point) => format!("0{}.{}", &digits[..point], &digits[point..]),
        Err(_) => format!("0.{}{digits}", "0".repeat(usize::try_from(-point).ok()?)),
    };
    let n_leading =
        plain.chars().take_while(|c| matches!(c, '0' | '.')).filter(|c| *c == '0').count();
    let n_whole = plain.find('.')?;
    // More than 28 decimals can only be noise here.
    let kept = (TRUSTED_DIGITS + n_leading).saturating_sub(n_whole).min(28);
    let (whole, decimals) = plain.split_once('.')?;
    let cut: String = decimals.chars().take(28).collect();
    let amount: Amount = format!("{whole}.{cut}").parse().ok()?;
    let amount = amount.round(u32::try_from(kept).ok()?).trimmed();
    Some(if negative { -amount } else { amount })
}

/// A written number after its neighbours had their say.
pub(super) struct Written {
    pub(super) value: Amount,
    pub(super) status: Status,
    pub(super) alternatives: Vec<Alternative>,
}

impl Written {
    pub(super) fn certain(value: Amount) -> Written {
        Written { value, status: Status::Ok, alternatives: Vec::new() }
    }
}

/// Reads one number without qualifier or unit; `None` when it is none.
pub(super) fn read_written(
    text: &str,
    unit: &str,
    slot: &Slot,
    evidence: &Evidence,
    neighbours: &Neighbours,
) -> Option<Written> {
    let convention = evidence.convention(slot.col);
    let (likely, other) = match read_number_as(text, convention).ok()? {
        NumberReading::Certain(value) => match thousands_of_people(text, value, unit, convention) {
            Some(large) => (value, large),
            None => return Some(Written::certain(value)),
        },
        NumberReading::Ambiguous { likely, other } => (likely, other),
    };
    // A sum is larger than what it sums.
    let nearer = match slot.kind {
        LineKind::Item => evidence.series(neighbours, slot).nearer(likely, other),
        _ if slot.compares_down => None,
        _ => evidence.series(neighbours, slot).nearer(likely, other),
    };
    let by_itself = match text.contains(',') {
        commas if convention == Convention::English => commas,
        _ if evidence.is_mixed(slot.col) => false,
        true => evidence.has_decimal_comma(slot.col),
        false => groups_by_unit(unit),
    };
    let agreed = match nearer {
        Some(nearer) => nearer == likely,
        None => by_itself,
    };
    if agreed {
        return Some(Written::certain(likely));
    }
    let alternatives =
        [likely, other].map(|value| Alternative { value, meaning: print_number(value) });
    Some(Written { value: likely, status: Status::Ambiguous, alternatives: alternatives.into() })
}

/// "1.234" people in a column typed in English style: nobody counts thousandths of people.
fn thousands_of_people(
    text: &str,
    value: Amount,
    unit: &str,
    convention: Convention,
) -> Option<Amount> {
    let is_odd = convention == Convention::English
        && value.decimals() == 3
        && !text.contains(',')
        && Unit::read(unit).is_count()
        && groups_by_unit(unit);
    is_odd.then(|| value.checked_mul(Amount::from(1_000)).ok()).flatten().map(Amount::trimmed)
}

/// A stored 1.039 beside values a thousand times as large was typed as "1.039" and taken for a
/// decimal. Where the line has no other value, those of the column tell that are of its unit.
pub(super) fn read_stored(
    value: Amount,
    slot: &Slot,
    evidence: &Evidence,
    neighbours: &Neighbours,
) -> Written {
    if value.is_whole() {
        return Written::certain(value);
    }
    let thousandfold = value.checked_mul(Amount::from(1_000)).ok().map(Amount::trimmed);
    let thousandfold = thousandfold.filter(|large| large.is_whole());
    let told = |large: Amount| {
        let series = evidence.series(neighbours, slot);
        let grouped = value.trimmed().decimals() == 3 && value.abs() >= Amount::from(1);
        series.others_nearer(value, large)
            || series.is_alone()
                && grouped
                && evidence.of_unit(neighbours, slot).others_nearer(value, large)
    };
    if let Some(large) = thousandfold.filter(|large| told(*large)) {
        let alternatives = [value, large]
            .map(|value| Alternative { value, meaning: print_number(value.trimmed()) });
        return Written { value, status: Status::Ambiguous, alternatives: alternatives.into() };
    }
    Written::certain(value)
}
