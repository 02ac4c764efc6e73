//! One cell of an OpenDocument table: what its attributes say, and its text.

use quick_xml::events::BytesStart;
use tongket_figures::Amount;

use super::styles::{Look, OpenStyles};
use super::text::CellText;
use crate::digits::is_number;
use crate::encoding::{RunReader, normal_owned};
use crate::error::Refusal;
use crate::raw::RawValue;
use crate::xml::{attribute, number_attribute};

/// A cell whose end has not come yet.
pub(super) struct OpenCell {
    pub(super) style: Option<String>,
    /// It and the next ones, which are all the same.
    pub(super) n_cols: u64,
    pub(super) rows_spanned: u32,
    pub(super) cols_spanned: u32,
    pub(super) has_formula: bool,
    kind: Kind,
    /// The value as the attribute has it.
    stored: Option<String>,
    pub(super) text: CellText,
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    None,
    Number,
    Percent,
    Date,
    Time,
    Bool,
    Text,
    Error,
}

impl OpenCell {
    pub(super) fn of(tag: &BytesStart) -> Result<OpenCell, Refusal> {
        let mut cell = OpenCell {
            style: None,
            n_cols: u64::from(repeats(tag, "number-columns-repeated")?),
            rows_spanned: number_attribute(tag, "number-rows-spanned")?.unwrap_or(1),
            cols_spanned: number_attribute(tag, "number-columns-spanned")?.unwrap_or(1),
            has_formula: attribute(tag, "formula")?.is_some(),
            kind: Kind::None,
            stored: None,
            text: CellText::default(),
        };
        cell.style = attribute(tag, "style-name")?.map(|style| style.into_owned());
        for attribute in tag.attributes().with_checks(false) {
            let attribute = attribute.map_err(|_| Refusal::Damaged)?;
            if attribute.key.local_name().as_ref() != "value-type" {
                continue;
            }
            // LibreOffice says "error" in an attribute of its own beside the standard one.
            let kind = match &*attribute.value {
                "float" | "currency" => Kind::Number,
                "percentage" => Kind::Percent,
                "date" => Kind::Date,
                "time" => Kind::Time,
                "boolean" => Kind::Bool,
                "string" => Kind::Text,
                "error" => Kind::Error,
                _ => continue,
            };
            if cell.kind != Kind::Error {
                cell.kind = kind;
            }
        }
        let name = match cell.kind {
            Kind::Number | Kind::Percent => "value",
            Kind::Date => "date-value",
            Kind::Time => "time-value",
            Kind::Bool => "boolean-value",
            Kind::Text => "string-value",
            Kind::None | Kind::Error => return Ok(cell),
        };
        cell.stored = attribute(tag, name)?.map(|value| value.into_owned());
        Ok(cell)
    }

    /// Its value and the place of its number format; `None` for an empty cell, and an outer error
    /// for a text that is too long.
    pub(super) fn value(
        self,
        styles: &mut OpenStyles,
        look: Look,
        runs: &mut RunReader,
    ) -> Result<Option<(RawValue, u32)>, TooLong> {
        let format = look.format;
        let text = self.text.into_text().ok_or(TooLong)?;
        let text = normal_owned(runs.read(&text, look.code).into_owned());
        let has_formula = self.has_formula;
        let stored = self.stored.as_deref().map(str::trim);
        let error = |text: &str| RawValue::Error(text.trim().into());
        let value = match self.kind {
            Kind::Error => Some(error(if text.trim().is_empty() { "#VALUE!" } else { &text })),
            // Older programs store 0 for a formula that failed, and only show why.
            _ if has_formula && is_error(text.trim()) => Some(error(&text)),
            Kind::Number | Kind::Percent => {
                let number = stored.filter(|digits| is_number(digits));
                let number = number.map(|digits| RawValue::Number(digits.into()));
                number.or(match stored {
                    Some(_) => Some(RawValue::Error("#NUM!".into())),
                    None => non_empty(text),
                })
            }
            Kind::Date => match stored.and_then(moment) {
                Some(moment) => Some(RawValue::Date(moment.into())),
                None => non_empty(text),
            },
            Kind::Time => match stored.and_then(duration) {
                Some(value) => Some(value),
                None => non_empty(text),
            },
            Kind::Bool => stored.map(|value| RawValue::Bool(value == "true")),
            Kind::Text => non_empty(match (text.is_empty(), self.stored) {
                (true, Some(stored)) => stored,
                _ => text,
            }),
            Kind::None if has_formula && text.is_empty() => Some(RawValue::NoResult),
            Kind::None => non_empty(text),
        };
        let is_percent = self.kind == Kind::Percent && !styles.is_percent(format);
        let format = if is_percent { styles.format("0.00%") } else { format };
        Ok(value.map(|value| (value, format)))
    }
}

