//! Reading dates as offices write them: day first, with `/`, `-` or `.`, in words, as months and
//! as thirds of months. What the text leaves open stays open.

use crate::{Date, DateReading, fold};

/// Reads "25.12.2020", "ngày 7/8/2023", "tháng 10.2020", "trung tuần tháng 10.2020",
/// "ngày 05 tháng 9 năm 2026", "Thứ sáu, 01/12/2023", "Chiều 27/12", "2020-12-25".
///
/// Without a word that says it is a date, "16.1" and "10.2020" are numbers, not dates.
pub fn read_date(text: &str) -> Option<DateReading> {
    let folded = fold(text);
    let words: Vec<&str> = folded.split(' ').collect();
    if let [third @ ("thuong" | "trung" | "ha"), "tuan", "thang", month @ ..] = words.as_slice() {
        return read_third(third, month);
    }
    let date = without_weekday(&words);
    let n_lead = date.iter().take_while(|word| LEADING.contains(word)).count();
    match &date[n_lead..] {
        ["thang", month @ ..] => {
            read_month(month).map(|(year, month)| DateReading::Month { year, month })
        }
        [day, "thang", month, "nam", year] => read_day(day, month, year).map(DateReading::Day),
        [day, "thang", month] => read_yearless(day, month),
        [numeric] => read_numeric(numeric, n_lead > 0),
        _ => None,
    }
}

impl Date {
    /// `2023-11-20`
    pub(crate) fn read_iso(text: &str) -> Option<Date> {
        let mut parts = text.split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        if parts.next().is_some() { None } else { read_day(day, month, year) }
    }
}

/// Words that may stand before a date: the day and its parts.
const LEADING: [&str; 6] = ["ngay", "sang", "trua", "chieu", "toi", "dem"];

const WEEKDAYS: [&str; 6] = ["hai", "ba", "tu", "nam", "sau", "bay"];

/// "Thứ sáu, 01/12/2023": the weekday is not checked against the date here.
fn without_weekday<'w, 't>(words: &'w [&'t str]) -> &'w [&'t str] {
    match words {
        ["thu", day, date @ ..] if WEEKDAYS.contains(&day.trim_end_matches(',')) => date,
        ["chu", "nhat" | "nhat,", date @ ..] => date,
        date => date,
    }
}

fn read_third(third: &str, month: &[&str]) -> Option<DateReading> {
    let (year, month) = read_month(month)?;
    let (first, last) = match third {
        "thuong" => (Date::new(year, month, 1)?, Date::new(year, month, 10)?),
        "trung" => (Date::new(year, month, 11)?, Date::new(year, month, 20)?),
        _ => (Date::new(year, month, 21)?, Date::last_of_month(year, month)),
    };
    Some(DateReading::Interval(first, last))
}

/// "10.2020", "9-2023", "9 năm 2023"
fn read_month(words: &[&str]) -> Option<(i32, u32)> {
    let (month, year) = match words {
        [one] => one.split_once(['.', '/', '-'])?,
        [month, "nam", year] => (*month, *year),
        _ => return None,
    };
    let (month, year) = (read_part(month)?, read_year(year)?);
    (1..=12).contains(&month).then_some((year, month))
}

/// `named`: a word before says that this is a date, so a dot is no decimal mark.
fn read_numeric(text: &str, named: bool) -> Option<DateReading> {
    let mark = text.chars().find(|c| matches!(c, '/' | '-' | '.'))?;
    let mut parts = text.split(mark);
    let (first, second) = (parts.next()?, parts.next()?);
    match (parts.next(), parts.next()) {
        (Some(third), None) => read_day(first, second, third)
            .or_else(|| read_day(third, second, first))
            .map(DateReading::Day),
        (None, _) if mark == '.' && !named => None,
        (None, _) => read_yearless(first, second).or_else(|| {
            let (year, month) = read_month(&[text])?;
            Some(DateReading::Month { year, month })
        }),
        _ => None,
    }
}

fn read_day(day: &str, month: &str, year: &str) -> Option<Date> {
    Date::new(read_year(year)?, read_part(month)?, read_part(day)?)
}

fn read_yearless(day: &str, month: &str) -> Option<DateReading> {
    let (day, month) = (read_part(day)?, read_part(month)?);
    // 2000 is a leap year: 29/2 stays possible.
    Date::new(2000, month, day).map(|_| DateReading::DayWithoutYear { day, month })
}

/// A day or month of one or two digits.
fn read_part(text: &str) -> Option<u32> {
    let plain = (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

/// Four digits; a year of two digits would have to be guessed.
fn read_year(text: &str) -> Option<i32> {
    let plain = text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten().filter(|year| *year >= 1000)
}
