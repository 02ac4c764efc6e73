//! What is wrong with a template, in Vietnamese, with line, column and the line itself.

use minijinja::ErrorKind;

use crate::limits;

/// A place in a template, counted from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    pub line: usize,
    pub column: usize,
    /// The line as it stands in the template.
    pub text: String,
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

    pub(crate) fn from_engine(template: &str, source: &str, error: &minijinja::Error) -> Self {
        TemplateError {
            template: template.to_owned(),
            place: place_of(source, error),
            message: message_of(error),
        }
    }
}

fn place_of(source: &str, error: &minijinja::Error) -> Option<Place> {
    let line = error.line()?;
    let text = source.lines().nth(line.checked_sub(1)?).unwrap_or_default();
    let column = error.range().map_or(1, |range| {
        let before = source.get(..range.start).unwrap_or_default();
        before.rsplit('\n').next().unwrap_or_default().chars().count() + 1
    });
    Some(Place { line, column, text: text.to_owned() })
}

fn message_of(error: &minijinja::Error) -> String {
    let detail = error.detail().unwrap_or_default();
    match error.kind() {
        ErrorKind::OutOfFuel => {
            "mẫu chạy quá lâu (có vòng lặp quá lớn); hãy rút gọn vòng lặp".to_owned()
        }
        ErrorKind::WriteFailure => {
            format!("kết quả dài quá {} MiB", limits::OUTPUT_BYTES / 1024 / 1024)
        }
        ErrorKind::UnknownFunction => {
            let name = detail.split_whitespace().next().unwrap_or_default();
            format!("không có hàm «{name}»{}", nearest(name))
        }
        ErrorKind::UnknownFilter => format!("không có bộ lọc này ({detail})"),
        ErrorKind::UnknownTest => format!("không có phép thử này ({detail})"),
        ErrorKind::UndefinedError => "tên này chưa được đặt giá trị; kiểm tra lại chính tả".into(),
        ErrorKind::TemplateNotFound | ErrorKind::BadInclude => {
            "mẫu không được lấy nội dung từ tệp khác".to_owned()
        }
        ErrorKind::SyntaxError => format!("sai cú pháp ({detail})"),
        ErrorKind::TooManyArguments => format!("thừa tham số ({detail})"),
        ErrorKind::MissingArgument => format!("thiếu tham số ({detail})"),
        ErrorKind::InvalidOperation if detail.contains("recursion limit") => {
            "mẫu tự gọi lại chính nó quá nhiều lần".to_owned()
        }
        // Our own functions word their errors in Vietnamese already.
        _ if detail.starts_with(OURS) => detail[OURS.len()..].to_owned(),
        _ => format!("không tính được biểu thức ({detail})"),
    }
}

/// Marks a detail that our own functions worded.
const OURS: &str = "\u{2060}";

/// An error of a function, in Vietnamese.
pub(crate) fn misuse(message: impl std::fmt::Display) -> minijinja::Error {
    minijinja::Error::new(ErrorKind::InvalidOperation, format!("{OURS}{message}"))
}

/// "; có phải «so_lieu»?" for a slip of the keyboard.
fn nearest(name: &str) -> String {
    let distance = |known: &str| edit_distance(name, known);
    let near = crate::functions::FUNCTIONS.iter().map(|f| f.0).min_by_key(|known| distance(known));
    match near {
        Some(known) if distance(known) <= 3 => format!("; có phải «{known}»?"),
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
