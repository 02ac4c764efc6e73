//! Tables as an Excel file. Text is always text, so that nothing a person typed becomes a formula;
//! an amount is a number where Excel's numbers hold all its digits, and text where they do not.

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};
use tongket_figures::{Amount, Date};

use crate::{AppError, Clock};

/// One sheet: a heading row and the rows under it.
pub(crate) struct Table {
    /// At most 31 characters, none of `[]:*?/\`.
    pub name: &'static str,
    /// With the width of each in characters.
    pub columns: Vec<(&'static str, f64)>,
    pub rows: Vec<Vec<Value>>,
}

pub(crate) enum Value {
    Text(String),
    Number(Amount),
    Date(Date),
    Empty,
}

impl From<&str> for Value {
    fn from(text: &str) -> Value {
        if text.is_empty() { Value::Empty } else { Value::Text(text.to_owned()) }
    }
}

/// The bytes of a workbook with these tables, the same for the same tables and time.
pub(crate) fn workbook(tables: &[Table], clock: Clock) -> Result<Vec<u8>, AppError> {
    let mut workbook = empty(clock).map_err(cannot_make)?;
    for table in tables {
        write(workbook.add_worksheet(), table).map_err(cannot_make)?;
    }
    workbook.save_to_buffer().map_err(cannot_make)
}

/// A workbook without sheets that says when it was made.
pub(crate) fn empty(clock: Clock) -> Result<Workbook, XlsxError> {
    let time = clock.now().format("%Y-%m-%dT%H:%M:%S").to_string();
    let created = ExcelDateTime::parse_from_str(&time)?;
    let mut workbook = Workbook::new();
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&created));
    Ok(workbook)
}

pub(crate) fn cannot_make(error: XlsxError) -> AppError {
    AppError::refused(format!("Không dựng được tệp Excel ({error}); hãy bớt số dòng hoặc thử lại"))
}

/// How a heading cell looks.
pub(crate) fn heading() -> Format {
    Format::new()
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::Center)
        .set_align(FormatAlign::VerticalCenter)
        .set_border(FormatBorder::Thin)
        .set_background_color(0xF2_F2_F2_u32)
}

/// How a cell of a table looks.
pub(crate) fn body() -> Format {
    Format::new().set_text_wrap().set_align(FormatAlign::Top).set_border(FormatBorder::Thin)
}

fn write(sheet: &mut Worksheet, table: &Table) -> Result<(), XlsxError> {
    sheet.set_name(table.name)?;
    sheet.set_freeze_panes(1, 0)?;
    let (heading, body) = (heading(), body());
    for (col, (title, width)) in (0..).zip(&table.columns) {
        sheet.set_column_width(col, *width)?;
        sheet.write_string_with_format(0, col, *title, &heading)?;
    }
    for (row, values) in (1..).zip(&table.rows) {
        for (col, value) in (0..).zip(values) {
            write_value(sheet, row, col, value, &body)?;
        }
    }
    if let (Some(last_row), Some(last_col)) =
        (u32::try_from(table.rows.len()).ok(), u16::try_from(table.columns.len()).ok())
        && last_row > 0
        && last_col > 0
    {
        sheet.autofilter(0, 0, last_row, last_col - 1)?;
    }
    Ok(())
}

fn write_value(
    sheet: &mut Worksheet,
    row: u32,
    col: u16,
    value: &Value,
    body: &Format,
) -> Result<(), XlsxError> {
    match value {
        Value::Text(text) => sheet.write_string_with_format(row, col, text, body)?,
        Value::Number(amount) => match exact(*amount) {
            Some(number) => {
                let format = body.clone().set_num_format(number_format(*amount));
                sheet.write_number_with_format(row, col, number, &format)?
            }
            None => sheet.write_string_with_format(row, col, amount.plain(), body)?,
        },
        Value::Date(date) => {
            let format = body.clone().set_num_format("dd/mm/yyyy");
            let day = ExcelDateTime::parse_from_str(&date.iso())?;
            sheet.write_datetime_with_format(row, col, &day, &format)?
        }
        Value::Empty => sheet.write_blank(row, col, body)?,
    };
    Ok(())
}

/// The floating number that prints as this amount; `None` when none does.
fn exact(amount: Amount) -> Option<f64> {
    let text = amount.trimmed().plain();
    let number: f64 = text.parse().ok()?;
    (number.to_string() == text).then_some(number)
}

/// With as many decimals as the amount has.
fn number_format(amount: Amount) -> String {
    match amount.decimals() as usize {
        0 => "#,##0".to_owned(),
        decimals => format!("#,##0.{}", "0".repeat(decimals)),
    }
}
