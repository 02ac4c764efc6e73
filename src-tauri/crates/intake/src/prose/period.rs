//! Dates and periods in a sentence: which are passed over, and which say when the figures near
//! them hold.

use tongket_figures::{Date, DateReading, Period, fold, read_date};

use super::nouns::{Found, noun};
use super::token::{Token, starts, starts_any};
use super::unit;

/// A stretch of tokens that is a date or a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct PeriodFound {
    pub(super) end: usize,
    /// When figures hold; a date of an event says nothing of them.
    pub(super) period: Option<Period>,
    /// A month by itself, which no period of the office's is: not the year that it stands in.
    pub(super) one_month: bool,
}

/// Reads the date or period that begins at `at`; `year` is the document's.
pub(super) fn read(tokens: &[Token], at: usize, year: Option<i32>) -> Option<PeriodFound> {
    let period = |(end, period)| PeriodFound { end, period, one_month: false };
    let one_month = |end| PeriodFound { end, period: None, one_month: true };
    up_to(tokens, at, year)
        .or_else(|| since(tokens, at, year))
        .or_else(|| years(tokens, at))
        .or_else(|| quarter(tokens, at, year))
        .or_else(|| months(tokens, at, year))
        .map(period)
        .or_else(|| month(tokens, at).map(one_month))
        .or_else(|| days(tokens, at).map(|end| period((end, None))))
}

/// "lũy kế đến hết ngày 25/9/2024", "tính đến 30/6", "đến hết tháng 9", "đến nay".
fn up_to(tokens: &[Token], at: usize, year: Option<i32>) -> Option<(usize, Option<Period>)> {
    let mut end = starts_any(tokens, at, &["lũy kế", "lũy kế tính"]).unwrap_or(at);
    end = starts(tokens, end, "tính").unwrap_or(end);
    end = starts_any(tokens, end, &["đến", "tới"])?;
    if let Some(end) = starts_any(tokens, end, &["nay", "thời điểm này", "hiện nay"]) {
        return Some((end, None));
    }
    end = starts_any(tokens, end, &["thời điểm", "thời điểm ngày"]).unwrap_or(end);
    end = starts(tokens, end, "hết").unwrap_or(end);
    if let Some(month) = starts(tokens, end, "tháng") {
        let (end, reading) = date_of_month(tokens, month)?;
        let months =
            |year, month: u32| Some(Period::Months { year, months: month.try_into().ok()? });
        return Some((
            end,
            match reading {
                (Some(year), month) => months(year, month),
                (None, month) => year.and_then(|year| months(year, month)),
            },
        ));
    }
    let named = starts(tokens, end, "ngày");
    let said = named.is_some() || end > at + 1;
    let (end, reading) = date(tokens, named.unwrap_or(end), said)?;
    // "đến 7/8 huyện", "đến 5-7%" count.
    let open = matches!(reading, DateReading::DayWithoutYear { .. });
    if open && named.is_none() && unit::read(tokens, end).is_some() {
        return None;
    }
    let cut_off = |date| Some(Period::CutOff(date));
    Some((
        end,
        match reading {
            DateReading::Day(date) => cut_off(date),
            DateReading::DayWithoutYear { day, month } => {
                year.and_then(|year| Date::new(year, month, day)).and_then(cut_off)
            }
            DateReading::Month { year, month } => {
                Some(Period::Months { year, months: month.try_into().ok()? })
            }
            DateReading::Interval(_, last) => cut_off(last),
        },
    ))
}

/// "từ năm 2020 đến nay", "lũy kế từ năm 2020".
fn since(tokens: &[Token], at: usize, year: Option<i32>) -> Option<(usize, Option<Period>)> {
    let lead = ["lũy kế từ năm", "từ năm", "kể từ năm", "lũy kế từ", "từ"];
    let first = starts_any(tokens, at, &lead)?;
    let from = year_at(tokens, first)?;
    let end = starts_any(tokens, first + 1, &["đến nay", "tới nay"])?;
    let range = year.filter(|to| from <= *to).map(|to| Period::Range { from, to });
    Some((end, range))
}

