//! Plain text: every line is a paragraph, and lines with tabs that stand together are a table, as
//! they come when a table is pasted.

use crate::raw::{CellNaming, RawCell, RawParagraph, RawSheet, RawValue};

/// The tables and the paragraphs of a text; lines count from 1, empty ones too.
pub(crate) fn read(text: &str) -> (Vec<RawSheet>, Vec<RawParagraph>) {
    let lines: Vec<&str> = lines(text).collect();
    let (mut sheets, mut paragraphs) = (Vec::new(), Vec::new());
    let mut at = 0;
    while at < lines.len() {
        let n_rows = lines[at..].iter().take_while(|line| line.contains('\t')).count();
        if n_rows >= 2 {
            let name = format!("t{}", sheets.len() + 1);
            sheets.push(table(name, at, &lines));
            at += n_rows;
            continue;
        }
        let line = lines[at].trim();
        if !line.is_empty() {
            let text = line.replace('\t', " ").into();
            paragraphs.push(RawParagraph { place: format!("p{}", at + 1).into(), text });
        }
        at += 1;
    }
    (sheets, paragraphs)
}

/// The lines from `first` on that hold tabs; a row is called by its line in the text.
fn table(name: String, first: usize, lines: &[&str]) -> RawSheet {
    let rows = lines.iter().enumerate().skip(first).take_while(|(_, line)| line.contains('\t'));
    let cells = rows.flat_map(|(row, line)| {
        let fields = line.split('\t').map(str::trim).enumerate();
        fields.filter(|(_, field)| !field.is_empty()).filter_map(move |(col, field)| {
            let value = RawValue::Text(field.into());
            let (row, col) = (u32::try_from(row).ok()?, u32::try_from(col).ok()?);
            Some(RawCell { row, col, value, format: 0, struck: false, computed: false })
        })
    });
    let above = lines[..first].iter().rev().map(|line| line.trim()).filter(|line| !line.is_empty());
    let mut above: Vec<Box<str>> = above.take(LINES_ABOVE).map(Box::from).collect();
    above.reverse();
    let cells = cells.collect();
    RawSheet { name, naming: CellNaming::Lines, above, cells, ..RawSheet::default() }
}

/// So many lines above a table are handed on with it.
pub(crate) const LINES_ABOVE: usize = 5;

/// Lines however they end: CR LF, LF, a lone CR, and the line separators of Unicode.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split('\n').flat_map(|line| {
        line.strip_suffix('\r')
            .unwrap_or(line)
            .split(['\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'])
    })
}
