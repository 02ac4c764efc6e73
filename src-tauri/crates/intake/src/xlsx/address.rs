//! Names of cells (`F12`, `A1:I1`) to rows and columns from 0, and back.

use crate::limits;
use crate::raw::Area;

/// Row and column of `F12` or `$F$12`; `None` outside a sheet.
pub(crate) fn read_cell(name: &str) -> Option<(u32, u32)> {
    let (mut col, mut row) = (0u32, 0u32);
    let mut in_digits = false;
    for c in name.chars() {
        match c {
            '$' => {}
            'A'..='Z' | 'a'..='z' if !in_digits => {
                let letter = c.to_ascii_uppercase() as u32 - 'A' as u32 + 1;
                col = col.checked_mul(26)?.checked_add(letter)?;
            }
            '0'..='9' => {
                in_digits = true;
                row = row.checked_mul(10)?.checked_add(c.to_digit(10)?)?;
            }
            _ => return None,
        }
    }
    let (row, col) = (row.checked_sub(1)?, col.checked_sub(1)?);
    (row < limits::SHEET_ROWS && col < limits::SHEET_COLS).then_some((row, col))
}

/// The area of `A1:I1`, or of one cell.
pub(super) fn read_area(text: &str) -> Option<Area> {
    let (first, last) = text.split_once(':').unwrap_or((text, text));
    let (first, last) = (read_cell(first)?, read_cell(last)?);
    Some(Area {
        first_row: first.0.min(last.0),
        first_col: first.1.min(last.1),
        last_row: first.0.max(last.0),
        last_col: first.1.max(last.1),
    })
}

/// `F12` for row 11, column 5.
pub(crate) fn cell_name(row: u32, col: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = col + 1;
    while rest > 0 {
        let digit = (rest - 1) % 26;
        letters.push(char::from(b'A' + u8::try_from(digit).unwrap_or(0)));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect::<String>() + &(row + 1).to_string()
}
