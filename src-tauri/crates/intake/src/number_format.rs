//! What a number format code says about a value: a date, a percentage, or just a number.

use chrono::{Duration, NaiveDate, NaiveDateTime, NaiveTime};
use tongket_figures::{Amount, fold};

/// Codes of the built-in formats that change the meaning of a number (ECMA-376, 18.8.30). The
/// dates are those that every language version shares.
pub(crate) fn built_in(id: u32) -> Option<&'static str> {
    Some(match id {
        1 => "0",
        2 => "0.00",
        3 => "#,##0",
        4 => "#,##0.00",
        9 => "0%",
        10 => "0.00%",
        11 => "0.00E+00",
        12 => "# ?/?",
        13 => "# ??/??",
        14 => "mm-dd-yy",
        15 => "d-mmm-yy",
        16 => "d-mmm",
        17 => "mmm-yy",
        18 => "h:mm AM/PM",
        19 => "h:mm:ss AM/PM",
        20 => "h:mm",
        21 => "h:mm:ss",
        22 => "m/d/yy h:mm",
        27..=36 | 50..=58 => "yyyy-mm-dd",
        37 => "#,##0 ;(#,##0)",
        38 => "#,##0 ;[Red](#,##0)",
        39 => "#,##0.00;(#,##0.00)",
        40 => "#,##0.00;[Red](#,##0.00)",
        45 => "mm:ss",
        46 => "[h]:mm:ss",
        47 => "mmss.0",
        48 => "##0.0E+0",
        49 => "@",
        _ => return None,
    })
}

/// What a person sees of a number in this format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shown {
    AsStored,
    /// A hundred times what is stored.
    Percent,
    /// A thousandth of what is stored, or a millionth: `#,##0,` and `#,##0,,`.
    Thousandths(u32),
    /// With words or digits that the cell does not hold (`0" nghìn"`, `0"/8"`), or another way for
    /// other values (`[<1]0%;0`); then perhaps a hundred times what is stored.
    Unsure {
        perhaps_percent: bool,
    },
}

/// Of a positive number.
pub(crate) fn shown(code: &str) -> Shown {
    let is_percent = placeholders(code).contains('%');
    let is_conditional = ["[<", "[>", "[="].iter().any(|mark| code.contains(mark));
    if is_conditional && code.contains('%') {
        return Shown::Unsure { perhaps_percent: true };
    }
    if is_percent {
        return Shown::Percent;
    }
    let n_thousands = scaling_commas(&placeholders(code));
    match () {
        () if adds_size(code) || (is_conditional && n_thousands > 0) => {
            Shown::Unsure { perhaps_percent: false }
        }
        () if n_thousands > 0 => Shown::Thousandths(n_thousands),
        () => Shown::AsStored,
    }
}

/// Commas behind the last digit of the whole or of the decimals, each a division by a thousand.
fn scaling_commas(placeholders: &str) -> u32 {
    let marks: String = placeholders.chars().filter(|c| "0#?,.".contains(*c)).collect();
    let (whole, decimals) = marks.split_once('.').unwrap_or((&marks, ""));
    let behind = |digits: &str| digits.len() - digits.trim_end_matches(',').len();
    let n_commas = behind(whole) + behind(decimals);
    if whole.trim_matches(',').is_empty() { 0 } else { u32::try_from(n_commas).unwrap_or(0) }
}

/// The text that the first section puts beside the digits says a size or holds digits itself.
fn adds_size(code: &str) -> bool {
    const SIZES: [&str; 10] = ["nghin", "ngan", "tram", "van", "trieu", "tr", "ty", "ti", "k", "m"];
    let added = fold(&added_text(code));
    added.contains(|c: char| c.is_ascii_digit())
        || added.split(|c: char| !c.is_alphabetic()).any(|word| SIZES.contains(&word))
}

/// Quoted text and escaped characters of the first section.
fn added_text(code: &str) -> String {
    let mut added = String::new();
    let mut chars = code.chars();
    while let Some(c) = chars.next() {
        match c {
            ';' => break,
            '"' => added.extend(chars.by_ref().take_while(|c| *c != '"')),
            '[' => while chars.next().is_some_and(|c| c != ']') {},
            '\\' => added.extend(chars.next()),
            '_' | '*' => {
                chars.next();
            }
            _ => {}
        }
    }
    added
}

/// True when the code shows a day or a time of day; an elapsed time `[h]:mm` is a number.
pub(crate) fn is_date(code: &str) -> bool {
    let shown = placeholders(code);
    let lower = shown.to_ascii_lowercase();
    !lower.contains("general") && lower.contains(['d', 'm', 'y', 'h', 's']) && !elapsed(code)
}

fn elapsed(code: &str) -> bool {
    let lower = code.to_ascii_lowercase();
    ["[h", "[m", "[s"].iter().any(|mark| {
        lower.match_indices(mark).any(|(at, _)| {
            lower[at + 1..]
                .find(']')
                .is_some_and(|end| lower[at + 1..at + 1 + end].chars().all(|c| "hms".contains(c)))
        })
    })
}

/// The first section of a code without quoted text, escaped characters, fillers, colours and
/// conditions.
fn placeholders(code: &str) -> String {
    let mut shown = String::new();
    let mut chars = code.chars();
    while let Some(c) = chars.next() {
        match c {
            ';' => break,
            '"' => while chars.next().is_some_and(|c| c != '"') {},
            '[' => while chars.next().is_some_and(|c| c != ']') {},
            '\\' | '_' | '*' => {
                chars.next();
            }
            c => shown.push(c),
        }
    }
    shown
}

/// The day and time of a serial number: `2023-09-17`, `2023-09-17T08:30:00`, `08:30:00`. `None`
/// for a number that is no day of the calendar, such as the 29 February 1900 that Excel counts.
pub(crate) fn iso_date(serial: &str, dates_from_1904: bool) -> Option<String> {
    let serial: Amount = serial.parse().ok()?;
    if serial.is_negative() {
        return None;
    }
    let days = serial.truncate(0).to_whole()?;
    let day_part = serial.checked_sub(Amount::from(days)).ok()?;
    let seconds = day_part.checked_mul(Amount::from(86_400)).ok()?.round(0).to_whole()?;
    let epoch = match (dates_from_1904, days) {
        (true, _) => NaiveDate::from_ymd_opt(1904, 1, 1)?,
        (false, 60) => return None,
        (false, 0..60) => NaiveDate::from_ymd_opt(1899, 12, 31)?,
        (false, _) => NaiveDate::from_ymd_opt(1899, 12, 30)?,
    };
    if days == 0 && !dates_from_1904 {
        let time = NaiveTime::from_num_seconds_from_midnight_opt(u32::try_from(seconds).ok()?, 0)?;
        return Some(time.format("%H:%M:%S").to_string());
    }
    let moment = NaiveDateTime::from(epoch)
        .checked_add_signed(Duration::try_days(days)?)?
        .checked_add_signed(Duration::try_seconds(seconds)?)?;
    let form = if seconds == 0 { "%Y-%m-%d" } else { "%Y-%m-%dT%H:%M:%S" };
    (moment.date() < NaiveDate::from_ymd_opt(10_000, 1, 1)?)
        .then(|| moment.format(form).to_string())
}
