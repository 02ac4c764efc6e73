//! One cell of a worksheet, from its opening tag to its value.

use quick_xml::events::BytesStart;

use super::address::{cell_name, read_cell};
use super::strings::{SharedString, TextPieces, unescape};
use crate::digits::is_number;

use crate::encoding::{RunReader, normal_owned};
use crate::error::Refusal;
use crate::limits;
use crate::number_format::iso_date;
use crate::raw::RawValue;
use crate::styles::CellStyle;
use crate::xml::attributes;

/// A cell whose end has not come yet.
#[derive(Default)]
pub(super) struct OpenCell {
    pub(super) row: u32,
    pub(super) col: u32,
    pub(super) style: u32,
    kind: CellKind,
    pub(super) has_formula: bool,
    /// What its value element holds.
    pub(super) written: Option<String>,
    /// Text that stands in the cell itself.
    pub(super) inline: TextPieces,
}

#[derive(Default, Clone, Copy, PartialEq)]
enum CellKind {
    #[default]
    Number,
    Shared,
    Inline,
    /// The text result of a formula.
    Text,
    Bool,
    Error,
    Date,
}

impl OpenCell {
    /// A cell without an address stands at `next_row` and `next_col`.
    pub(super) fn of(tag: &BytesStart, next_row: u32, next_col: u32) -> Result<OpenCell, Refusal> {
        let [name, kind, style] = attributes(tag, ["r", "t", "s"])?;
        let (row, col) = match name {
            Some(name) => read_cell(&name).ok_or(Refusal::Damaged)?,
            None if next_col < limits::SHEET_COLS => (next_row, next_col),
            None => return Err(Refusal::Damaged),
        };
        let kind = match kind.as_deref() {
            Some("s") => CellKind::Shared,
            Some("inlineStr") => CellKind::Inline,
            Some("str") => CellKind::Text,
            Some("b") => CellKind::Bool,
            Some("e") => CellKind::Error,
            Some("d") => CellKind::Date,
            _ => CellKind::Number,
        };
        let style = style.and_then(|style| style.parse().ok()).unwrap_or(0);
        Ok(OpenCell { row, col, style, kind, ..OpenCell::default() })
    }

    /// `None` for an empty cell.
    pub(super) fn value(
        mut self,
        strings: &[SharedString],
        style: CellStyle,
        dates_from_1904: bool,
        runs: &mut RunReader,
    ) -> Result<Option<RawValue>, Refusal> {
        let (row, col) = (self.row, self.col);
        let too_long = || Refusal::CellTooLong { cell: cell_name(row, col) };
        if self.kind == CellKind::Inline {
            let text = self.inline.take(style.code.is_some());
            return Ok(non_empty(text.read(style.code, runs).ok_or_else(too_long)?));
        }
        let written = match self.written {
            None if self.has_formula => return Ok(Some(RawValue::NoResult)),
            None => return Ok(None),
            Some(written) => written,
        };
        let trimmed = written.trim();
        Ok(match self.kind {
            CellKind::Text => {
                let text = unescape(&written);
                if text.chars().count() > limits::CELL_CHARS {
                    return Err(too_long());
                }
                non_empty(normal_owned(runs.read(&text, style.code).into_owned()).into())
            }
            CellKind::Inline => None,
            CellKind::Shared => {
                let idx: usize = trimmed.parse().map_err(|_| Refusal::Damaged)?;
                let text = strings.get(idx).ok_or(Refusal::Damaged)?;
                non_empty(text.read(style.code, runs).ok_or_else(too_long)?)
            }
            CellKind::Bool => Some(RawValue::Bool(matches!(trimmed, "1" | "true"))),
            CellKind::Error => Some(RawValue::Error(trimmed.into())),
            CellKind::Date => non_empty(trimmed.into()).map(|_| RawValue::Date(trimmed.into())),
            CellKind::Number if trimmed.is_empty() => {
                self.has_formula.then_some(RawValue::NoResult)
            }
            CellKind::Number if !is_number(trimmed) => Some(RawValue::Error("#NUM!".into())),
            CellKind::Number => {
                let date = if style.is_date { iso_date(trimmed, dates_from_1904) } else { None };
                Some(match date {
                    Some(date) => RawValue::Date(date.into()),
                    None if trimmed.len() < written.len() => RawValue::Number(trimmed.into()),
                    None => RawValue::Number(written.into_boxed_str()),
                })
            }
        })
    }
}

fn non_empty(text: Box<str>) -> Option<RawValue> {
    (!text.is_empty()).then_some(RawValue::Text(text))
}
