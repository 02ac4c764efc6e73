//! Dates as offices write them: day first, `/`, `-` or `.` between, months and thirds of months.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::Style;

/// A day of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Date(NaiveDate);

/// What a date text says. A text without a year or day is not completed with an invented one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateReading {
    Day(Date),
    /// "Chiều 27/12": the year stands elsewhere and has to be confirmed.
    DayWithoutYear {
        day: u32,
        month: u32,
    },
    /// "tháng 10.2020"
    Month {
        year: i32,
        month: u32,
    },
    /// "trung tuần tháng 10.2020": first and last day
    Interval(Date, Date),
}

impl Date {
    pub fn new(year: i32, month: u32, day: u32) -> Option<Date> {
        NaiveDate::from_ymd_opt(year, month, day).map(Date)
    }

    pub fn naive(self) -> NaiveDate {
        self.0
    }

    pub fn year(self) -> i32 {
        self.0.year()
    }

    pub fn month(self) -> u32 {
        self.0.month()
    }

    pub fn day(self) -> u32 {
        self.0.day()
    }

    /// Days from `earlier` to this day.
    pub fn days_since(self, earlier: Date) -> i64 {
        (self.0 - earlier.0).num_days()
    }

    /// `2023-11-20`
    pub fn iso(self) -> String {
        self.0.format("%Y-%m-%d").to_string()
    }

    /// In running text: `05/9/2026`: a day below 10 and the months 1 and 2 take a zero
    /// (HD 05-HD/VPTW; NĐ 30/2020, Phụ lục I).
    pub fn print(self, style: &Style) -> String {
        let mark = style.date_separator.mark();
        format!("{:02}{mark}{}{mark}{}", self.day(), padded_month(self.month()), self.year())
    }

    /// In the letterhead: `ngày 05 tháng 9 năm 2026`, with the same zeros.
    pub fn print_long(self) -> String {
        format!("ngày {:02} tháng {} năm {}", self.day(), padded_month(self.month()), self.year())
    }
}

impl From<NaiveDate> for Date {
    fn from(day: NaiveDate) -> Date {
        Date(day)
    }
}

fn padded_month(month: u32) -> String {
    if month < 3 { format!("{month:02}") } else { month.to_string() }
}

/// Reads "25.12.2020", "ngày 7/8/2023", "tháng 10.2020", "trung tuần tháng 10.2020",
/// "ngày 05 tháng 9 năm 2026", "Chiều 27/12", "2020-12-25".
pub fn read_date(text: &str) -> Option<DateReading> {
    let folded = crate::fold(text);
    let mut words: Vec<&str> = folded.split_whitespace().collect();
    let third = match words.as_slice() {
        ["thuong", "tuan", ..] => Some((1, 10)),
        ["trung", "tuan", ..] => Some((11, 20)),
        ["ha", "tuan", ..] => Some((21, 31)),
        _ => None,
    };
    if third.is_some() {
        words.drain(..2);
    }
    while let Some(first) = words.first() {
        if matches!(*first, "ngay" | "sang" | "chieu" | "toi") && words.len() > 1 {
            words.remove(0);
        } else {
            break;
        }
    }
    match words.as_slice() {
        ["thang", rest @ ..] => {
            let (month, year) = read_month(rest)?;
            let last = Date::new(year, month, 1)?;
            let Some((from, to)) = third else {
                return Some(DateReading::Month { year: last.year(), month });
            };
            let to = (from..=to).rev().find_map(|day| Date::new(year, month, day))?;
            Some(DateReading::Interval(Date::new(year, month, from)?, to))
        }
        [day, "thang", month, "nam", year] => {
            let date = Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)?;
            Some(DateReading::Day(date))
        }
        [one] if third.is_none() => read_numeric(one),
        _ => None,
    }
}

fn read_month(words: &[&str]) -> Option<(u32, i32)> {
    match words {
        [one] => {
            let (month, year) = one.split_once(['.', '/', '-'])?;
            Some((month.parse().ok()?, four_digit_year(year)?))
        }
        [month, "nam", year] => Some((month.parse().ok()?, four_digit_year(year)?)),
        _ => None,
    }
    .filter(|(month, _)| (1..=12).contains(month))
}

fn four_digit_year(text: &str) -> Option<i32> {
    (text.len() == 4).then(|| text.parse().ok()).flatten()
}

fn read_numeric(text: &str) -> Option<DateReading> {
    let mark = text.chars().find(|c| matches!(c, '/' | '-' | '.'))?;
    let parts: Vec<u32> = text.split(mark).map(|part| part.parse().ok()).collect::<Option<_>>()?;
    match parts[..] {
        [year, month, day] if year > 1000 => {
            Date::new(i32::try_from(year).ok()?, month, day).map(DateReading::Day)
        }
        [day, month, year] if year > 1000 => {
            Date::new(i32::try_from(year).ok()?, month, day).map(DateReading::Day)
        }
        [month, year] if year > 1000 && (1..=12).contains(&month) => {
            Some(DateReading::Month { year: i32::try_from(year).ok()?, month })
        }
        // 2000 is a leap year: 29/2 stays possible.
        [day, month] => {
            Date::new(2000, month, day).map(|_| DateReading::DayWithoutYear { day, month })
        }
        _ => None,
    }
}

/// Days of one month in one phrase: "các ngày 28 và 29-12-2022"; one day is "ngày 28-12-2022".
/// Days of different months are listed in full. `days` in ascending order; empty gives "".
pub fn days_phrase(days: &[Date], style: &Style) -> String {
    let Some((last, before)) = days.split_last() else { return String::new() };
    if before.is_empty() {
        return format!("ngày {}", last.print(style));
    }
    let one_month = before.iter().all(|d| (d.year(), d.month()) == (last.year(), last.month()));
    let earlier: Vec<String> = before
        .iter()
        .map(|d| if one_month { format!("{:02}", d.day()) } else { d.print(style) })
        .collect();
    format!("các ngày {} và {}", earlier.join(", "), last.print(style))
}
