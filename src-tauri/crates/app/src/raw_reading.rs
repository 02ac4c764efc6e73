//! What a file holds, cell by cell, without any interpretation.

use std::path::Path;

use serde::{Serialize, Serializer};
use tongket_intake::{RawCell, RawFile, RawValue, ReadOptions, read_in_child};

use crate::AppError;

/// `{"sheets":[{"name","cells":[[row, column, value], …]}]}`, rows and columns from 0.
#[derive(Debug, Serialize)]
pub struct RawReading {
    sheets: Vec<Sheet>,
}

#[derive(Debug, Serialize)]
struct Sheet {
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
    let RawFile { sheets, .. } = read_in_child(program, file, options)?;
    let sheets = sheets.into_iter().map(|sheet| Sheet {
        name: sheet.name,
        cells: sheet.cells.into_iter().filter_map(cell).collect(),
    });
    Ok(RawReading { sheets: sheets.collect() })
}

fn cell(cell: RawCell) -> Option<(u32, u32, Value)> {
    let value = match cell.value {
        // The digits of the file, unless they are no JSON number.
        RawValue::Number(digits) => match serde_json::from_str(&digits) {
            Ok(number) => Value::Number(number),
            Err(_) => Value::Text(digits.into()),
        },
        RawValue::Text(text) => Value::Text(text.into()),
        RawValue::Bool(truth) => Value::Truth(truth),
        RawValue::Error(error) => Value::Error(error.into()),
        RawValue::Date(date) => Value::Date(date.into()),
        RawValue::NoResult => return None,
    };
    Some((cell.row, cell.col, value))
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
