//! Reading periods: the machine form kept in the database, and the forms of a sentence.

use std::str::FromStr;

use crate::ordinal::read_roman;
use crate::text::tidy;
use crate::{Date, DateReading, Period, PeriodError, fold, read_date};

impl FromStr for Period {
    type Err = PeriodError;

    /// Reads the machine form only; what people write is read by [`Period::read`].
    fn from_str(text: &str) -> Result<Period, PeriodError> {
        read_code(text.trim()).ok_or_else(|| PeriodError(text.to_owned()))
    }
}

impl Period {
    /// Reads what a person writes: "năm 2023", "quý III/2024", "9 tháng đầu năm 2024", "đến ngày
    /// 25/9/2024", "giai đoạn 2021 - 2025", "nhiệm kỳ 2020-2025", and the machine form.
    pub fn read(text: &str) -> Result<Period, PeriodError> {
        read_code(tidy(text).trim())
            .or_else(|| read_sentence(&fold(text)))
            .ok_or_else(|| PeriodError(text.to_owned()))
    }
}

fn read_code(text: &str) -> Option<Period> {
    if let Some(date) = text.strip_prefix("lũy kế to ") {
        return Date::read_iso(date).map(Period::CutOff);
    }
    if let Some(years) = text.strip_prefix("nhiệm kỳ ") {
        let (from, to) = years.split_once("..")?;
        return ordered_years(from, to).map(|(from, to)| Period::Term { from, to });
    }
    if let Some((from, to)) = text.split_once("..") {
        return ordered_years(from, to).map(|(from, to)| Period::Range { from, to });
    }
    let Some((year, part)) = text.split_once('-') else {
        return read_year(text).map(Period::Year);
    };
    let year = read_year(year)?;
    match part.strip_prefix('Q') {
        Some(quarter) => read_quarter(quarter).map(|quarter| Period::Quarter { year, quarter }),
        None => read_months(part.strip_suffix("-T")?).map(|months| Period::Months { year, months }),
    }
}

/// `folded` as [`fold`] gives it: lower case, no accents, single spaces.
fn read_sentence(folded: &str) -> Option<Period> {
    if let Some(term) = folded.strip_prefix("nhiem ky ") {
        return read_dashed_years(term).map(|(from, to)| Period::Term { from, to });
    }
    let text = folded.strip_prefix("giai doan ").unwrap_or(folded);
    if let Some((from, to)) = read_dashed_years(text) {
        return Some(Period::Range { from, to });
    }
    let text = folded.strip_prefix("trong ").unwrap_or(folded);
    let text = text.strip_prefix("ca ").unwrap_or(text);
    if let Some(quarter) = text.strip_prefix("quy ").or_else(|| text.strip_prefix("qui ")) {
        let (quarter, year) = quarter.split_once(['/', ' '])?;
        let quarter = read_quarter(quarter)
            .or_else(|| read_roman(quarter).and_then(|q| u8::try_from(q).ok()))
            .filter(|quarter| (1..=4).contains(quarter))?;
        return Some(Period::Quarter { year: read_named_year(year)?, quarter });
    }
    if let Some(period) = read_cut_off(text) {
        return Some(period);
    }
    match text.split_once(" thang ") {
        Some((months, year)) => {
            let year = read_named_year(year.strip_prefix("dau ").unwrap_or(year))?;
            Some(Period::Months { year, months: read_months(months)? })
        }
        None => read_named_year(text).map(Period::Year),
    }
}

/// "lũy kế đến ngày 25/9/2024", "tính đến hết ngày 25/9/2024", "đến hết tháng 9/2024".
fn read_cut_off(folded: &str) -> Option<Period> {
    let text = folded.strip_prefix("luy ke ").unwrap_or(folded);
    let text = text.strip_prefix("tinh ").unwrap_or(text).strip_prefix("den ")?;
    match read_date(text.strip_prefix("het ").unwrap_or(text))? {
        DateReading::Day(date) => Some(Period::CutOff(date)),
        DateReading::Month { year, month } => {
            Some(Period::Months { year, months: u8::try_from(month).ok()? })
        }
        DateReading::DayWithoutYear { .. } | DateReading::Interval(..) => None,
    }
}

/// "2024", "nam 2024".
fn read_named_year(text: &str) -> Option<i32> {
    read_year(text.strip_prefix("nam ").unwrap_or(text))
}

/// Four digits in a century that figures can come from.
fn read_year(text: &str) -> Option<i32> {
    let plain = text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten().filter(|year| (1900..=2999).contains(year))
}

/// "2021-2025", "2021 – 2025"
fn read_dashed_years(text: &str) -> Option<(i32, i32)> {
    let (from, rest) = text.split_at_checked(4)?;
    let to = rest.trim_start().strip_prefix(['-', '–', '—', '−'])?;
    ordered_years(from, to.trim_start())
}

fn ordered_years(from: &str, to: &str) -> Option<(i32, i32)> {
    let (from, to) = (read_year(from)?, read_year(to)?);
    (from <= to).then_some((from, to))
}

fn read_quarter(text: &str) -> Option<u8> {
    read_small(text).filter(|quarter| (1..=4).contains(quarter))
}

fn read_months(text: &str) -> Option<u8> {
    read_small(text).filter(|months| (1..=12).contains(months))
}

/// One or two digits.
fn read_small(text: &str) -> Option<u8> {
    let plain = text.len() <= 2 && text.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}
