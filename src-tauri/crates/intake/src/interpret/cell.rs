//! One cell of a table to its value: the number rules, in their order. A rule that has to guess
//! says so in the status; nothing that holds other digits is taken for a number.

use tongket_figures::{Amount, DateReading, Qualifier, Unit, fold, print_number, read_date};

use super::block::Slot;
use super::evidence::{Evidence, Neighbours};
use super::grid::text_of;
use super::number::{Written, plain_number, read_stored, read_written};
use super::wording::{single_spaced, without_mark};
use crate::number_format::Shown;
use crate::raw::{RawCell, RawValue};
use crate::reading::{Alternative, Extra, Status};

/// What a cell says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct CellReading {
    pub(super) value: Option<Amount>,
    pub(super) extra: Option<Extra>,
    pub(super) qualifier: String,
    /// A unit that the cell itself names, when it is another than the heading's.
    pub(super) unit: Option<String>,
    pub(super) status: Status,
    pub(super) alternatives: Vec<Alternative>,
}

impl CellReading {
    fn without_value(status: Status) -> CellReading {
        CellReading {
            value: None,
            extra: None,
            qualifier: String::new(),
            unit: None,
            status,
            alternatives: Vec::new(),
        }
    }

    fn of(written: Written) -> CellReading {
        CellReading {
            value: Some(written.value),
            alternatives: written.alternatives,
            ..CellReading::without_value(written.status)
        }
    }
}

/// What is known where a cell is read.
pub(super) struct Around<'a> {
    pub(super) slot: Slot<'a>,
    pub(super) evidence: &'a Evidence,
    pub(super) neighbours: &'a Neighbours<'a>,
}

/// Reads the cell of a slot; `None` is an empty cell.
pub(super) fn read(cell: Option<&RawCell>, around: &Around) -> CellReading {
    let Some(cell) = cell else { return CellReading::without_value(Status::Blank) };
    let reading = match &cell.value {
        RawValue::Number(stored) => match plain_number(stored) {
            Some(value) => match around.neighbours.grid.shown(cell) {
                Shown::AsStored => stored_number(value, around),
                Shown::Percent => percent_format(value),
                Shown::Thousandths(n) => guessed(in_thousands(value, n), value),
                Shown::Unsure { perhaps_percent } => {
                    let percent = value.checked_mul(Amount::ONE_HUNDRED).ok();
                    guessed(None, value).or_perhaps(percent.filter(|_| perhaps_percent))
                }
            },
            None => CellReading::without_value(Status::Text),
        },
        RawValue::Text(_) => text(&text_of(&cell.value), around),
        RawValue::Bool(_) => CellReading::without_value(Status::Text),
        RawValue::Error(_) => CellReading::without_value(Status::Error),
        RawValue::Date(iso) => date(iso),
        RawValue::NoResult => CellReading::without_value(Status::FormulaNoCache),
    };
    match cell.struck && reading.value.is_some() {
        true => CellReading { status: Status::StruckOut, ..reading },
        false => reading,
    }
}

fn in_thousands(value: Amount, n_times: u32) -> Option<Amount> {
    value.checked_mul(Amount::new(1, 3 * n_times)).ok()
}

/// What is shown, where it is another number than what is stored: the person says which.
fn guessed(shown: Option<Amount>, stored: Amount) -> CellReading {
    let shown = shown.map(Amount::trimmed);
    let reading = CellReading::of(Written::certain(shown.unwrap_or(stored)));
    CellReading { status: Status::Guessed, ..reading }.or_perhaps(shown.map(|_| stored))
}

impl CellReading {
    /// The value, or another.
    fn or_perhaps(mut self, other: Option<Amount>) -> CellReading {
        if let (Some(value), Some(other)) = (self.value, other) {
            let meant = |value: Amount| Alternative { value, meaning: print_number(value) };
            self.alternatives = [value, other.trimmed()].map(meant).into();
        }
        self
    }
}

fn date(iso: &str) -> CellReading {
    let extra = Some(Extra::IsoDate(iso.to_owned()));
    CellReading { extra, ..CellReading::without_value(Status::Date) }
}

/// A cell in a percent format shows a hundred times what it stores.
fn percent_format(value: Amount) -> CellReading {
    match value.checked_mul(Amount::ONE_HUNDRED) {
        Ok(percent) => CellReading {
            extra: Some(Extra::PercentFormat),
            ..CellReading::of(Written::certain(percent.trimmed()))
        },
        Err(_) => CellReading::without_value(Status::Text),
    }
}

