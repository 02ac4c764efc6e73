//! Tables, row by row. Children of `w:tblPr` and `w:tcPr` stand in the order of ECMA-376 part 1,
//! 17.4.59 and 17.4.69.

use super::paragraph::begin_paragraph;
use super::run::{write_names, write_run};
use super::{Last, Writer};
use crate::xml::{Value, Xml};
use crate::{Borders, Cell, Error, Mm, Pt, Row, RunStyle, Table, VerticalAlignment, VerticalMerge};
use std::io::{Seek, Write};

const SIDES: [&str; 6] = ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"];

/// A table whose rows are being written.
pub(super) struct OpenTable {
    columns: Vec<Mm>,
    in_control: bool,
    is_empty: bool,
    /// Of the cells of plain text, in the order of the columns.
    openings: Vec<Opening>,
}

/// The XML of a cell from its beginning to its text: the same in every row of a column.
struct Opening {
    style: String,
    outline_level: Option<u8>,
    xml: String,
}

impl<W: Write + Seek> Writer<W> {
    /// Begins a table of the body; its rows follow with [`Self::row`].
    ///
    /// # Errors
    /// When a table is open already, the table has no column, or writing fails.
    pub fn begin_table(&mut self, table: &Table) -> Result<(), Error> {
        if table.columns.is_empty() {
            return Err(Error::EmptyTable);
        }
        let follows_table = matches!(self.last, Last::Table);
        self.begin_block()?;
        if follows_table {
            // Word would join two tables that touch.
            self.write_spacer();
        }
        if let Some(control) = &table.control {
            self.controls.take_id(control.id)?;
            self.xml.raw("<w:sdt><w:sdtPr>");
            write_names(&mut self.xml, &control.alias, &control.tag, control.id)?;
            self.xml.raw("</w:sdtPr><w:sdtContent>");
        }
        write_table_properties(&mut self.xml, table);
        self.counts.tables += 1;
        self.table = Some(OpenTable {
            columns: table.columns.clone(),
            in_control: table.control.is_some(),
            is_empty: true,
            openings: Vec::new(),
        });
        Ok(())
    }

    /// The next row of the table that is open.
    ///
    /// # Errors
    /// When no table is open, the cells do not cover its columns, or a cell cannot be written.
    pub fn row(&mut self, row: &Row) -> Result<(), Error> {
        let covered = row.cells.iter().map(|cell| usize::from(cell.span)).sum();
        let is_void = row.cells.iter().any(|cell| cell.span == 0);
        let table = self.begin_row(if is_void { 0 } else { covered })?;
        write_row_opening(&mut self.xml, row.min_height, row.header);
        let mut columns = table.columns.as_slice();
        for cell in &row.cells {
            let (covered, rest) = columns.split_at(usize::from(cell.span));
            columns = rest;
            self.write_cell(cell, covered)?;
        }
        self.end_row(table);
        Ok(())
    }

    /// As [`Self::row`], for what long tables consist of: a style and a text for each column,
    /// halfway down the cell.
    ///
    /// # Errors
    /// As [`Self::row`].
    pub fn text_row(&mut self, cells: &[(&str, &str)]) -> Result<(), Error> {
        let mut table = self.begin_row(cells.len())?;
        let known = table.openings.iter().map(|opening| opening.style.as_str());
        if !known.eq(cells.iter().map(|(style, _)| *style)) {
            let columns = cells.iter().zip(&table.columns);
            let openings = columns.map(|((style, _), width)| self.text_opening(style, *width));
            table.openings = openings.collect::<Result<_, _>>()?;
        }
        write_row_opening(&mut self.xml, None, false);
        for ((_, text), opening) in cells.iter().zip(&table.openings) {
            self.xml.text.push_str(&opening.xml);
            self.targets.mark(&mut self.xml, opening.outline_level);
            if !text.is_empty() {
                write_run(&mut self.xml, text, &RunStyle::default());
            }
            self.xml.raw("</w:p></w:tc>");
            self.counts.paragraphs += 1;
        }
        self.end_row(table);
        Ok(())
    }

    fn text_opening(&self, style: &str, width: Mm) -> Result<Opening, Error> {
        let mut xml = Xml::default();
        begin_cell(&mut xml, width.dxa());
        write_vertical(&mut xml, VerticalAlignment::Middle);
        xml.raw("</w:tcPr>");
        begin_paragraph(&mut xml, style);
        xml.raw("</w:pPr>");
        let outline_level = self.outline_level(style)?;
        Ok(Opening { style: style.to_owned(), outline_level, xml: xml.text })
    }

    /// Takes the table out while its row, which covers so many columns, is written.
    fn begin_row(&mut self, covered: usize) -> Result<OpenTable, Error> {
        let Some(table) = self.table.take() else {
            return Err(Error::TableOrder("hàng đứng ngoài bảng"));
        };
        self.pass_on()?;
        if covered != table.columns.len() {
            return Err(Error::RowWidth { expected: table.columns.len(), found: covered });
        }
        Ok(table)
    }

