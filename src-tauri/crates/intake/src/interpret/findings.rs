//! What the person should know before looking at single rows: one finding per sheet and kind,
//! with the first cell and how many there are.

use crate::raw::{CellNaming, RawSheet};
use crate::reading::{FindingKind, IntakeFinding, Measure, Row, Status};

type Concerns = fn(&Row) -> bool;

const KINDS: [(Concerns, FindingKind); 8] = [
    (|row| row.status() == Status::Hidden, FindingKind::Hidden),
    (|row| row.status() == Status::Guessed, FindingKind::Guessed),
    (|row| row.status() == Status::Ambiguous, FindingKind::Ambiguous),
    (is_stray_date, FindingKind::DateAmongFigures),
    (|row| row.status() == Status::Error, FindingKind::ErrorCell),
    (|row| row.status() == Status::Unnamed, FindingKind::Unnamed),
    (not_computed, FindingKind::NotComputed),
    (|row| row.status() == Status::StruckOut, FindingKind::StruckOut),
];

/// Gathers while the rows of a sheet go by.
#[derive(Default)]
pub(super) struct OfSheet {
    /// Of each of [`KINDS`] the first cell, and how many.
    found: [Option<(String, usize)>; KINDS.len()],
}

impl OfSheet {
    pub(super) fn take(&mut self, row: &Row) {
        if row.status() == Status::Ok {
            return;
        }
        for ((concerns, _), found) in KINDS.iter().zip(&mut self.found) {
            if concerns(row) {
                found.get_or_insert_with(|| (row.place().cell(), 0)).1 += 1;
            }
        }
    }

    pub(super) fn findings(self, sheet: &RawSheet) -> Vec<IntakeFinding> {
        let found = KINDS.iter().zip(self.found);
        let finding = |((_, kind), found): (&(Concerns, FindingKind), Option<(String, usize)>)| {
            let (first, n) = found?;
            let kind = match kind {
                FindingKind::Hidden if sheet.hidden => FindingKind::HiddenSheet,
                kind => *kind,
            };
            Some(finding(sheet, kind, &first, n))
        };
        found.filter_map(finding).collect()
    }
}

/// In a column of dates it is what was asked for.
fn is_stray_date(row: &Row) -> bool {
    row.status() == Status::Date && row.measure() != Some(Measure::DocumentDate)
}

fn not_computed(row: &Row) -> bool {
    matches!(
        row.status(),
        Status::FormulaNoCache | Status::SubtotalFormulaNoCache | Status::TotalFormulaNoCache
    )
}

pub(super) fn of_whole_sheet(sheet: &RawSheet, kind: FindingKind) -> IntakeFinding {
    finding(sheet, kind, "", 0)
}

/// How a finding calls a sheet; a delimited text has no name.
pub(super) fn called(sheet: &RawSheet) -> String {
    match sheet.naming {
        CellNaming::Workbook => format!("trang «{}»", sheet.name),
        CellNaming::WordTable => format!("bảng «{}»", sheet.name),
        CellNaming::Lines => "tệp".to_owned(),
    }
}

fn finding(sheet: &RawSheet, kind: FindingKind, cell: &str, n_cells: usize) -> IntakeFinding {
    let (place, n) = (called(sheet), n_cells);
    let message = match kind {
        FindingKind::HiddenSheet => {
            format!("{place} đang ẩn: {n} ô chỉ được nhập khi người dùng chọn")
        }
        FindingKind::Hidden => {
            format!("{place} có {n} ô ở hàng hoặc cột ẩn, từ {cell}: chỉ nhập khi người dùng chọn")
        }
        FindingKind::NoTable => {
            format!("{place} không có hàng tiêu đề nhận ra được (TT, Chỉ tiêu, ĐVT …)")
        }
        FindingKind::NoYear => format!("{place} không ghi năm: hãy cho biết năm báo cáo"),
        FindingKind::Guessed => {
            format!("{place} có {n} ô phải suy đoán khi đọc, từ {cell}: cần xác nhận")
        }
        FindingKind::Ambiguous => {
            format!("{place} có {n} ô đọc được hai cách, từ {cell}: cần chọn một")
        }
        FindingKind::DateAmongFigures => {
            format!("{place} có {n} ô ngày tháng giữa các số liệu, từ {cell}: hãy xem lại")
        }
        FindingKind::ErrorCell => {
            format!("{place} có {n} ô báo lỗi, từ {cell}: hãy sửa trong Excel")
        }
        FindingKind::Unnamed => {
            format!("{place} có {n} ô số không có nhãn chỉ tiêu, từ {cell}: không nhập")
        }
        FindingKind::NotComputed => {
            format!("{place} có {n} công thức chưa tính, từ {cell}: hãy mở bằng Excel rồi lưu lại")
        }
        FindingKind::StruckOut => {
            format!("{place} có {n} ô bị gạch ngang, từ {cell}: chỉ nhập khi người dùng chọn")
        }
        // These come with numbers of their own.
        FindingKind::TotalDiffers | FindingKind::GapsDiffer | FindingKind::Thousandfold => {
            String::new()
        }
    };
    IntakeFinding { kind, sheet: sheet.name.clone(), cell: cell.to_owned(), message }
}
