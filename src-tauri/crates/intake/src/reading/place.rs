//! Where a row stands in its file, as people and programs name it: sheet and cell, the location
//! in a document, line and column of a delimited text.

use std::fmt;
use std::sync::Arc;

use crate::raw::CellNaming;
use crate::xlsx::{cell_name, read_cell};

/// The place of one value. Rows and columns count from 0, as in [`RawCell`](crate::RawCell).
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Place {
    Cell {
        sheet: Arc<SheetName>,
        row: u32,
        col: u32,
    },
    /// A paragraph, footnote or text box: `p5`, `fn2`, `txbx1`. Thin, so that a cell takes no more.
    Text(Arc<Box<str>>),
}

/// A sheet, a table of a document or a delimited text. Shared by its cells.
#[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub struct SheetName {
    pub name: Arc<str>,
    pub naming: CellNaming,
}

impl Place {
    /// Name of the sheet; of a table in a document `t2`; empty for text.
    pub fn sheet(&self) -> &str {
        match self {
            Place::Cell { sheet, .. } => &sheet.name,
            Place::Text(_) => "",
        }
    }

    /// `F12`, `t2r3c4`, `p5`, "dòng 2, cột 4".
    pub fn cell(&self) -> String {
        match self {
            Place::Cell { sheet, row, col } => match sheet.naming {
                CellNaming::Workbook => cell_name(*row, *col),
                CellNaming::WordTable => word_name(&sheet.name, *row, *col),
                CellNaming::Lines => format!("dòng {}, cột {}", row + 1, col + 1),
            },
            Place::Text(location) => location.to_string(),
        }
    }

    /// The column, from 0, of a cell.
    pub(crate) fn col(&self) -> Option<u32> {
        match self {
            Place::Cell { col, .. } => Some(*col),
            Place::Text(_) => None,
        }
    }

    /// The sheet's cells are called by letter and number.
    pub(crate) fn is_in_workbook(&self) -> bool {
        matches!(self, Place::Cell { sheet, .. } if sheet.naming == CellNaming::Workbook)
    }
}

impl fmt::Display for Place {
    /// `Biểu 01!F12`; other places name their table themselves.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_in_workbook() {
            write!(f, "{}!{}", self.sheet(), self.cell())
        } else {
            f.write_str(&self.cell())
        }
    }
}

fn word_name(table: &str, row: u32, col: u32) -> String {
    format!("{table}r{}c{}", row + 1, col + 1)
}

/// A place in the fields of the command line's JSON.
#[derive(Default, serde::Serialize, serde::Deserialize)]
pub(super) struct PlaceFields {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    sheet: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    cell: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    location: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    line: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    column: Option<u32>,
}

impl From<&Place> for PlaceFields {
    fn from(place: &Place) -> PlaceFields {
        let fields = PlaceFields::default();
        match place {
            Place::Cell { sheet, row, col } if sheet.naming == CellNaming::Lines => {
                PlaceFields { line: Some(row + 1), column: Some(col + 1), ..fields }
            }
            place if place.is_in_workbook() => PlaceFields {
                sheet: Some(place.sheet().to_owned()),
                cell: Some(place.cell()),
                ..fields
            },
            place => PlaceFields { location: Some(place.cell()), ..fields },
        }
    }
}

impl TryFrom<PlaceFields> for Place {
    type Error = &'static str;

    fn try_from(fields: PlaceFields) -> Result<Place, &'static str> {
        let found = match fields {
            PlaceFields { sheet: Some(name), cell: Some(cell), .. } => {
                read_cell(&cell).map(|at| place_in(&name, CellNaming::Workbook, at))
            }
            PlaceFields { line: Some(line @ 1..), column: Some(column @ 1..), .. } => {
                Some(place_in("", CellNaming::Lines, (line - 1, column - 1)))
            }
            PlaceFields { location: Some(location), .. } => Some(read_location(&location)),
            _ => None,
        };
        found.ok_or("vị trí của số liệu thiếu thông tin")
    }
}

fn place_in(name: &str, naming: CellNaming, (row, col): (u32, u32)) -> Place {
    Place::Cell { sheet: SheetName { name: name.into(), naming }.into(), row, col }
}

/// `t2r3c4` is a cell, everything else a text.
fn read_location(location: &str) -> Place {
    let cell = || {
        let (rest, col) = location.rsplit_once('c')?;
        let (table, row) = rest.rsplit_once('r')?;
        let at =
            (row.parse::<u32>().ok()?.checked_sub(1)?, col.parse::<u32>().ok()?.checked_sub(1)?);
        Some(place_in(table, CellNaming::WordTable, at))
    };
    let text = || Place::Text(Box::<str>::from(location).into());
    match location.starts_with('t') && !location.starts_with("tx") {
        true => cell().unwrap_or_else(text),
        false => text(),
    }
}

impl serde::Serialize for Place {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        PlaceFields::from(self).serialize(to)
    }
}

impl<'de> serde::Deserialize<'de> for Place {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Place, D::Error> {
        PlaceFields::deserialize(from)?.try_into().map_err(serde::de::Error::custom)
    }
}
