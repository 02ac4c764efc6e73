//! What was concluded as a sheet: who gave what to whom, by when, and what came of it. The columns
//! of who and to whom hold bodies and posts; what a source says in its own words stands in "Trích
//! nguồn" alone.

use tongket_figures::{DateReading, read_date};

use crate::memory::{ConclusionLine, ConclusionQuery, conclusions};
use crate::workbook::{Table, Value};
use crate::{App, AppError, OfficeChoice};

const COLUMNS: [(&str, f64); 15] = [
    ("Năm", 8.0),
    ("Loại", 14.0),
    ("Lĩnh vực", 18.0),
    ("Nội dung", 60.0),
    ("Người giao", 26.0),
    ("Chủ trì", 30.0),
    ("Phối hợp", 30.0),
    ("Thời hạn", 18.0),
    ("Mức độ khẩn", 16.0),
    ("Tình trạng", 16.0),
    ("Kết quả", 36.0),
    ("Văn bản", 26.0),
    ("Hội nghị", 30.0),
    ("Chủ đề", 26.0),
    ("Trích nguồn", 60.0),
];

/// The column of days, or of the words that stand for one.
const DEADLINE: usize = 7;

/// Of the year, or all; in the order of lists.
pub(super) fn concluded(
    app: &App,
    office: &OfficeChoice,
    year: Option<i32>,
) -> Result<Table, AppError> {
    let query = ConclusionQuery { year, ..ConclusionQuery::default() };
    let rows = conclusions(app, office, &query)?.iter().map(row).collect();
    Ok(Table { name: "Kết luận, nhiệm vụ", columns: COLUMNS.to_vec(), rows })
}

fn row(line: &ConclusionLine) -> Vec<Value> {
    let results: Vec<&str> = line.results.iter().map(|result| result.text.as_str()).collect();
    let cells = [
        &line.year.to_string(),
        &line.kind_name,
        &line.field,
        &line.text,
        &line.from,
        &line.to.join(", "),
        &line.with.join(", "),
        &line.deadline,
        &line.urgency,
        &line.progress_name,
        &results.join("; "),
        &line.document,
        &line.conference,
        &line.topic,
        &line.quote,
    ];
    let mut cells: Vec<Value> = cells.into_iter().map(|cell| Value::from(cell.as_str())).collect();
    if let Some(DateReading::Day(day)) = read_date(&line.deadline) {
        cells[DEADLINE] = Value::Date(day);
    }
    cells
}
