//! Days of the week beside dates on which they do not fall: "Thứ sáu, ngày 02/12/2023".

use chrono::{Datelike, Weekday};
use tongket_figures::{Date, DateReading, fold, read_date};

use super::sentence::finding_at;
use crate::prose::{Line, Prose};
use crate::{Finding, Severity};

/// By the words behind "thứ".
const DAYS: [(&str, Weekday); 11] = [
    ("hai", Weekday::Mon),
    ("2", Weekday::Mon),
    ("ba", Weekday::Tue),
    ("3", Weekday::Tue),
    ("tư", Weekday::Wed),
    ("4", Weekday::Wed),
    ("năm", Weekday::Thu),
    ("5", Weekday::Thu),
    ("sáu", Weekday::Fri),
    ("6", Weekday::Fri),
    ("bảy", Weekday::Sat),
];

/// One finding for each weekday that is not the date's.
pub fn weekday(prose: &Prose) -> Vec<Finding> {
    let mut findings = Vec::new();
    for line in &prose.lines {
        for (range, typed) in line.typed() {
            let found =
                named_days(typed).filter(|named| named.said != named.date.naive().weekday());
            findings.extend(found.map(|named| wrong(line, range.start, typed, &named)));
        }
    }
    findings
}

struct NamedDay {
    said: Weekday,
    date: Date,
    /// Of the words, in bytes.
    start: usize,
    end: usize,
}

fn named_days(text: &str) -> impl Iterator<Item = NamedDay> {
    let starts = text.match_indices("hứ ").filter_map(|(at, _)| at.checked_sub(1));
    let starts = starts.filter(|at| matches!(text.as_bytes()[*at], b't' | b'T'));
    let sundays = text.match_indices("hủ nhật").filter_map(|(at, _)| at.checked_sub(1));
    starts.chain(sundays).filter_map(|start| named_day(text, start))
}

fn named_day(text: &str, start: usize) -> Option<NamedDay> {
    let behind = text.get(start..)?;
    let (day, date) = behind.split_once([',', '('])?;
    let day = day.trim().to_lowercase();
    let said = match day.strip_prefix("thứ ") {
        Some(name) => DAYS.iter().find(|(word, _)| *word == name)?.1,
        None if day == "chủ nhật" => Weekday::Sun,
        None => return None,
    };
    let end = date_end(date);
    let text = date.get(..end)?;
    // "ngày 01 tháng 12 năm 2023", "01/12/2023"
    let Some(DateReading::Day(date)) = read_date(&fold(text).replace(')', "")) else { return None };
    let length = behind.find([',', '('])? + 1 + end;
    Some(NamedDay { said, date, start, end: start + length })
}

/// Behind the year.
fn date_end(text: &str) -> usize {
    let mut digits = 0;
    for (at, c) in text.char_indices() {
        digits = if c.is_ascii_digit() { digits + 1 } else { 0 };
        if digits == 4 {
            return at + 1;
        }
    }
    text.len()
}

fn wrong(line: &Line, offset: usize, typed: &str, named: &NamedDay) -> Finding {
    let words = typed.get(named.start..named.end).unwrap_or_default();
    let right = match named.date.naive().weekday() {
        Weekday::Mon => "thứ hai",
        Weekday::Tue => "thứ ba",
        Weekday::Wed => "thứ tư",
        Weekday::Thu => "thứ năm",
        Weekday::Fri => "thứ sáu",
        Weekday::Sat => "thứ bảy",
        Weekday::Sun => "chủ nhật",
    };
    let message = format!("«{words}»: ngày này là {right}");
    let at = offset + named.start..offset + named.end;
    finding_at("weekday", Severity::Error, message, line, &at)
        .with_values([words.to_owned(), right.to_owned()])
}
