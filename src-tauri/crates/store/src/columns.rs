//! Values as columns: codes and amounts as their plain text, compound values as JSON.
//! Rows are read column by column in the order of each noun's `select.sql`.

use std::cell::RefCell;
use std::sync::Arc;

use foldhash::HashMap;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use rusqlite::{Error, Result, Row};
use serde::Serialize;
use serde::de::{DeserializeOwned, IntoDeserializer};
use tongket_figures::{Qualifier, Quantity, Unit};
use tongket_model::{CellPlace, Origin};

use crate::Noun;

/// A noun that is read from the rows of one SELECT.
pub(crate) trait Stored: Sized {
    const NOUN: Noun;
    /// Selects all rows; conditions and an order can be appended.
    const SELECT: &'static str;
    fn read(columns: &mut Columns<'_>) -> Result<Self>;
}

/// A value whose serde form is one text: periods, amounts, slugs, dates, states.
pub(crate) struct Word<T>(pub T);

impl<T: DeserializeOwned> FromSql for Word<T> {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Word<T>> {
        let text: serde::de::value::StrDeserializer<'_, serde::de::value::Error> =
            value.as_str()?.into_deserializer();
        T::deserialize(text).map(Word).map_err(FromSqlError::other)
    }
}

impl<T: Serialize> ToSql for Word<T> {
    fn to_sql(&self) -> Result<ToSqlOutput<'_>> {
        match serde_json::to_value(&self.0) {
            Ok(serde_json::Value::String(text)) => Ok(text.into()),
            Ok(other) => Err(Error::ToSqlConversionFailure(other.to_string().into())),
            Err(error) => Err(Error::ToSqlConversionFailure(error.into())),
        }
    }
}

/// A compound value as JSON text.
pub(crate) struct Json<T>(pub T);

impl<T: DeserializeOwned> FromSql for Json<T> {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Json<T>> {
        serde_json::from_str(value.as_str()?).map(Json).map_err(FromSqlError::other)
    }
}

impl<T: Serialize> ToSql for Json<T> {
    fn to_sql(&self) -> Result<ToSqlOutput<'_>> {
        serde_json::to_string(&self.0)
            .map(ToSqlOutput::from)
            .map_err(|error| Error::ToSqlConversionFailure(error.into()))
    }
}

/// Qualifiers in order: `ước;khoảng`.
pub(crate) struct Qualifiers<T>(pub T);

impl FromSql for Qualifiers<Vec<Qualifier>> {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Qualifiers<Vec<Qualifier>>> {
        let codes = value.as_str()?.split(';').filter(|code| !code.is_empty());
        let unknown = |code| FromSqlError::Other(format!("từ ước lượng «{code}» không có").into());
        codes
            .map(|code| Qualifier::from_code(code).ok_or_else(|| unknown(code)))
            .collect::<FromSqlResult<_>>()
            .map(Qualifiers)
    }
}

impl ToSql for Qualifiers<&[Qualifier]> {
    fn to_sql(&self) -> Result<ToSqlOutput<'_>> {
        let codes: Vec<&str> = self.0.iter().map(|qualifier| qualifier.code()).collect();
        Ok(codes.join(";").into())
    }
}

/// Units already read, by their text: thousands of rows share a handful.
#[derive(Default)]
pub(crate) struct Units(RefCell<HashMap<String, Unit>>);

impl Units {
    fn read(&self, text: &str) -> Unit {
        let mut known = self.0.borrow_mut();
        if let Some(unit) = known.get(text) {
            return unit.clone();
        }
        let unit = Unit::read(text);
        known.insert(text.to_owned(), unit.clone());
        unit
    }
}

/// Sheets already read, each by the JSON of its cells up to the cell's name: thousands of rows come
/// from a handful.
#[derive(Default)]
pub(crate) struct Sheets(RefCell<Vec<(String, Arc<CellPlace>)>>);

impl Sheets {
    /// More are not remembered: looking through them would take longer than parsing.
    const MOST: usize = 16;
    const BEFORE_CELL: &'static str = r#""cell":""#;
    const BEHIND_CELL: &'static str = r#""}"#;

