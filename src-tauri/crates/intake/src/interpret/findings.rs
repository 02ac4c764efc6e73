//! What the person should know before looking at single rows: one finding per sheet and kind,
//! with the first cell and how many there are.

use crate::raw::RawSheet;
use crate::reading::{FindingKind, IntakeFinding, Row, Status};

pub(super) fn of_sheet(sheet: &RawSheet, rows: &[Row]) -> Vec<IntakeFinding> {
    const KINDS: [(Status, FindingKind); 7] = [
        (Status::Hidden, FindingKind::Hidden),
        (Status::Guessed, FindingKind::Guessed),
        (Status::Ambiguous, FindingKind::Ambiguous),
        (Status::Date, FindingKind::DateAmongFigures),
        (Status::Error, FindingKind::ErrorCell),
        (Status::FormulaNoCache, FindingKind::NotComputed),
        (Status::StruckOut, FindingKind::StruckOut),
    ];
    let of_kind = |(status, kind): (Status, FindingKind)| {
        let mut found = rows.iter().filter(|row| row.status == status);
        let first = found.next()?;
        let kind = match kind {
            FindingKind::Hidden if sheet.hidden => FindingKind::HiddenSheet,
            kind => kind,
        };
        Some(finding(sheet, kind, &first.cell, 1 + found.count()))
    };
    KINDS.into_iter().filter_map(of_kind).collect()
}

pub(super) fn of_whole_sheet(sheet: &RawSheet, kind: FindingKind) -> IntakeFinding {
    finding(sheet, kind, "", 0)
}

fn finding(sheet: &RawSheet, kind: FindingKind, cell: &str, n_cells: usize) -> IntakeFinding {
    let (name, n) = (&sheet.name, n_cells);
    let message = match kind {
        FindingKind::HiddenSheet => {
            format!("trang «{name}» đang ẩn: {n} ô chỉ được nhập khi người dùng chọn")
        }
        FindingKind::Hidden => {
            format!(
                "trang «{name}» có {n} ô ở hàng hoặc cột ẩn, từ {cell}: chỉ nhập khi người dùng chọn"
            )
        }
        FindingKind::NoTable => {
            format!("trang «{name}» không có hàng tiêu đề nhận ra được (TT, Chỉ tiêu, ĐVT …)")
        }
        FindingKind::RowsAreUnits => {
            format!("trang «{name}» xếp theo đơn vị: chưa nhập được biểu loại này")
        }
        FindingKind::NoYear => format!("trang «{name}» không ghi năm: hãy cho biết năm báo cáo"),
        FindingKind::Guessed => {
            format!("trang «{name}» có {n} ô phải suy đoán khi đọc, từ {cell}: cần xác nhận")
        }
        FindingKind::Ambiguous => {
            format!("trang «{name}» có {n} ô đọc được hai cách, từ {cell}: cần chọn một")
        }
        FindingKind::DateAmongFigures => {
            format!("trang «{name}» có {n} ô ngày tháng giữa các số liệu, từ {cell}: hãy xem lại")
        }
        FindingKind::ErrorCell => {
            format!("trang «{name}» có {n} ô báo lỗi, từ {cell}: hãy sửa trong Excel")
        }
        FindingKind::NotComputed => {
            format!(
                "trang «{name}» có {n} công thức chưa tính, từ {cell}: hãy mở bằng Excel rồi lưu lại"
            )
        }
        FindingKind::StruckOut => {
            format!(
                "trang «{name}» có {n} ô bị gạch ngang, từ {cell}: chỉ nhập khi người dùng chọn"
            )
        }
    };
    IntakeFinding { kind, sheet: name.clone(), cell: cell.to_owned(), message }
}
