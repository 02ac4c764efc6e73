//! What the page shows of an import under way.

use std::collections::BTreeMap;

use serde::Serialize;
use specta::Type;
use tongket_intake::{CellNaming, RawSheet};

use super::lines::LineKind;
use super::{ImportReading, OpenImport};
use crate::EncodingView;
use crate::plain::count;

/// The whole but its lines and cells, which are asked for as they come into view.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ImportView {
    /// Name of the file, without its folder.
    pub file: String,
    /// "bảng tính Excel"
    pub kind: String,
    pub reading: ImportReading,
    pub encoding: Option<EncodingView>,
    /// Sentences on the file as a whole and on its sheets.
    pub notices: Vec<String>,
    /// The file names no year, and the person none either.
    pub needs_year: bool,
    pub sheets: Vec<SourceSheet>,
    /// Paragraphs outside of tables.
    pub n_paragraphs: u32,
    pub counts: ImportCounts,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct SourceSheet {
    pub name: String,
    pub hidden: bool,
    pub n_rows: u32,
    pub n_cols: u32,
    /// Columns are called by letters; otherwise by numbers.
    pub has_letters: bool,
}

/// In lines.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Type)]
pub struct ImportCounts {
    pub lines: u32,
    /// Of each kind that there is, what needs a look first.
    pub kinds: Vec<KindCount>,
    /// With a value that would be written.
    pub written: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
pub struct KindCount {
    pub kind: LineKind,
    pub n: u32,
}

impl OpenImport {
    pub fn view(&self) -> ImportView {
        let import = &self.import;
        let notices = import.notices.iter().map(ToString::to_string);
        let findings = import.findings.iter().map(|finding| finding.message.clone());
        ImportView {
            file: self.raw.name.clone(),
            kind: self.raw.kind.vietnamese().to_owned(),
            reading: self.reading.clone(),
            encoding: import.encoding.as_ref().map(EncodingView::of),
            notices: notices.chain(findings).collect(),
            needs_year: self.needs_year(),
            sheets: self.raw.sheets.iter().map(source_sheet).collect(),
            n_paragraphs: count(self.raw.paragraphs.len()),
            counts: self.counts(),
        }
    }

    /// A value waits for a year that nobody has named.
    fn needs_year(&self) -> bool {
        let rows = self.import.plan.rows();
        self.reading.year.is_none()
            && rows.iter().any(|row| row.value().is_some() && row.period().is_none())
    }

    pub(super) fn counts(&self) -> ImportCounts {
        let (mut of_kind, mut written) = (BTreeMap::<LineKind, u32>::new(), 0);
        for line in &self.lines.lines {
            *of_kind.entry(self.kind_of(line)).or_default() += 1;
            let is_written =
                |(row, _): &(usize, Option<usize>)| self.outcomes[*row].state.is_written();
            written += u32::from(line.cells.iter().any(is_written));
        }
        let kinds = of_kind.into_iter().map(|(kind, n)| KindCount { kind, n }).collect();
        ImportCounts { lines: count(self.lines.lines.len()), kinds, written }
    }
}

fn source_sheet(sheet: &RawSheet) -> SourceSheet {
    let n_rows = sheet.cells.last().map_or(0, |cell| cell.row + 1);
    let n_cols = sheet.cells.iter().map(|cell| cell.col + 1).max().unwrap_or_default();
    SourceSheet {
        name: sheet.name.clone(),
        hidden: sheet.hidden,
        n_rows,
        n_cols,
        has_letters: sheet.naming == CellNaming::Workbook,
    }
}
