//! Delimited text (.csv, .tsv and whatever else people call it) into one [`RawSheet`]: the
//! delimiter is found by looking at the text, a line `sep=;` settles it. Every cell is text: the
//! format knows neither numbers nor dates, neither number formats nor hidden rows, and the text
//! of a formula is a text.

use std::collections::HashMap;

use csv::{ReaderBuilder, StringRecord};

use crate::error::Refusal;
use crate::limits;
use crate::raw::{CellNaming, RawCell, RawSheet, RawValue};
use crate::tally::Tally;
use crate::xlsx::cell_name;

/// In the order in which they win over each other where the text gives no reason.
const DELIMITERS: [u8; 4] = [b'\t', b';', b',', b'|'];

/// So many records are looked at to find the delimiter.
const SAMPLE: usize = 200;

/// The one table of a delimited text; `None` for text that is none. Rows are counted as Excel
/// shows them: an empty line is a row, a quoted line break is none, the line `sep=` is not there.
pub(crate) fn read(text: &str) -> Result<Option<RawSheet>, Refusal> {
    let (body, delimiter) = match stated_delimiter(text) {
        Some((body, delimiter)) => (body, Some(delimiter)),
        None => (text, found_delimiter(text)),
    };
    delimiter.map(|delimiter| table(body, delimiter)).transpose()
}

/// The text behind a line `sep=;`, and what it names.
fn stated_delimiter(text: &str) -> Option<(&str, u8)> {
    let (line, body) = text.split_once(['\n', '\r']).unwrap_or((text, ""));
    let statement = line.trim_matches('"');
    let named = statement.strip_prefix("sep=").or_else(|| statement.strip_prefix("SEP="))?;
    let &[delimiter @ (b'\t' | b' '..=b'~')] = named.as_bytes() else { return None };
    let body = if text.as_bytes().get(line.len()) == Some(&b'\r') {
        body.strip_prefix('\n').unwrap_or(body)
    } else {
        body
    };
    Some((body, delimiter))
}

/// The delimiter that cuts most lines into the same number of fields.
fn found_delimiter(text: &str) -> Option<u8> {
    let mut best: Option<((usize, usize), u8)> = None;
    for delimiter in DELIMITERS {
        let rank = rank(text, delimiter);
        if rank.is_some() && rank > best.map(|(rank, _)| rank) {
            best = rank.map(|rank| (rank, delimiter));
        }
    }
    best.map(|(_, delimiter)| delimiter)
}

/// How many lines in a hundred have the usual number of fields, and that number; `None` where
/// the delimiter makes no table. Prose has commas too, but not the same number in each line, and
/// a space behind most of them; and its lines end as sentences do.
fn rank(text: &str, delimiter: u8) -> Option<(usize, usize)> {
    let mut n_fields: Vec<usize> = Vec::new();
    let (mut n_cuts, mut n_spaced, mut n_decimal, mut n_sentences) = (0, 0, 0, 0);
    for (_, record) in records(text, delimiter).take(SAMPLE) {
        n_fields.push(record.len());
        n_cuts += record.len() - 1;
        n_spaced += record.iter().skip(1).filter(|field| field.starts_with(' ')).count();
        let cuts = record.iter().zip(record.iter().skip(1));
        n_decimal += cuts.filter(|(before, behind)| cuts_a_number(before, behind)).count();
        n_sentences += usize::from(is_sentence(&record));
    }
    if n_sentences * 2 > n_fields.len() && delimiter != b'\t' {
        return None;
    }
    let mut times: HashMap<usize, usize> = HashMap::new();
    n_fields.iter().for_each(|n| *times.entry(*n).or_default() += 1);
    let (usual, n_usual) =
        times.into_iter().filter(|(n, _)| *n > 1).max_by_key(|&(n, times)| (times, n))?;
    let share = |n: usize| n * 100 / n_fields.len();
    let n_cut = n_fields.iter().filter(|n| **n > 1).count();
    let is_regular = share(n_usual) >= 80 && n_fields.len() >= 3;
    // "tăng 1,4 lần, giảm …": of the commas of prose, those in numbers have no space.
    let n_telling = if delimiter == b',' && n_spaced > 0 { n_cuts - n_decimal } else { n_cuts };
    let is_spaced = n_spaced * 2 > n_telling && delimiter != b'\t';
    let is_table = match delimiter {
        b'\t' => share(n_cut) >= 50,
        _ if is_spaced => is_regular,
        // Titles above a table and signatures below it are lines without a delimiter.
        _ => share(n_cut) >= 50,
    };
    is_table.then_some((share(n_usual), usual))
}

