//! What is wrong with a template, in Vietnamese, with line, column and the line itself.

use std::ops::Range;

use minijinja::ErrorKind;

use crate::mapped::Tags;
use crate::{filters, functions, limits};

/// A place in a template, counted from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    pub line: usize,
    pub column: usize,
    /// The line as it stands in the template; the beginning of a long one.
    pub text: String,
    /// What is at fault, in bytes of the template.
    pub range: Range<usize>,
}

/// A template that cannot be rendered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateError {
    /// Name of the template.
    pub template: String,
    pub place: Option<Place>,
    /// One sentence: what is wrong and what to do.
    pub message: String,
}

/// What is refused before the template is compiled, at a byte of its source.
pub(crate) struct Refusal {
    pub offset: usize,
    pub message: String,
}

impl std::error::Error for TemplateError {}

impl std::fmt::Display for TemplateError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Mẫu «{}»", self.template)?;
        if let Some(place) = &self.place {
            write!(f, ", dòng {}, cột {}: «{}»", place.line, place.column, place.text.trim())?;
        }
        write!(f, ": {}", self.message)
    }
}

impl TemplateError {
    pub(crate) fn too_large(template: &str) -> TemplateError {
        TemplateError {
            template: template.to_owned(),
            place: None,
            message: format!("dài quá {} KiB", limits::SOURCE_BYTES / 1024),
        }
    }

    pub(crate) fn refused(template: &str, source: &str, refusal: Refusal) -> TemplateError {
        TemplateError {
            template: template.to_owned(),
            place: Some(place_of(source, refusal.offset..refusal.offset + 1)),
            message: refusal.message,
        }
    }

    pub(crate) fn from_engine(template: &str, source: &str, error: &minijinja::Error) -> Self {
        let unclosed = is_unclosed(error).then(|| Tags::of(source).unclosed).flatten();
        let known = unclosed.or_else(|| error.range());
        let place = match (known, error.line()) {
            (Some(range), _) => Some(place_of(source, range)),
            (None, Some(line)) => Some(place_of(source, tag_on_line(source, line))),
            (None, None) => None,
        };
        let at_fault = error.range().and_then(|range| source.get(range)).unwrap_or_default();
        TemplateError {
            template: template.to_owned(),
            place,
            message: message_of(error, at_fault.trim()),
        }
    }
}

/// A line in an error is shown up to here.
const LINE_CHARACTERS: usize = 120;

fn place_of(source: &str, range: Range<usize>) -> Place {
    let before = source.get(..range.start).unwrap_or(source);
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    let text = source[start..].lines().next().unwrap_or_default();
    let mut end = range.end.clamp(before.len(), source.len());
    while !source.is_char_boundary(end) {
        end += 1;
    }
    Place {
        line: before.matches('\n').count() + 1,
        column: before[start..].chars().count() + 1,
        text: text.chars().take(LINE_CHARACTERS).collect(),
        range: before.len()..end,
    }
}

/// The first tag that begins on a line, or the one that goes on there, or else the line.
fn tag_on_line(source: &str, line: usize) -> Range<usize> {
    let before = source.split_inclusive('\n').take(line.saturating_sub(1));
    let start: usize = before.map(str::len).sum();
    let end = start + source[start..].lines().next().unwrap_or_default().len();
    let first = ["{{", "{%"].iter().filter_map(|sign| source[start..end].find(sign)).min();
    let last = ["{{", "{%"].iter().filter_map(|sign| source[..start].rfind(sign)).max();
    let Some(tag) = first.map(|at| start + at).or(last) else { return start..end };
    let closing = if source[tag..].starts_with("{{") { "}}" } else { "%}" };
    match source[tag..].find(closing) {
        Some(length) if tag + length >= start => tag..tag + length + closing.len(),
        _ => start..end,
    }
}

