//! Tables of the draft: headings in up to two rows that repeat on each page, figures centred,
//! groups and their sums in bold.

use std::io::{Seek, Write};

use tongket_docx::{
    Block, Borders, Cell, Error, Inline as WordInline, Mm, ParagraphOptions, Row as WordRow,
    RunStyle, Table as WordTable, TableControl, VerticalAlignment, VerticalMerge,
};
use tongket_template::{Column, Row, RowKind, Table, TableCell};

use super::{Job, styles};

impl<W: Write + Seek> Job<'_, W> {
    /// Writes a table across `width`.
    pub(super) fn table(&mut self, table: &Table, width: Mm) -> Result<(), Error> {
        let control = (!table.expression.is_empty()).then(|| {
            let (tag, id) = self.data.record_table(table);
            TableControl { tag: tag.into(), alias: "Biểu số liệu".into(), id }
        });
        self.writer.begin_table(&WordTable {
            columns: widths(&table.columns, width),
            borders: Borders::All,
            padding: Mm::new(1),
            control,
        })?;
        for row in heading_rows(&table.columns) {
            self.writer.row(&row)?;
        }
        for row in &table.rows {
            self.table_row(table, row)?;
        }
        self.writer.end_table()
    }

    fn table_row(&mut self, table: &Table, row: &Row) -> Result<(), Error> {
        if row.kind == RowKind::Group {
            let n_filled = row.cells.iter().filter(|cell| !cell.text().is_empty()).count();
            let row = if n_filled > 1 { sums_row(table, row) } else { group_row(row) };
            return self.writer.row(&row);
        }
        let style = |column: &Column| {
            if column.numeric { styles::TABLE_NUMBER } else { styles::TABLE_TEXT }
        };
        let columns = table.columns.iter().zip(&row.cells);
        let texts: Option<Vec<(&str, &str)>> = columns
            .clone()
            .map(|(column, cell)| match cell {
                TableCell::Text(text) => Some((style(column), text.as_str())),
                TableCell::Content(_) => None,
            })
            .collect();
        if let Some(texts) = texts {
            return self.writer.text_row(&texts);
        }
        let cells = columns.map(|(column, cell)| {
            let inlines = match cell {
                TableCell::Text(text) => vec![WordInline::text(text.as_str())],
                TableCell::Content(content) => self.inlines(content, false),
            };
            middle(Cell::new(vec![Block::paragraph(style(column), inlines)]))
        });
        let cells = cells.collect();
        self.writer.row(&WordRow::new(cells))
    }
}

/// A group whose columns have sums: every cell in its own column.
fn sums_row(table: &Table, row: &Row) -> WordRow<'static> {
    let run = RunStyle { bold: Some(true), ..RunStyle::default() };
    let options = ParagraphOptions { keep_with_next: Some(true), ..ParagraphOptions::default() };
    let cell = |(column, cell): (&Column, &TableCell)| {
        let style = if column.numeric { styles::TABLE_NUMBER } else { styles::TABLE_TEXT };
        let inlines = vec![WordInline::styled(cell.text(), run)];
        middle(Cell::new(vec![Block::Paragraph { style: style.into(), inlines, options }]))
    };
    WordRow::new(table.columns.iter().zip(&row.cells).map(cell).collect())
}

/// The name of a group across all columns but the first, kept with the row that follows.
fn group_row(row: &Row) -> WordRow<'static> {
    let name = row.cells.iter().map(TableCell::text).find(|text| !text.is_empty());
    let run = RunStyle { bold: Some(true), ..RunStyle::default() };
    let options = ParagraphOptions { keep_with_next: Some(true), ..ParagraphOptions::default() };
    let cell = |text: String| {
        let inlines = vec![WordInline::styled(text, run)];
        Cell::new(vec![Block::Paragraph { style: styles::TABLE_TEXT.into(), inlines, options }])
    };
    let mut across = cell(name.unwrap_or_default());
    across.span = u16::try_from(row.cells.len().saturating_sub(1)).unwrap_or(1).max(1);
    if row.cells.len() < 2 {
        return WordRow::new(vec![across]);
    }
    WordRow::new(vec![cell(String::new()), across])
}

/// The columns' shares of the width, exact to the last twentieth of a point.
fn widths(columns: &[Column], width: Mm) -> Vec<Mm> {
    let weight = |column: &Column| i32::try_from(column.weight.max(1)).unwrap_or(1);
    let total: i32 = columns.iter().map(weight).sum();
    let mut left = width.dxa();
    let mut widths = Vec::with_capacity(columns.len());
    for (idx, column) in columns.iter().enumerate() {
        let share = if idx + 1 == columns.len() {
            left
        } else {
            width.dxa() * weight(column) / total.max(1)
        };
        left -= share;
        widths.push(Mm::from_dxa(share));
    }
    widths
}

/// One heading row, or two with equal neighbours merged and single headings spanning both.
fn heading_rows(columns: &[Column]) -> Vec<WordRow<'_>> {
    if columns.iter().all(|column| column.headings.is_empty()) {
        return Vec::new();
    }
    let deep = columns.iter().any(|column| column.headings.len() > 1);
    let mut top = Vec::new();
    let mut bottom = Vec::new();
    let mut idx = 0;
    while idx < columns.len() {
        let first = columns[idx].headings.first().map_or("", String::as_str);
        let nested = columns[idx].headings.len() > 1;
        let mut span = 1;
        while nested
            && idx + span < columns.len()
            && columns[idx + span].headings.len() > 1
            && columns[idx + span].headings.first().is_some_and(|heading| heading == first)
        {
            span += 1;
        }
        let mut cell = middle(Cell::new(vec![heading(first)]));
        cell.span = u16::try_from(span).unwrap_or(1);
        if deep && !nested {
            cell.merge = VerticalMerge::Start;
        }
        top.push(cell);
        for column in &columns[idx..idx + span] {
            let mut below =
                middle(Cell::new(vec![heading(column.headings.get(1).map_or("", String::as_str))]));
            if !nested {
                below.merge = VerticalMerge::Continue;
            }
            bottom.push(below);
        }
        idx += span;
    }
    let mut rows = vec![WordRow::header(top)];
    if deep {
        rows.push(WordRow::header(bottom));
    }
    rows
}

fn heading(text: &str) -> Block<'_> {
    Block::paragraph(styles::TABLE_HEAD, vec![WordInline::text(text)])
}

fn middle(cell: Cell<'_>) -> Cell<'_> {
    Cell { vertical: VerticalAlignment::Middle, ..cell }
}