/// "năm 2023", "giai đoạn 2021 - 2025", "nhiệm kỳ 2020-2025", "các năm 2021, 2022 và 2023".
fn years(tokens: &[Token], at: usize) -> Option<(usize, Option<Period>)> {
    let term = starts_any(tokens, at, &["nhiệm kỳ", "nhiệm kì"]);
    let lead = ["năm", "năm học", "niên vụ", "giai đoạn", "vụ đông xuân", "cả năm", "thời kỳ"];
    let named = term.or_else(|| starts_any(tokens, at, &lead));
    // "giá so sánh năm 2010", "so với năm 2021": of what is compared with.
    let compares = at > 0 && ["sánh", "định", "gốc", "với"].contains(&tokens[at - 1].low.as_str());
    // "Đảng bộ huyện, nhiệm kỳ 2020 - 2025" names a body.
    let of_body =
        term.is_some() && at > 0 && !["trong", "cả", "suốt"].contains(&tokens[at - 1].low.as_str());
    let said = |period| Some(period).filter(|_| !compares && !of_body);
    let first = named.unwrap_or(at);
    let from = year_at(tokens, first)?;
    if let Some(to) = second_year(tokens, first) {
        let (from, to) = (from.min(to.1), to);
        let range = match term {
            Some(_) => Period::Term { from, to: to.1 },
            None => Period::Range { from, to: to.1 },
        };
        return Some((to.0, said(range)));
    }
    let mut end = first + 1;
    if named.is_none() {
        // "2000 hộ" counts; "2023" alone is a year.
        let counts = unit::read(tokens, end).is_some_and(|unit| unit.sort != unit::Sort::Guess);
        let is_label = tokens.get(end).is_some_and(|next| next.glued && next.is_mark("-/"));
        return (!counts && !is_label).then_some((end, None));
    }
    let mut last = from;
    while let Some(join) = tokens.get(end) {
        let next = starts(tokens, end + 1, "năm").unwrap_or(end + 1);
        match year_at(tokens, next) {
            Some(year) if join.is_mark(",") || join.low == "và" => {
                last = year;
                end = next + 1;
            }
            _ => break,
        }
    }
    let period = if last == from { Period::Year(from) } else { Period::Range { from, to: last } };
    Some((end, said(period)))
}

/// The year behind "2021 -", "2021 đến", "2021/": its place's end and itself.
fn second_year(tokens: &[Token], first: usize) -> Option<(usize, i32)> {
    let join = tokens.get(first + 1)?;
    if !(join.is_dash() || join.is_mark("/") || join.low == "đến") {
        return None;
    }
    let next = starts(tokens, first + 2, "năm").unwrap_or(first + 2);
    let to = year_at(tokens, next)?;
    let from = year_at(tokens, first)?;
    (from < to).then_some((next + 1, to))
}

/// Four digits that can be a year.
pub(super) fn year_at(tokens: &[Token], at: usize) -> Option<i32> {
    let token = tokens.get(at).filter(|token| token.is_number() && token.text.len() == 4)?;
    token.text.parse().ok().filter(|year| (1900..=2100).contains(year))
}

/// "quý III/2024", "quý 3 năm 2024", "quý II", "quý I và II".
fn quarter(tokens: &[Token], at: usize, year: Option<i32>) -> Option<(usize, Option<Period>)> {
    let first = starts_any(tokens, at, &["quý", "quí"])?;
    let name = tokens.get(first)?;
    let known = ["i", "ii", "iii", "iv", "1", "2", "3", "4"];
    let nth = known.iter().position(|known| *known == name.low)?;
    let quarter = u8::try_from(nth % 4 + 1).ok()?;
    let mut end = first + 1;
    let join = tokens.get(end);
    let named = match join {
        Some(join) if join.is_mark("/") || join.is_dash() => {
            year_at(tokens, end + 1).map(|y| (end + 2, y))
        }
        Some(join) if join.low == "năm" => year_at(tokens, end + 1).map(|y| (end + 2, y)),
        _ => None,
    };
    let year = match named {
        Some((after, named)) => {
            end = after;
            Some(named)
        }
        None => year,
    };
    Some((end, year.map(|year| Period::Quarter { year, quarter })))
}