    fn end_row(&mut self, table: OpenTable) {
        self.xml.raw("</w:tr>");
        self.counts.rows += 1;
        self.table = Some(OpenTable { is_empty: false, ..table });
    }

    /// Ends the table that is open.
    ///
    /// # Errors
    /// When no table is open or it has no row.
    pub fn end_table(&mut self) -> Result<(), Error> {
        let Some(table) = self.table.take() else {
            return Err(Error::TableOrder("kết thúc bảng chưa mở"));
        };
        if table.is_empty {
            return Err(Error::EmptyTable);
        }
        self.xml.raw("</w:tbl>");
        if table.in_control {
            self.xml.raw("</w:sdtContent></w:sdt>");
        }
        self.last = Last::Table;
        Ok(())
    }

    /// A whole table at once.
    ///
    /// # Errors
    /// As [`Self::begin_table`], [`Self::row`] and [`Self::end_table`].
    pub fn table<'a>(
        &mut self,
        table: &Table,
        rows: impl IntoIterator<Item = Row<'a>>,
    ) -> Result<(), Error> {
        self.begin_table(table)?;
        for row in rows {
            self.row(&row)?;
        }
        self.end_table()
    }

    fn write_cell(&mut self, cell: &Cell, covered: &[Mm]) -> Result<(), Error> {
        let width: i32 = covered.iter().map(|column| column.dxa()).sum();
        let xml = &mut self.xml;
        begin_cell(xml, width);
        if cell.span > 1 {
            xml.val("w:gridSpan", cell.span);
        }
        match cell.merge {
            VerticalMerge::None => {}
            VerticalMerge::Start => xml.val("w:vMerge", "restart"),
            VerticalMerge::Continue => xml.raw("<w:vMerge/>"),
        }
        if let Some([red, green, blue]) = cell.shading {
            let fill = format_args!("{red:02X}{green:02X}{blue:02X}");
            xml.empty("w:shd", &[("w:val", &"clear"), ("w:color", &"auto"), ("w:fill", &fill)]);
        }
        write_vertical(xml, cell.vertical);
        xml.raw("</w:tcPr>");
        for block in &cell.blocks {
            self.write_block(block)?;
        }
        if cell.blocks.is_empty() {
            self.write_spacer();
        }
        self.xml.raw("</w:tc>");
        Ok(())
    }
}

fn write_table_properties(xml: &mut Xml, table: &Table) {
    let width: i32 = table.columns.iter().map(|column| column.dxa()).sum();
    xml.raw("<w:tbl><w:tblPr>");
    xml.empty("w:tblW", &[("w:w", &width), ("w:type", &"dxa")]);
    xml.val("w:jc", "center");
    if table.borders == Borders::All {
        xml.raw("<w:tblBorders>");
        for side in SIDES {
            xml.empty(
                side,
                &[("w:val", &"single"), ("w:sz", &4), ("w:space", &0), ("w:color", &"000000")],
            );
        }
        xml.raw("</w:tblBorders>");
    }
    xml.raw(r#"<w:tblLayout w:type="fixed"/><w:tblCellMar>"#);
    for side in ["w:left", "w:right"] {
        xml.empty(side, &[("w:w", &table.padding.dxa()), ("w:type", &"dxa")]);
    }
    xml.raw("</w:tblCellMar></w:tblPr><w:tblGrid>");
    for column in &table.columns {
        xml.empty("w:gridCol", &[("w:w", &column.dxa())]);
    }
    xml.raw("</w:tblGrid>");
}

fn write_row_opening(xml: &mut Xml, min_height: Option<Pt>, is_header: bool) {
    xml.raw("<w:tr><w:trPr><w:cantSplit/>");
    if let Some(height) = min_height {
        xml.empty("w:trHeight", &[("w:val", &height.dxa()), ("w:hRule", &"atLeast")]);
    }
    if is_header {
        xml.raw("<w:tblHeader/>");
    }
    xml.raw("</w:trPr>");
}

fn begin_cell(xml: &mut Xml, width: i32) {
    xml.raw(r#"<w:tc><w:tcPr><w:tcW w:w=""#);
    width.push_to(&mut xml.text);
    xml.raw(r#"" w:type="dxa"/>"#);
}

fn write_vertical(xml: &mut Xml, alignment: VerticalAlignment) {
    match alignment {
        VerticalAlignment::Top => {}
        VerticalAlignment::Middle => xml.raw(r#"<w:vAlign w:val="center"/>"#),
        VerticalAlignment::Bottom => xml.raw(r#"<w:vAlign w:val="bottom"/>"#),
    }
}