/// The text of a cell is longer than a cell may be.
pub(super) struct TooLong;

/// How often a cell, a column or a row stands there; absent is once.
pub(super) fn repeats(tag: &BytesStart, name: &str) -> Result<u32, Refusal> {
    let repeats = attribute(tag, name)?;
    // A number too large for us is as many as there can be.
    Ok(repeats.map_or(1, |text| text.trim().parse().unwrap_or(u32::MAX)))
}

fn non_empty(text: String) -> Option<RawValue> {
    (!text.is_empty()).then(|| RawValue::Text(text.into()))
}

fn is_error(text: &str) -> bool {
    const ERRORS: [&str; 8] =
        ["#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#VALUE"];
    ERRORS.contains(&text)
        || text.strip_prefix("Err:").is_some_and(|code| code.bytes().all(|b| b.is_ascii_digit()))
}

/// `2023-09-17` or `2023-09-17T08:30:00`, without parts of a second and without midnight.
fn moment(text: &str) -> Option<String> {
    let (day, time) = text.split_once('T').unwrap_or((text, ""));
    let is_day = day.len() == 10
        && day.bytes().enumerate().all(|(at, b)| match at {
            4 | 7 => b == b'-',
            _ => b.is_ascii_digit(),
        });
    let time = time.trim_end_matches('Z').split(['.', ',']).next().unwrap_or_default();
    let is_time = time.is_empty()
        || time.len() == 8
            && time.bytes().enumerate().all(|(at, b)| match at {
                2 | 5 => b == b':',
                _ => b.is_ascii_digit(),
            });
    (is_day && is_time).then(|| match time {
        "" | "00:00:00" => day.to_owned(),
        time => format!("{day}T{time}"),
    })
}

/// `PT08H30M00S` as a time of day, or as days where it is longer than one.
fn duration(text: &str) -> Option<RawValue> {
    let (sign, rest) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text),
    };
    let rest = rest.strip_prefix("PT")?;
    let (hours, rest) = rest.split_once('H').unwrap_or(("0", rest));
    let (minutes, rest) = rest.split_once('M').unwrap_or(("0", rest));
    let seconds = rest.strip_suffix('S').unwrap_or("0");
    let (seconds, parts) = seconds.split_once(['.', ',']).unwrap_or((seconds, ""));
    let number = |text: &str| text.parse::<i64>().ok();
    let (hours, minutes, seconds) = (number(hours)?, number(minutes)?, number(seconds)?);
    if sign > 0 && hours < 24 && minutes < 60 && seconds < 60 {
        return Some(RawValue::Date(format!("{hours:02}:{minutes:02}:{seconds:02}").into()));
    }
    let whole = hours.checked_mul(3600)?.checked_add(minutes.checked_mul(60)?)?;
    let whole = whole.checked_add(seconds)?.checked_mul(sign)?;
    let seconds: Amount = match parts.trim_end_matches('0') {
        "" => Amount::from(whole),
        parts => format!("{whole}.{parts}").parse().ok()?,
    };
    let days = seconds.checked_div(Amount::from(86_400))?;
    Some(RawValue::Number(days.trimmed().to_string().into()))
}
