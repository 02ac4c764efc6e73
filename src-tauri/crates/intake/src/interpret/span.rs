//! The stretch of time that words name: "9 tháng đầu năm 2024", "quý III", "đến ngày 25/9/2024",
//! "giai đoạn 2021-2025".

use tongket_figures::{Date, DateReading, Period, fold, read_date};

use super::wording::{has_phrase, words, years};

/// The stretch of time a heading names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TimeSpan {
    /// It names none: the year of the report.
    Unsaid,
    Exactly(Period),
    /// The first n months, or a quarter, of a year that stands elsewhere.
    Months(u8),
    Quarter(u8),
    /// "Cả năm": the whole year of the report, however far its results go.
    WholeYear,
    /// A single month, the last six months, the mean of some years: no period of the office, so
    /// the person has to say.
    NoPeriod,
}

pub(super) fn span_of(text: &str) -> TimeSpan {
    if let Some(date) = cut_off(text, None) {
        return TimeSpan::Exactly(Period::CutOff(date));
    }
    let words = words(text);
    let months = first_months(&words);
    if months.is_none() && (names_month(text) || last_months(&words).is_some()) {
        return TimeSpan::NoPeriod;
    }
    let quarter = words.iter().enumerate().find_map(|(at, word)| match word.as_str() {
        "quy" => quarter_of(words.get(at + 1)?),
        word => quarter_of(word.strip_prefix('q')?),
    });
    let range = range_in(text);
    let year = years(text).last().copied();
    match (months, quarter, range, year) {
        (Some(months), _, _, Some(year)) => TimeSpan::Exactly(Period::Months { year, months }),
        (Some(months), _, _, None) => TimeSpan::Months(months),
        (None, Some(quarter), _, Some(year)) => {
            TimeSpan::Exactly(Period::Quarter { year, quarter })
        }
        (None, Some(quarter), _, None) => TimeSpan::Quarter(quarter),
        // The mean of one year stands for none of them.
        (None, None, Some(_), _) if ["binh quan", "bq"].iter().any(|of| has_phrase(&words, of)) => {
            TimeSpan::NoPeriod
        }
        (None, None, Some((from, to)), _) => TimeSpan::Exactly(Period::Range { from, to }),
        (None, None, None, Some(year)) => TimeSpan::Exactly(Period::Year(year)),
        (None, None, None, None) => TimeSpan::Unsaid,
    }
}

/// The stretch of a value that is compared with nothing: "Ước cả năm", "Ước thực hiện năm" in a
/// table of nine months are of the whole year.
pub(super) fn span_of_value(text: &str) -> TimeSpan {
    const KINDS: [&str; 9] = ["hien", "th", "uoc", "uth", "hoach", "kh", "toan", "qua", "giao"];
    let words = words(text);
    let ends_so = matches!(words.as_slice(), [.., kind, nam] if nam == "nam" && KINDS.contains(&kind.as_str()));
    if !has_phrase(&words, "ca nam") && !ends_so {
        return span_of(text);
    }
    match years(text).last() {
        Some(year) => TimeSpan::Exactly(Period::Year(*year)),
        None => TimeSpan::WholeYear,
    }
}

fn month_number(word: &str) -> Option<u8> {
    word.parse().ok().filter(|n| (1..=12).contains(n))
}

/// "9 tháng", "9T", "đến hết tháng 9": the first months of a year.
fn first_months(words: &[String]) -> Option<u8> {
    let last = last_months(words);
    let counted = words.iter().enumerate().find_map(|(at, word)| {
        let follows = |next: &String| next == "thang" && Some(at) != last;
        match words.get(at + 1) {
            Some(next) if follows(next) => month_number(word),
            _ => month_number(word.strip_suffix('t')?),
        }
    });
    counted.or_else(|| {
        let three = words
            .windows(3)
            .find(|three| matches!(three[0].as_str(), "het" | "den") && three[1] == "thang")?;
        month_number(&three[2])
    })
}

/// Where "6 tháng cuối năm" or "3 tháng còn lại" begins.
fn last_months(words: &[String]) -> Option<usize> {
    words.windows(3).position(|three| {
        month_number(&three[0]).is_some()
            && three[1] == "thang"
            && matches!(three[2].as_str(), "cuoi" | "con")
    })
}

/// "tháng 9", "T9", "tháng 1-9": months by their number, not counted from the first.
fn names_month(text: &str) -> bool {
    let words = words(&without_remarks(text));
    let after = |pair: &[String]| {
        pair[0] == "thang"
            && pair[1].starts_with(|c: char| c.is_ascii_digit())
            && years(&pair[1]).is_empty()
    };
    let short = |word: &String| word.strip_prefix('t').is_some_and(|of| month_number(of).is_some());
    words.windows(2).any(after) || words.iter().any(short)
}

/// The text without brackets, but for those that begin with a time: "(bản cũ, tháng 10)" tells
/// when the line was written, "(tháng 10)" what it is of.
fn without_remarks(text: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('(') {
        let (inner, after) = behind.split_once(')').unwrap_or((behind, ""));
        kept.push_str(before);
        if words(inner).first().is_some_and(|word| word == "thang") {
            kept.push_str(inner);
        }
        rest = after;
    }
    kept + rest
}

fn quarter_of(word: &str) -> Option<u8> {
    Some(match word {
        "i" | "1" => 1,
        "ii" | "2" => 2,
        "iii" | "3" => 3,
        "iv" | "4" => 4,
        _ => return None,
    })
}

/// "(đến 30/9/2023)", "lũy kế đến ngày 25/9/2024"; "(đến 25/9)" of the year of the report.
pub(super) fn cut_off(text: &str, base: Option<i32>) -> Option<Date> {
    let mut words =
        text.split_whitespace().skip_while(|word| fold(word.trim_start_matches('(')) != "den");
    words.next()?;
    // "ngày 25 tháng 9 năm 2024"
    let spelled: Vec<&str> = words.clone().skip_while(|word| fold(word) == "het").take(6).collect();
    let spelled = spelled.join(" ");
    if let Some(DateReading::Day(date)) = read_date(spelled.trim_matches([')', ',', ';', '.', ':']))
    {
        return Some(date);
    }
    words.take(3).find_map(|word| {
        let bare = word.trim_matches(['(', ')', ',', ';', '.']);
        match (read_date(bare), base) {
            (Some(DateReading::Day(date)), _) => Some(date),
            (Some(DateReading::DayWithoutYear { day, month }), Some(base)) => {
                match read_date(&format!("{day}/{month}/{base}")) {
                    Some(DateReading::Day(date)) => Some(date),
                    _ => None,
                }
            }
            _ => None,
        }
    })
}

/// "2021-2025"
pub(super) fn range_in(text: &str) -> Option<(i32, i32)> {
    let tight: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let marks = tight.replace(['–', '—', '−'], "-");
    let at = marks.char_indices().filter(|(_, c)| *c == '-');
    at.filter_map(|(at, _)| {
        let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
        let from = marks.get(at.checked_sub(4)?..at).filter(|text| digits(text))?;
        let to = marks.get(at + 1..at + 5).filter(|text| digits(text))?;
        let (from, to) = (*years(from).first()?, *years(to).first()?);
        (from < to).then_some((from, to))
    })
    .next()
}