fn stored_number(value: Amount, around: &Around) -> CellReading {
    let Around { slot, evidence, neighbours } = around;
    match fraction_of_one(value, slot.unit(), around) {
        Some(reading) => reading,
        None => CellReading::of(read_stored(value, slot, evidence, neighbours)),
    }
}

/// 0.902 in a series whose other cells are written as percents.
fn fraction_of_one(value: Amount, unit: &str, around: &Around) -> Option<CellReading> {
    let small = !value.is_zero() && value.abs() <= Amount::new(15, 1);
    if !small || !Unit::read(unit).is_rate() {
        return None;
    }
    let Around { slot, evidence, neighbours } = around;
    let writes_percents = evidence.series(neighbours, slot).writes_percents
        || evidence.of_unit(neighbours, slot).writes_percents;
    if !writes_percents {
        return None;
    }
    let percent = value.checked_mul(Amount::ONE_HUNDRED).ok()?.trimmed();
    let alternatives = [percent, value]
        .map(|value| Alternative { value, meaning: print_number(value.trimmed()) + "%" });
    Some(CellReading {
        value: Some(percent),
        extra: Some(Extra::FractionOfOne),
        alternatives: alternatives.into(),
        ..CellReading::without_value(Status::Guessed)
    })
}

/// What an office writes where there is no value.
fn is_missing(text: &str) -> bool {
    matches!(fold(text).as_str(), "nt" | "n/a")
        || text.chars().all(|c| matches!(c, '-' | '–' | '—' | '−' | '…' | '.' | ' '))
}

fn text(text: &str, around: &Around) -> CellReading {
    if text.is_empty() {
        return CellReading::without_value(Status::Blank);
    }
    if is_missing(text) {
        return CellReading::without_value(Status::Missing);
    }
    if let Some(DateReading::Day(day)) = read_date(text) {
        return date(&day.iso());
    }
    let text = without_mark(text);
    number_in_words(text, around).unwrap_or_else(|| CellReading::without_value(Status::Text))
}

/// Qualifier, number and unit; `None` when the rest of the cell is prose or holds other digits.
fn number_in_words(text: &str, around: &Around) -> Option<CellReading> {
    let Split { lead, number, suffix } = Split::of(text)?;
    let lead = Lead::read(lead)?;
    let (suffix, trailing) = Qualifier::read_trailing(suffix);
    let suffix = suffix.trim();
    // "12." was typed in a hurry; of "120-" nobody knows.
    let is_slip = !suffix.is_empty() && suffix.chars().all(|c| matches!(c, '.' | ',' | ';'));
    let suffix = if is_slip { "" } else { suffix };
    if !suffix.is_empty() && !suffix.contains(says_unit) {
        return None;
    }
    if suffix.split_whitespace().count() > MAX_UNIT_WORDS {
        return None;
    }
    let column_unit = around.slot.unit();
    let same_unit = fold(suffix) == fold(column_unit);
    let own_unit = (!suffix.is_empty() && !same_unit).then(|| own_unit(suffix, column_unit));
    let unit = own_unit.as_deref().unwrap_or(column_unit).to_owned();
    let mut reading = parts(number, &unit, around)?;
    reading.qualifier = match trailing {
        Some(_) if lead.words.is_empty() => "trở lên".to_owned(),
        Some(_) => format!("{} … trở lên", lead.words),
        None => lead.words,
    };
    if reading.extra.is_none() && suffix.is_empty() && lead.trend.is_none() {
        let value = reading.value?;
        reading = match fraction_of_one(value, &unit, around) {
            Some(fraction) => CellReading { qualifier: reading.qualifier, ..fraction },
            None => reading,
        };
    } else if reading.extra.is_none() && !suffix.is_empty() {
        reading.extra = Some(Extra::Suffix(single_spaced(suffix)));
    }
    if is_slip && reading.status == Status::Ok {
        reading.status = Status::Guessed;
    }
    reading.unit = own_unit;
    match lead.trend {
        Some(trend) => trend_reading(reading, trend, &unit),
        None => Some(reading),
    }
}

fn says_unit(c: char) -> bool {
    c.is_alphabetic() || matches!(c, '%' | '‰' | '₫' | '$' | '€')
}

/// "61,6 vạn" in a column of people are "vạn người"; other words are a unit of their own.
fn own_unit(suffix: &str, of_column: &str) -> String {
    const SIZES: [&str; 6] = ["trăm", "nghìn", "ngàn", "vạn", "triệu", "tỷ"];
    let is_size = SIZES.contains(&suffix.to_lowercase().as_str());
    match is_size && Unit::read(of_column).is_count() && !of_column.is_empty() {
        true => format!("{suffix} {of_column}"),
        false => single_spaced(suffix),
    }
}