/// What stands before months that are a stretch of time and no period of the year.
const DURATIONS: [&str; 11] =
    ["sau", "vòng", "gian", "hạn", "tù", "dài", "tròn", "mỗi", "hơn", "khoảng", "đủ"];

/// "9 tháng đầu năm 2024", "6 tháng đầu năm", "10 tháng".
fn months(tokens: &[Token], at: usize, year: Option<i32>) -> Option<(usize, Option<Period>)> {
    let number = tokens.get(at).filter(|token| token.is_number() && token.text.len() <= 2)?;
    let months: u8 = number.text.parse().ok().filter(|months| (1..=12).contains(months))?;
    let unit = starts(tokens, at + 1, "tháng")?;
    let before = at.checked_sub(1).map(|before| tokens[before].low.as_str());
    let first = starts(tokens, unit, "đầu").unwrap_or(unit);
    if starts(tokens, unit, "cuối").is_some() {
        return Some((starts(tokens, unit, "cuối năm").unwrap_or(unit), None));
    }
    let named = starts(tokens, first, "năm").map(|after| (after, year_at(tokens, after)));
    let period = |year| Some(Period::Months { year, months });
    match named {
        Some((after, Some(year))) => Some((after + 1, period(year))),
        Some((after, None)) => Some((after, year.and_then(period))),
        None if before.is_some_and(|word| DURATIONS.contains(&word)) => None,
        None => Some((first, year.and_then(period))),
    }
}

/// "tháng 9", "tháng 10.2020", "tháng 5, 6 và 7".
fn month(tokens: &[Token], at: usize) -> Option<usize> {
    let first = starts(tokens, at, "tháng")?;
    let (end, _) = date_of_month(tokens, first)?;
    Some(listed(tokens, end, 12))
}

/// Year, when it is named, and month; behind the word "tháng".
fn date_of_month(tokens: &[Token], at: usize) -> Option<(usize, (Option<i32>, u32))> {
    let first = tokens.get(at).filter(|token| token.is_number())?;
    if let Some(year) =
        starts(tokens, at + 1, "năm").and_then(|year| Some((year, year_at(tokens, year)?)))
    {
        return Some((year.0 + 1, (Some(year.1), small(first.text, 12)?)));
    }
    for end in chain(tokens, at) {
        if let Some(DateReading::Month { year, month }) =
            read_date(&format!("tháng {}", joined(tokens, at, end)))
        {
            return Some((end, (Some(year), month)));
        }
    }
    small(first.text, 12).map(|month| (at + 1, (None, month)))
}

/// Words before a date without a year.
const DAY_LEADS: [&str; 12] =
    ["ngày", "sáng", "chiều", "tối", "trưa", "đêm", "hôm", "mùng", "mồng", "dịp", "lễ", "rạng"];

/// "ngày 28 và 29-12-2022", "ngày 05 tháng 9 năm 2026", "7/8/2023", "sáng 27-5".
fn days(tokens: &[Token], at: usize) -> Option<usize> {
    let lead = tokens.get(at).filter(|token| DAY_LEADS.contains(&token.low.as_str()));
    let counted = at > 0 && tokens[at - 1].is_number();
    let Some(_) = lead.filter(|_| !counted) else {
        return tokens.get(at)?.is_number().then(|| unnamed_day(tokens, at)).flatten();
    };
    let first = starts(tokens, at + 1, "ngày").unwrap_or(at + 1);
    if let Some((end, _)) = date(tokens, first, true) {
        return Some(listed_days(tokens, end));
    }
    // "ngày 28" of "ngày 28 và 29-12-2022"
    small(tokens.get(first)?.text, 31)?;
    let is_day = noun(tokens, first + 1) == Found::Nothing;
    is_day.then(|| listed_days(tokens, first + 1))
}