/// `at_fault` is the expression in the template.
fn message_of(error: &minijinja::Error, at_fault: &str) -> String {
    let detail = error.detail().unwrap_or_default();
    // Our own functions word their errors in Vietnamese already.
    if let Some(ours) = detail.strip_prefix(OURS) {
        return ours.to_owned();
    }
    match error.kind() {
        ErrorKind::OutOfFuel => {
            "mẫu chạy quá lâu (có vòng lặp quá lớn); hãy rút gọn vòng lặp".to_owned()
        }
        ErrorKind::UnknownFunction => {
            let name = detail.split_whitespace().next().unwrap_or_default();
            let known = functions::FUNCTIONS.iter().map(|function| function.0);
            format!("không có hàm «{}»{}", shortened(name), nearest(name, known))
        }
        ErrorKind::UnknownFilter => {
            let name = detail.split_whitespace().nth(1).unwrap_or_default();
            let known = filters::FILTERS.iter().copied();
            format!("không có bộ lọc «{}»{}", shortened(name), nearest(name, known))
        }
        ErrorKind::UnknownTest => {
            let name = detail.split_whitespace().nth(1).unwrap_or_default();
            format!("không có phép thử «{}»", shortened(name))
        }
        ErrorKind::UndefinedError => {
            format!("«{}» chưa có giá trị; kiểm tra lại chính tả", shortened(at_fault))
        }
        ErrorKind::SyntaxError => syntax_message(detail),
        ErrorKind::BadEscape => "dấu \\ trong chữ chỉ dùng như \\\" hoặc \\\\".to_owned(),
        ErrorKind::TooManyArguments => "thừa tham số".to_owned(),
        ErrorKind::MissingArgument => "thiếu tham số".to_owned(),
        ErrorKind::InvalidOperation if detail.contains("recursion limit") => {
            "mẫu lồng nhau hoặc tự gọi lại chính nó quá nhiều lần".to_owned()
        }
        _ => format!("không tính được «{}»; kiểm tra lại cách viết", shortened(at_fault)),
    }
}

/// Something was opened and the template ended before its end.
fn is_unclosed(error: &minijinja::Error) -> bool {
    error.kind() == ErrorKind::SyntaxError && error.detail().is_some_and(says_unclosed)
}

fn says_unclosed(detail: &str) -> bool {
    detail.contains("end of input") || detail.contains("unexpected end")
}

fn syntax_message(detail: &str) -> String {
    if let Some(name) = detail.strip_prefix("unknown statement ") {
        return format!("không có lệnh «{}»", shortened(name));
    }
    if detail.contains("recursion limit") {
        return "mẫu lồng nhau quá nhiều tầng".to_owned();
    }
    if says_unclosed(detail) {
        return "thiếu phần đóng: có {{, {%, {#, dấu nháy, hoặc lệnh if, for, set, macro chưa đóng"
            .to_owned();
    }
    "sai cú pháp; kiểm tra lại ngoặc, dấu nháy và dấu phẩy ở chỗ này".to_owned()
}

fn shortened(expression: &str) -> String {
    let line = expression.lines().next().unwrap_or_default();
    match line.char_indices().nth(60) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line.to_owned(),
    }
}

/// Marks a detail that our own functions worded.
const OURS: &str = "\u{2060}";

/// An error of a function, in Vietnamese.
pub(crate) fn misuse(message: impl std::fmt::Display) -> minijinja::Error {
    minijinja::Error::new(ErrorKind::InvalidOperation, format!("{OURS}{message}"))
}

/// "; có phải «so_lieu»?" for a slip of the keyboard.
fn nearest<'n>(name: &str, known: impl Iterator<Item = &'n str>) -> String {
    let n_slips = (name.len() / 3).min(3);
    // No function has so long a name.
    let known = known.filter(|_| name.len() <= 40);
    match known.map(|known| (edit_distance(name, known), known)).min() {
        Some((distance, known)) if distance <= n_slips => format!("; có phải «{known}»?"),
        _ => String::new(),
    }
}

fn edit_distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut previous: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.chars().enumerate() {
        let mut current = vec![i + 1];
        for (j, b) in other.iter().enumerate() {
            let change = previous[j] + usize::from(a != *b);
            current.push(change.min(previous[j + 1] + 1).min(current[j] + 1));
        }
        previous = current;
    }
    previous[other.len()]
}
