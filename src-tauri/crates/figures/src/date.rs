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
    /// "tháng 10.2020", "9/2024"
    Month {
        year: i32,
        month: u32,
    },
    /// "trung tuần tháng 10.2020": first and last day
    Interval(Date, Date),
}

impl Date {
    /// `None` when the calendar has no such day.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Date> {
        NaiveDate::from_ymd_opt(year, month, day).map(Date)
    }

    /// The day as chrono knows it.
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
        format!("{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }

    pub fn first_of_month(year: i32, month: u32) -> Date {
        NaiveDate::from_ymd_opt(year, month, 1).unwrap_or(NaiveDate::MIN).into()
    }

    pub fn last_of_month(year: i32, month: u32) -> Date {
        let next = match month {
            12 => NaiveDate::from_ymd_opt(year + 1, 1, 1),
            _ => NaiveDate::from_ymd_opt(year, month + 1, 1),
        };
        next.and_then(|day| day.pred_opt()).unwrap_or(NaiveDate::MAX).into()
    }

    /// The same day a year earlier; 29 February becomes 28 February.
    pub(crate) fn one_year_earlier(self) -> Date {
        let year = self.year() - 1;
        let same_day = self.0.with_year(year).or_else(|| NaiveDate::from_ymd_opt(year, 2, 28));
        same_day.unwrap_or(self.0).into()
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
