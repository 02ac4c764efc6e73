//! What a file holds, cell by cell, without any interpretation.

use std::path::Path;

use serde::{Serialize, Serializer};
use tongket_intake::{FileKind, RawCell, RawFile, RawSheet, RawValue, ReadOptions, read_in_child};

use crate::AppError;

/// `{"sheets":[{"name","cells":[[row, column, value], …]}]}`, rows and columns from 0; of a
/// document `{"paras":["…", …],"tables":[…]}`, its tables in the form of sheets.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum RawReading {
    Workbook { sheets: Vec<Sheet> },
    Document { paras: Vec<String>, tables: Vec<Sheet> },
}

#[derive(Debug, Serialize)]
pub struct Sheet {
    name: String,
    cells: Vec<(u32, u32, Value)>,
}

/// A number, a text, a truth value, `{"e": "#REF!"}` or `{"d": "2023-11-20"}`.
#[derive(Debug)]
enum Value {
    Number(serde_json::Number),
    Text(String),
    Truth(bool),
    Error(String),
    Date(String),
}

/// Reads `file` in a child of `program`.
pub fn raw_reading(
    program: &Path,
    file: &Path,
    options: &ReadOptions,
) -> Result<RawReading, AppError> {
    let RawFile { sheets, paragraphs, kind, .. } = read_in_child(program, file, options)?;
    let of_sheet = |sheet: RawSheet| Sheet {
        name: sheet.name,
        cells: sheet.cells.into_iter().filter_map(cell).collect(),
    };
    let is_document = kind == FileKind::WordDocument || !paragraphs.is_empty();
    let sheets = sheets.into_iter().map(of_sheet).collect();
    Ok(match is_document {
        true => {
            let paras = paragraphs.into_iter().map(|paragraph| paragraph.text.into()).collect();
            RawReading::Document { paras, tables: sheets }
        }
        false => RawReading::Workbook { sheets },
    })
}

fn cell(cell: RawCell) -> Option<(u32, u32, Value)> {
    let value = match cell.value {
        RawValue::Number(digits) => match number(&digits) {
            Some(number) => Value::Number(number),
            None => Value::Text(digits.into()),
        },
        RawValue::Text(text) => Value::Text(text.into()),
        RawValue::Bool(truth) => Value::Truth(truth),
        RawValue::Error(error) => Value::Error(error.into()),
        RawValue::Date(date) => Value::Date(date.into()),
        RawValue::NoResult => return None,
    };
    Some((cell.row, cell.col, value))
}

/// The digits of the file; `+5` and `.5` are not how JSON writes them.
fn number(digits: &str) -> Option<serde_json::Number> {
    let as_it_is = serde_json::from_str(digits).ok();
    as_it_is.or_else(|| serde_json::Number::from_f64(digits.parse().ok()?))
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let tagged = |tag: &str, text: &str| serde_json::json!({ tag: text });
        match self {
            Value::Number(number) => number.serialize(serializer),
            Value::Text(text) => serializer.serialize_str(text),
            Value::Truth(truth) => serializer.serialize_bool(*truth),
            Value::Error(error) => tagged("e", error).serialize(serializer),
            Value::Date(date) => tagged("d", date).serialize(serializer),
        }
    }
}
