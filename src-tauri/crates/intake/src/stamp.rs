//! The stamp of secrecy: MẬT, TỐI MẬT, TUYỆT MẬT as a line of its own, in capitals, also with
//! spaced letters. "Bí mật", "mật độ" or "Mật ong" is none. (Luật Bảo vệ bí mật nhà nước: such a
//! paper is not to be kept on an ordinary machine.)

use crate::raw::{RawSheet, RawValue};

/// True when one of the lines is a stamp.
pub(crate) fn is_in<'l>(mut lines: impl Iterator<Item = &'l str>) -> bool {
    lines.any(is_stamp)
}

/// True when a stamp stands in the first rows of a sheet.
pub(crate) fn is_in_head(sheet: &RawSheet) -> bool {
    const HEAD_ROWS: u32 = 12;
    let texts = sheet.cells.iter().take_while(|cell| cell.row < HEAD_ROWS);
    let mut lines = texts.filter_map(|cell| match &cell.value {
        RawValue::Text(text) => Some(&**text),
        _ => None,
    });
    lines.any(|text| is_in(text.lines()))
}

/// In bytes: longer lines are none, however far their letters are spaced.
pub(crate) const LONGEST_STAMP: usize = 120;

fn is_stamp(line: &str) -> bool {
    if line.len() > LONGEST_STAMP {
        return false;
    }
    let letters: String = line.chars().filter(|c| c.is_alphabetic()).collect();
    let is_framed = |c: char| {
        c.is_alphabetic()
            || c.is_whitespace()
            || matches!(c, '[' | ']' | '(' | ')' | '*' | '.' | '-' | '–' | '|' | '"')
    };
    matches!(letters.as_str(), "MẬT" | "TỐIMẬT" | "TUYỆTMẬT") && line.chars().all(is_framed)
}
