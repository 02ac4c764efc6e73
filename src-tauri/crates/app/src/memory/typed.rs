//! What people type into a form, read; each refusal begins with the name of the field.

use std::fmt::Debug;
use std::hash::BuildHasher;

use foldhash::fast::FixedState;
use tongket_figures::{Date, DateReading, Period, read_date};

use crate::AppError;

/// "20/12/2023"; `None` when nothing is typed.
pub(super) fn day(field: &str, text: &str) -> Result<Option<Date>, AppError> {
    match read_date(text) {
        Some(DateReading::Day(day)) => Ok(Some(day)),
        _ if text.trim().is_empty() => Ok(None),
        _ => Err(AppError::refused(format!(
            "{field}: «{text}» không phải là ngày; hãy ghi đủ ngày, tháng, năm như 27/12/2022"
        ))),
    }
}

/// A day, or the words that stand for it where they name none: "trung tuần tháng 10.2020". Three
/// numbers that are no day of the calendar are a slip, not words.
pub(super) fn day_or_words(field: &str, text: &str) -> Result<(Option<Date>, String), AppError> {
    match read_date(text) {
        Some(DateReading::Day(day)) => Ok((Some(day), String::new())),
        None if is_numbers(text) => Err(AppError::refused(format!(
            "{field}: «{text}» không có trong lịch; hãy ghi lại ngày như 27/12/2022"
        ))),
        _ => Ok((None, text.trim().to_owned())),
    }
}

/// "32/13/2023", "ngày 31-2-2023"
fn is_numbers(text: &str) -> bool {
    let text = text.trim().to_lowercase();
    let parts: Vec<&str> = text.trim_start_matches("ngày").split(['/', '-', '.']).collect();
    let is_number = |part: &&str| {
        let part = part.trim();
        !part.is_empty() && part.chars().all(|c| c.is_ascii_digit())
    };
    parts.len() == 3 && parts.iter().all(is_number)
}

/// "2020-2025", "quý III/2024"; `None` when nothing is typed.
pub(super) fn period(field: &str, text: &str) -> Result<Option<Period>, AppError> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let read = text.parse::<Period>().or_else(|_| Period::read(text));
    read.map(Some).map_err(|_| {
        AppError::refused(format!(
            "{field}: «{text}» không phải là kỳ; hãy ghi như 2023, quý III/2024 hoặc 2020-2025"
        ))
    })
}

/// What must not be empty.
pub(super) fn required(field: &str, text: &str, hint: &str) -> Result<String, AppError> {
    match text.trim() {
        "" => Err(AppError::refused(format!("{field}: chưa ghi; hãy {hint}"))),
        text => Ok(text.to_owned()),
    }
}

/// What a row is: changes with anything in it.
pub(super) fn revision(row: &impl Debug) -> String {
    format!("{:016x}", FixedState::default().hash_one(format!("{row:?}")))
}

/// Refused when the row is no longer what it was when its form was handed out: a result recorded
/// meanwhile would be lost.
pub(super) fn unchanged(row: &impl Debug, known: &str, name: &str) -> Result<(), AppError> {
    match known.is_empty() || revision(row) == known {
        true => Ok(()),
        false => Err(AppError::refused(format!(
            "{name} vừa được sửa ở nơi khác nên chưa lưu; hãy chép phần vừa gõ ra, đóng rồi mở lại \
             để sửa tiếp"
        ))),
    }
}

/// Those that say something.
pub(super) fn lines(texts: &[String]) -> Vec<String> {
    texts.iter().map(|text| text.trim().to_owned()).filter(|text| !text.is_empty()).collect()
}

/// A number by which the page names a row.
pub(super) fn number(id: i64) -> u32 {
    u32::try_from(id).unwrap_or(u32::MAX)
}