/// Longer than any unit: "đơn vị sự nghiệp công lập" has six words.
const MAX_UNIT_WORDS: usize = 6;

/// A text cut into what stands before the number, the number, and what follows.
struct Split<'t> {
    lead: &'t str,
    number: &'t str,
    suffix: &'t str,
}

impl<'t> Split<'t> {
    fn of(text: &'t str) -> Option<Split<'t>> {
        let first = text.find(|c: char| c.is_ascii_digit())?;
        let start = text[..first].trim_end_matches(['(', '-', '−', '+']).len();
        let body = &text[start..];
        let in_number =
            |c: char| c.is_ascii_digit() || c.is_whitespace() || ".,/-–−+()".contains(c);
        let end = body.find(|c: char| !in_number(c)).unwrap_or(body.len());
        let ends_number = |c: char| c.is_ascii_digit() || c == ')';
        let end = body[..end].rfind(ends_number).map_or(0, |at| at + 1);
        let (number, suffix) = body.split_at(end);
        let foreign_digit = |c: char| c.is_ascii_digit();
        let unit_digits = ["m2", "m3", "km2"].iter().any(|unit| suffix.contains(unit));
        if suffix.contains(foreign_digit) && !unit_digits {
            return None;
        }
        Some(Split { lead: text[..start].trim(), number, suffix })
    }
}

/// The words before a number.
struct Lead {
    /// As written, without the verb.
    words: String,
    trend: Option<Trend>,
}

#[derive(Clone, Copy, PartialEq)]
enum Trend {
    Up,
    Down,
}

impl Lead {
    /// `None` when other words than qualifiers stand there.
    fn read(lead: &str) -> Option<Lead> {
        let (_, rest) = Qualifier::read_leading(lead);
        let trend = match fold(rest).as_str() {
            "" | "thu" | "hang" | "xep thu" | "hang thu" => None,
            "tang" => Some(Trend::Up),
            "giam" => Some(Trend::Down),
            _ => return None,
        };
        let verb = |word: &&str| !matches!(fold(word).as_str(), "dat" | "la" | "bang");
        let words: Vec<&str> = lead.split_whitespace().filter(verb).collect();
        Some(Lead { words: words.join(" "), trend })
    }
}

/// "7/8", "12,5 - 13" or one number.
fn parts(number: &str, unit: &str, around: &Around) -> Option<CellReading> {
    let Around { slot, evidence, neighbours } = around;
    let read = |part: &str| read_written(part.trim(), unit, slot, evidence, neighbours);
    if let Some(written) = read(number) {
        return Some(CellReading::of(written));
    }
    if let Some((over, under)) = number.split_once('/') {
        // "2022/2023" in a column of percents counts nothing.
        if Unit::read(unit).is_rate() {
            return None;
        }
        let (over, under) = (read(over)?, read(under)?);
        let reading = CellReading::of(over);
        return Some(CellReading { extra: Some(Extra::Of(under.value)), ..reading });
    }
    let dash = |c: char| matches!(c, '-' | '–' | '−');
    let at = number.char_indices().skip(1).find(|(_, c)| dash(*c))?.0;
    let (from, to) = (read(&number[..at])?, read(number[at..].trim_start_matches(dash))?);
    if from.value > to.value {
        return None;
    }
    let status = if from.status == Status::Ok { Status::Range } else { from.status };
    Some(CellReading { extra: Some(Extra::To(to.value)), status, ..CellReading::of(from) })
}

/// "tăng 1,4 lần" is 1,4 times as much, or 1,4 times more; "tăng 5%" is a change, not a level.
fn trend_reading(reading: CellReading, trend: Trend, unit: &str) -> Option<CellReading> {
    let value = reading.value?;
    if fold(unit) != "lan" {
        return Some(CellReading { status: Status::Guessed, ..reading });
    }
    if trend == Trend::Down {
        return Some(CellReading { status: Status::Ambiguous, ..reading });
    }
    let times = print_number(value);
    let alternatives = vec![
        Alternative { value, meaning: format!("bằng {times} lần") },
        Alternative {
            value: value.checked_add(Amount::from(1)).ok()?,
            meaning: format!("tăng thêm {times} lần"),
        },
    ];
    Some(CellReading { status: Status::Ambiguous, alternatives, ..reading })
}