    fn read(&self, json: &str) -> serde_json::Result<Origin> {
        if let Some(place) = self.cell_of_known(json) {
            return Ok(Origin::Cell(place.into()));
        }
        let origin = serde_json::from_str(json)?;
        if let Origin::Cell(place) = &origin {
            self.remember(json, place);
        }
        Ok(origin)
    }

    fn cell_of_known(&self, json: &str) -> Option<CellPlace> {
        let sheets = self.0.borrow();
        let known = |(head, place): &'_ (String, Arc<CellPlace>)| {
            let cell = json.strip_prefix(head.as_str())?.strip_suffix(Sheets::BEHIND_CELL)?;
            // Whatever could be an escape is left to the parser.
            cell.bytes().all(|byte| byte.is_ascii_alphanumeric()).then(|| place.beside(cell))
        };
        sheets.iter().find_map(known)
    }

    fn remember(&self, json: &str, place: &Arc<CellPlace>) {
        let mut sheets = self.0.borrow_mut();
        let head = json.strip_suffix(Sheets::BEHIND_CELL);
        let head = head.and_then(|json| json.strip_suffix(place.cell.as_str()));
        if let Some(head) = head.filter(|head| head.ends_with(Sheets::BEFORE_CELL))
            && sheets.len() < Sheets::MOST
        {
            sheets.push((head.to_owned(), Arc::clone(place)));
        }
    }
}

/// What rows share, read once.
#[derive(Default)]
pub(crate) struct Shared {
    units: Units,
    sheets: Sheets,
}

/// The columns of one row, taken from left to right.
pub(crate) struct Columns<'r> {
    row: &'r Row<'r>,
    shared: &'r Shared,
    next: usize,
}

impl<'r> Columns<'r> {
    pub(crate) fn new(row: &'r Row<'r>, shared: &'r Shared) -> Columns<'r> {
        Columns { row, shared, next: 0 }
    }

    pub(crate) fn take<T: FromSql>(&mut self) -> Result<T> {
        let at = self.next;
        self.next += 1;
        self.row.get(at)
    }

    pub(crate) fn word<T: DeserializeOwned>(&mut self) -> Result<T> {
        self.take().map(|Word(value)| value)
    }

    pub(crate) fn word_or_null<T: DeserializeOwned>(&mut self) -> Result<Option<T>> {
        self.take::<Option<Word<T>>>().map(|value| value.map(|Word(value)| value))
    }

    pub(crate) fn json<T: DeserializeOwned>(&mut self) -> Result<T> {
        self.take().map(|Json(value)| value)
    }

    pub(crate) fn unit(&mut self) -> Result<Unit> {
        let shared = self.shared;
        self.text(|text| Ok(shared.units.read(text)))
    }

    pub(crate) fn origin(&mut self) -> Result<Origin> {
        let shared = self.shared;
        self.text(|json| shared.sheets.read(json).map_err(FromSqlError::other))
    }

    /// A column read from its text where it lies.
    fn text<T>(&mut self, read: impl FnOnce(&str) -> FromSqlResult<T>) -> Result<T> {
        let at = self.next;
        self.next += 1;
        self.row.get_ref(at)?.as_str().and_then(read).map_err(|error| {
            Error::FromSqlConversionFailure(at, rusqlite::types::Type::Text, error.into())
        })
    }

    /// Passes over the columns of [`Columns::quantity`] where they are NULL.
    pub(crate) fn skip_quantity(&mut self) {
        self.next += 5;
    }

    /// The five columns qualifiers, amount, upper, denominator, unit.
    pub(crate) fn quantity(&mut self) -> Result<Quantity> {
        let Qualifiers(qualifiers) = self.take()?;
        Ok(Quantity {
            qualifiers,
            amount: self.word()?,
            to: self.word_or_null()?,
            of: self.word_or_null()?,
            unit: self.unit()?,
        })
    }
}
