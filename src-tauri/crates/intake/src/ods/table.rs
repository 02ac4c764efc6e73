//! The tables of an OpenDocument spreadsheet, row by row. A row or cell that is repeated takes
//! memory only where it holds a value.

use std::io::BufRead;

use quick_xml::events::BytesStart;

use super::cell::{OpenCell, repeats};
use super::styles::OpenStyles;
use crate::encoding::RunReader;
use crate::error::Refusal;
use crate::limits;
use crate::raw::{Area, RawCell, RawSheet, RawValue, Span};
use crate::tally::Tally;
use crate::xlsx::cell_name;
use crate::xml::{Node, Xml, attribute};

/// What stands inside a table or a cell and is neither its cells nor its text.
const ASIDES: [&str; 11] = [
    "annotation",
    "frame",
    "custom-shape",
    "g",
    "shapes",
    "forms",
    "tracked-changes",
    "dde-links",
    "content-validations",
    "ruby-text",
    "control",
];

/// All tables of the body, which `xml` stands in; `None` when it is no spreadsheet.
pub(super) fn read<R: BufRead>(
    xml: &mut Xml<R>,
    styles: &mut OpenStyles,
    runs: &mut RunReader,
) -> Result<Option<Vec<RawSheet>>, Refusal> {
    let mut pass = Pass::default();
    let mut is_spreadsheet = false;
    // Elements open inside one that is passed over.
    let mut n_aside = 0usize;
    loop {
        match xml.next()? {
            Node::Eof => return Ok(is_spreadsheet.then_some(pass.sheets)),
            Node::Start(_) if n_aside > 0 => n_aside += 1,
            Node::Start(tag) if is_aside(&tag) => n_aside = 1,
            Node::Start(tag) if tag.local_name().as_ref() == "spreadsheet" => is_spreadsheet = true,
            Node::Start(tag) => pass.start(&tag, styles)?,
            Node::End(_) if n_aside > 0 => n_aside -= 1,
            Node::End(tag) => pass.end(tag.local_name().as_ref(), styles, runs)?,
            Node::Empty(tag) if n_aside == 0 && !is_aside(&tag) => {
                pass.start(&tag, styles)?;
                pass.end(tag.local_name().as_ref(), styles, runs)?;
            }
            Node::Text(piece) if n_aside == 0 => {
                if let Some(cell) = &mut pass.cell {
                    cell.text.push(&piece);
                }
            }
            _ => {}
        }
    }
}

fn is_aside(tag: &BytesStart) -> bool {
    ASIDES.contains(&tag.local_name().as_ref())
}

/// How far the reading has come.
#[derive(Default)]
struct Pass {
    sheets: Vec<RawSheet>,
    tally: Tally,
    sheet: Option<RawSheet>,
    /// The sheet only keeps what was once read from another file.
    is_cache: bool,
    row: u64,
    col: u64,
    /// The styles of columns without one of their own in the cells: the first column after each
    /// group, and the style of the group.
    col_styles: Vec<(u64, Option<String>)>,
    n_cols: u64,
    open_row: OpenRow,
    cell: Option<OpenCell>,
}

#[derive(Default)]
struct OpenRow {
    n_rows: u64,
    style: Option<String>,
    cells: Vec<Kept>,
}

/// A cell with a value, and how many columns it fills.
struct Kept {
    col: u64,
    n_cols: u64,
    value: RawValue,
    format: u32,
    struck: bool,
    computed: bool,
}

impl Pass {
    fn start(&mut self, tag: &BytesStart, styles: &OpenStyles) -> Result<(), Refusal> {
        let name = tag.local_name();
        if let Some(cell) = &mut self.cell {
            return cell.text.start(tag);
        }
        match name.as_ref() {
            "table" => self.start_table(tag, styles)?,
            "table-column" => {
                let n = u64::from(repeats(tag, "number-columns-repeated")?);
                let style = attribute(tag, "default-cell-style-name")?;
                if is_hidden(tag)? {
                    hide(&mut self.sheet, |sheet| &mut sheet.hidden_cols, self.n_cols, n);
                }
                self.n_cols = self.n_cols.saturating_add(n);
                self.col_styles.push((self.n_cols, style.map(|style| style.into_owned())));
            }
            "table-row" => {
                self.open_row = OpenRow {
                    n_rows: u64::from(repeats(tag, "number-rows-repeated")?),
                    style: attribute(tag, "default-cell-style-name")?.map(|s| s.into_owned()),
                    cells: Vec::new(),
                };
                self.col = 0;
                if is_hidden(tag)? {
                    let n_rows = self.open_row.n_rows;
                    hide(&mut self.sheet, |sheet| &mut sheet.hidden_rows, self.row, n_rows);
                }
            }
            "table-cell" | "covered-table-cell" => self.cell = Some(OpenCell::of(tag)?),
            _ => {}
        }
        Ok(())
    }