fn cuts_a_number(before: &str, behind: &str) -> bool {
    let is_digit = |c: char| c.is_ascii_digit();
    before.ends_with(is_digit) && behind.starts_with(is_digit)
}

/// Many words between the delimiters and a full stop at the end.
fn is_sentence(record: &StringRecord) -> bool {
    let n_words: usize = record.iter().map(|field| field.split_whitespace().count()).sum();
    let ends =
        record.iter().next_back().is_some_and(|last| last.trim_end().ends_with(['.', ';', ':']));
    ends && n_words >= 3 * record.len()
}

fn table(text: &str, delimiter: u8) -> Result<RawSheet, Refusal> {
    let mut sheet = RawSheet { naming: CellNaming::Lines, ..RawSheet::default() };
    let mut tally = Tally::default();
    if let Some(line) = open_quote(text, delimiter) {
        return Err(Refusal::OpenQuote { line });
    }
    for (row, record) in records(text, delimiter) {
        for (col, field) in record.iter().enumerate() {
            let col = u32::try_from(col).map_err(|_| Refusal::Damaged)?;
            if field.is_empty() {
                continue;
            }
            if field.len() > limits::CELL_CHARS && field.chars().count() > limits::CELL_CHARS {
                return Err(Refusal::CellTooLong { cell: cell_name(row, col) });
            }
            let value = RawValue::Text(without_guard(field).into());
            let cell = RawCell { row, col, value, format: 0, struck: false, computed: false };
            tally.keep(cell, &mut sheet)?;
        }
    }
    Ok(sheet)
}

/// The line, from 1, of a quotation mark that nothing closes: all behind it would be one cell.
fn open_quote(text: &str, delimiter: u8) -> Option<usize> {
    let bytes = text.as_bytes();
    let (mut at, mut line) = (0, 1);
    let mut opened = None;
    let mut begins_field = true;
    while let Some(byte) = bytes.get(at) {
        line += usize::from(*byte == b'\n');
        match (opened, byte) {
            // Doubled, it is a mark within the field.
            (Some(_), b'"') if bytes.get(at + 1) == Some(&b'"') => at += 1,
            (Some(_), b'"') => opened = None,
            (None, b'"') if begins_field => opened = Some(line),
            _ => {}
        }
        begins_field = *byte == delimiter || matches!(byte, b'\n' | b'\r');
        at += 1;
    }
    opened
}

/// Our own export writes `'` before a text that a spreadsheet would take for a formula.
fn without_guard(field: &str) -> &str {
    match field.strip_prefix('\'') {
        Some(guarded) if guarded.starts_with(['=', '+', '-', '@', '\t', '\r']) => guarded,
        _ => field,
    }
}

/// Each record that is no empty line, with its row from 0.
fn records(text: &str, delimiter: u8) -> impl Iterator<Item = (u32, StringRecord)> {
    let reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    let mut row = 0u32;
    // Records of text in memory cannot fail: they are UTF-8 and may have any length.
    reader.into_records().map_while(Result::ok).map(move |record| {
        let start = record.position().map_or(0, |position| position.byte());
        row = row.saturating_add(n_empty_lines(text, usize::try_from(start).unwrap_or(0)));
        let place = row;
        row = row.saturating_add(1);
        (place, record)
    })
}

/// The reader passes over empty lines; they stand between where it looked for a record and where
/// it found one.
fn n_empty_lines(text: &str, start: usize) -> u32 {
    let bytes = text.as_bytes();
    // The second half of the line end before.
    let is_half = start > 0 && bytes.get(start - 1..=start) == Some(b"\r\n");
    let mut at = start + usize::from(is_half);
    let mut n_lines = 0;
    loop {
        at += match bytes.get(at..) {
            Some([b'\r', b'\n', ..]) => 2,
            Some([b'\r' | b'\n', ..]) => 1,
            _ => return n_lines,
        };
        n_lines += 1;
    }
}
