//! The plan as a table: one line per label of a sheet, its values side by side under the kinds of
//! value that the file has.

use std::collections::HashMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use specta::Type;
use tongket_figures::Period;
use tongket_intake::{ImportPlan, Measure, Place, RawFile, Row, SheetName};

/// The lines of a plan. They depend on the file alone, so that an edit leaves each where it is.
pub(super) struct Lines {
    pub sections: Vec<Section>,
    pub lines: Vec<Line>,
}

/// The lines of one sheet, table or text.
pub(super) struct Section {
    /// Place among the sheets of the file; `None` for its text.
    pub sheet: Option<usize>,
    pub columns: Vec<Column>,
    /// Its lines follow each other.
    pub first: usize,
    pub n_lines: usize,
}

/// A kind of value, as the file names it.
#[derive(PartialEq, Eq)]
pub(super) struct Column {
    pub measure: Option<Measure>,
    pub period: Option<Period>,
    pub assigner: Box<str>,
    pub head: Box<str>,
}

pub(super) struct Line {
    /// Place among the labels of the plan.
    pub label: usize,
    /// Rows of the plan with their columns, in the order of the rows; a note has no column.
    pub cells: Vec<(usize, Option<usize>)>,
}

impl Lines {
    pub fn of(plan: &ImportPlan, raw: &RawFile) -> Lines {
        let mut lines = Lines { sections: Vec::new(), lines: Vec::new() };
        let mut sheets = Sheets::of(raw);
        let mut open: HashMap<(usize, usize, &str), usize> = HashMap::new();
        let mut last_sheet = None;
        for (idx, row) in plan.rows().iter().enumerate() {
            let Some(label) = plan.label_of_row(idx) else { continue };
            let sheet = sheets.of_row(row);
            if lines.sections.is_empty() || sheet != last_sheet {
                let first = lines.lines.len();
                let section = Section { sheet, columns: Vec::new(), first, n_lines: 0 };
                lines.sections.push(section);
                last_sheet = sheet;
            }
            let at = lines.sections.len() - 1;
            let column = lines.sections[at].column_of(row);
            let key = (at, label, row.organisation());
            // A second value of one kind stands in a line of its own: it repeats or contradicts.
            let line = open
                .get(&key)
                .copied()
                .filter(|line| lines.lines[*line].cells.iter().all(|(_, taken)| *taken != column));
            match line {
                Some(line) => lines.lines[line].cells.push((idx, column)),
                None => {
                    open.insert(key, lines.lines.len());
                    lines.lines.push(Line { label, cells: vec![(idx, column)] });
                    lines.sections[at].n_lines += 1;
                }
            }
        }
        lines
    }
}

impl Section {
    /// The column of a row's kind of value, made when it is the first.
    fn column_of(&mut self, row: &Row) -> Option<usize> {
        if row.measure().is_none() && row.period().is_none() && row.head().is_empty() {
            return None;
        }
        let is_same = |column: &Column| {
            column.measure == row.measure()
                && column.period == row.period()
                && *column.assigner == *row.assigner()
                && (column.measure.is_some() || *column.head == *row.head())
        };
        let known = self.columns.iter().position(is_same);
        Some(known.unwrap_or_else(|| {
            self.columns.push(Column {
                measure: row.measure(),
                period: row.period(),
                assigner: row.assigner().into(),
                head: row.head().into(),
            });
            self.columns.len() - 1
        }))
    }
}

/// Finds the sheet of a row; rows of one sheet share its name.
struct Sheets<'r> {
    raw: &'r RawFile,
    last: Option<(Arc<SheetName>, Option<usize>)>,
}

impl<'r> Sheets<'r> {
    fn of(raw: &'r RawFile) -> Sheets<'r> {
        Sheets { raw, last: None }
    }

    fn of_row(&mut self, row: &Row) -> Option<usize> {
        let Place::Cell { sheet, .. } = row.place() else { return None };
        if let Some((last, found)) = &self.last
            && Arc::ptr_eq(last, sheet)
        {
            return *found;
        }
        let found = self.raw.sheets.iter().position(|other| *other.name == *sheet.name);
        self.last = Some((Arc::clone(sheet), found));
        found
    }
}

/// One section of the table for the page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ImportSection {
    /// Name of the sheet; empty for text.
    pub name: String,
    /// Place among the sheets of the view; `None` for the text, which comes after them.
    pub sheet: Option<u32>,
    pub columns: Vec<ImportColumn>,
    /// How many lines above it pass the filter, and how many of its own.
    pub first: u32,
    pub n_lines: u32,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ImportColumn {
    /// "TH 2022", "KH tỉnh giao 2023"
    pub title: String,
    /// As the file writes it.
    pub head: String,
}

/// Part of the table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ImportLines {
    /// How many lines pass the filter.
    pub total: u32,
    pub sections: Vec<ImportSection>,
    /// Of all lines that pass the filter, the places of those that need the person's word.
    pub open: Vec<u32>,
    /// From the place that was asked for.
    pub lines: Vec<ImportLine>,
}

/// One line of the table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ImportLine {
    /// Its number, whatever the filter.
    pub id: u32,
    /// "7"; "E" of a table on its side; "p5" of a text.
    pub place: String,
    /// The groups above it: "Kinh tế > Thu ngân sách".
    pub group: String,
    pub label: String,
    /// The unit whose values they are; empty for the office itself.
    pub organisation: String,
    /// Name of the indicator; empty when there is none.
    pub indicator: String,
    /// "tỷ đồng", "triệu USD → tỷ USD"
    pub unit: String,
    pub cells: Vec<ImportCell>,
    pub badge: LineBadge,
}

/// One value of a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ImportCell {
    /// Its row of the plan.
    pub id: u32,
    /// Place among the columns of its section; a note has none.
    pub column: Option<u32>,
    /// As it would be written, in the indicator's unit; else as it stands in the file.
    pub text: String,
    #[specta(inline)]
    pub kind: LineKind,
    /// Where it stands: row and column of its sheet, from 0; place among the paragraphs of a text.
    pub row: u32,
    pub col: u32,
}

/// What becomes of a line or of one of its values, what needs a look first.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type,
)]
#[serde(rename_all = "kebab-case")]
pub enum LineKind {
    /// Needs the person's word.
    Ask,
    /// Something else is stored.
    Differs,
    /// About a thousand times last year's.
    Far,
    /// Of a new indicator.
    New,
    Converted,
    Matched,
    /// Something else is stored and is replaced.
    Replaced,
    /// … and stays.
    Kept,
    /// The same is stored.
    Same,
    /// A ratio that is compared, not stored.
    Checked,
    Skipped,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct LineBadge {
    #[specta(inline)]
    pub kind: LineKind,
    /// How many values of the line are of this kind.
    pub n: u32,
    /// The value that is stored, "×0,001", or the reason.
    pub text: String,
}

/// Which lines are shown; all when `kinds` is empty.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
pub struct ImportFilter {
    pub kinds: Vec<LineKind>,
}