    fn start_table(&mut self, tag: &BytesStart, styles: &OpenStyles) -> Result<(), Refusal> {
        let name = attribute(tag, "name")?.unwrap_or_default().into_owned();
        let style = attribute(tag, "style-name")?.unwrap_or_default();
        self.is_cache = name.starts_with("'file:") || style == "ta_extref";
        let hidden = styles.is_hidden_table(&style);
        self.sheet = Some(RawSheet { name, hidden, ..RawSheet::default() });
        (self.row, self.n_cols) = (0, 0);
        self.col_styles.clear();
        Ok(())
    }

    fn end(
        &mut self,
        name: &str,
        styles: &mut OpenStyles,
        runs: &mut RunReader,
    ) -> Result<(), Refusal> {
        match (name, &mut self.cell) {
            ("table-cell" | "covered-table-cell", cell) => {
                if let Some(cell) = cell.take() {
                    self.end_cell(cell, styles, runs)?;
                }
            }
            (name, Some(cell)) => cell.text.end(name),
            ("table-row", None) => self.end_row()?,
            ("table", None) => {
                let sheet = self.sheet.take().filter(|_| !self.is_cache);
                self.sheets.extend(sheet);
            }
            _ => {}
        }
        Ok(())
    }

    fn end_cell(
        &mut self,
        cell: OpenCell,
        styles: &mut OpenStyles,
        runs: &mut RunReader,
    ) -> Result<(), Refusal> {
        let (col, n_cols) = (self.col, cell.n_cols);
        self.col = self.col.saturating_add(n_cols);
        let (rows, cols) = (cell.rows_spanned, cell.cols_spanned);
        if rows > 1 || cols > 1 {
            let (first_row, first_col) = self.place(self.row, col)?;
            let merge = Area {
                first_row,
                first_col,
                last_row: first_row.saturating_add(rows.max(1) - 1).min(limits::SHEET_ROWS - 1),
                last_col: first_col.saturating_add(cols.max(1) - 1).min(limits::SHEET_COLS - 1),
            };
            self.sheet.iter_mut().for_each(|sheet| sheet.merges.push(merge));
        }
        let of_col = || self.col_styles.iter().find(|(end, _)| col < *end)?.1.as_deref();
        let style = cell.style.as_deref().or(self.open_row.style.as_deref()).or_else(of_col);
        let look = styles.look(style.unwrap_or("Default"));
        let computed = cell.has_formula;
        let (row, struck) = (self.row, look.struck);
        let Ok(value) = cell.value(styles, look, runs) else {
            let (row, col) = self.place(row, col)?;
            return Err(Refusal::CellTooLong { cell: cell_name(row, col) });
        };
        if let Some((value, format)) = value {
            let kept = Kept { col, n_cols, value, format, struck, computed };
            self.open_row.cells.push(kept);
        }
        Ok(())
    }

    /// Writes the row as often as it is repeated.
    fn end_row(&mut self) -> Result<(), Refusal> {
        let row = std::mem::take(&mut self.open_row);
        let first = self.row;
        self.row = self.row.saturating_add(row.n_rows);
        if row.cells.is_empty() || self.is_cache {
            return Ok(());
        }
        let Some(mut sheet) = self.sheet.take() else { return Ok(()) };
        for place in first..self.row {
            for kept in &row.cells {
                for col in kept.col..kept.col.saturating_add(kept.n_cols) {
                    let (row, col) = self.place(place, col)?;
                    let Kept { value, format, struck, computed, .. } = kept;
                    let (value, format) = (value.clone(), *format);
                    let (struck, computed) = (*struck, *computed);
                    let cell = RawCell { row, col, value, format, struck, computed };
                    self.tally.keep(cell, &mut sheet)?;
                }
            }
        }
        self.sheet = Some(sheet);
        Ok(())
    }

    /// A place inside a sheet.
    fn place(&self, row: u64, col: u64) -> Result<(u32, u32), Refusal> {
        let inside = |at: u64, limit: u32| u32::try_from(at).ok().filter(|at| *at < limit);
        inside(row, limits::SHEET_ROWS).zip(inside(col, limits::SHEET_COLS)).ok_or(Refusal::Damaged)
    }
}

fn is_hidden(tag: &BytesStart) -> Result<bool, Refusal> {
    Ok(attribute(tag, "visibility")?.is_some_and(|v| matches!(&*v, "collapse" | "filter")))
}

fn hide(
    sheet: &mut Option<RawSheet>,
    spans: impl Fn(&mut RawSheet) -> &mut Vec<Span>,
    first: u64,
    n: u64,
) {
    let clamp = |at: u64| u32::try_from(at).unwrap_or(u32::MAX);
    let Some(sheet) = sheet.as_mut().filter(|_| n > 0) else { return };
    let span = Span { first: clamp(first), last: clamp(first.saturating_add(n - 1)) };
    spans(sheet).push(span);
}