/// A full date, or month and year, that no word announces. "30/4" is a day, unless it can be a
/// part of a whole: the smaller number first and a thing counted behind it.
fn unnamed_day(tokens: &[Token], at: usize) -> Option<usize> {
    match date(tokens, at, false)? {
        (end, DateReading::DayWithoutYear { day, month }) => {
            let slash = tokens.get(at + 1).is_some_and(|mark| mark.is_mark("/"));
            let sort = unit::read(tokens, end).map(|unit| unit.sort);
            let counts = sort.is_some_and(|sort| sort != unit::Sort::Guess);
            let before = at.checked_sub(1).map(|before| tokens[before].low.as_str());
            let reached = matches!(before, Some("đạt" | "có" | "vượt" | "hoàn" | "thành" | "với"));
            (slash && !counts && !reached && (day > month || sort.is_none())).then_some(end)
        }
        (end, _) => Some(end),
    }
}

/// Further days: ", 29", "và 29-12-2022", "- 30/9/2023", "đến ngày 30/9".
fn listed_days(tokens: &[Token], mut end: usize) -> usize {
    while let Some(join) = tokens.get(end) {
        let joins = join.is_mark(",;") || join.is_dash() || join.low == "và" || join.low == "đến";
        let next = starts(tokens, end + 1, "ngày").unwrap_or(end + 1);
        if !joins {
            break;
        }
        if let Some((after, _)) = date(tokens, next, true) {
            end = after;
        } else if tokens.get(next).is_some_and(|day| small(day.text, 31).is_some())
            && unit::read(tokens, next + 1).is_none()
        {
            end = next + 1;
        } else {
            break;
        }
    }
    end
}

/// Further months: ", 6 và 7".
fn listed(tokens: &[Token], mut end: usize, most: u32) -> usize {
    while let Some(join) = tokens.get(end) {
        let joins = join.is_mark(",") || join.is_dash() || join.low == "và";
        let number = tokens.get(end + 1).filter(|token| token.is_number());
        let fits = number.is_some_and(|number| small(number.text, most).is_some());
        if !joins || !fits || unit::read(tokens, end + 2).is_some() {
            break;
        }
        end += 2;
    }
    end
}

/// The date at `at`; `named`: a word before says that it is one.
pub(super) fn date(tokens: &[Token], at: usize, named: bool) -> Option<(usize, DateReading)> {
    let first = tokens.get(at).filter(|token| token.is_number())?;
    if let Some(month) = starts(tokens, at + 1, "tháng").filter(|_| small(first.text, 31).is_some())
    {
        let number = tokens.get(month).filter(|token| token.is_number())?;
        let year = starts(tokens, month + 1, "năm").filter(|year| year_at(tokens, *year).is_some());
        let end = year.map_or(month + 1, |year| year + 1);
        let text = match year {
            Some(year) => format!("{} tháng {} năm {}", first.text, number.text, tokens[year].text),
            None => format!("ngày {} tháng {}", first.text, number.text),
        };
        return read_date(&text).map(|reading| (end, reading));
    }
    chain(tokens, at).into_iter().find_map(|end| {
        let text = joined(tokens, at, end);
        let text = if named { format!("ngày {text}") } else { text };
        let reading = read_date(&text)?;
        // "15/5/QĐ-UBND" is the number of a document.
        let goes_on = tokens.get(end).is_some_and(|next| {
            next.glued
                && (next.is_mark("/-"))
                && tokens.get(end + 1).is_some_and(|after| after.glued && !after.is_mark(".,;)"))
        });
        (!goes_on).then_some((end, reading))
    })
}

/// Where a run of glued numbers and "/", "-", "." can end, longest first.
fn chain(tokens: &[Token], at: usize) -> Vec<usize> {
    let mut ends = vec![at + 1];
    let mut end = at + 1;
    while ends.len() < 3
        && tokens.get(end).is_some_and(|mark| mark.glued && mark.is_mark("/-.–"))
        && tokens.get(end + 1).is_some_and(|next| next.glued && next.is_number())
    {
        end += 2;
        ends.push(end);
    }
    ends.reverse();
    ends
}

fn joined(tokens: &[Token], from: usize, to: usize) -> String {
    let text: String = tokens[from..to].iter().map(|token| token.text).collect();
    fold(&text.replace('–', "-"))
}

/// One or two digits, from 1 to `most`.
fn small(text: &str, most: u32) -> Option<u32> {
    let plain = (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten().filter(|number| (1..=most).contains(number))
}
