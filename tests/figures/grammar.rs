//! The tables of `GRAMMAR.md` are tests: each row is read and printed as the table says, and
//! reads the same in another normal form and with other spaces.

use tongket_figures::Period;
use unicode_normalization::UnicodeNormalization;

use crate::cases::report;
use crate::readings::{self, Reading, refused};

const GRAMMAR: &str = include_str!("../../src-tauri/crates/figures/GRAMMAR.md");

type Reader = fn(&str) -> Reading;

/// Headings of the grammar whose table is a test.
const READERS: [(&str, Reader); 9] = [
    ("Numbers", readings::number),
    ("Units", readings::unit),
    ("Quantities", readings::quantity),
    ("Ranks", readings::quantity),
    ("Periods", readings::period),
    ("Dates", readings::date),
    ("Ordinals", readings::ordinal),
    ("Numbers in words", readings::words),
    ("Changes", readings::change),
];

struct Row {
    line: usize,
    heading: &'static str,
    text: &'static str,
    reading: &'static str,
    print: &'static str,
}

/// Rows of the tables with three columns, the first of which holds a text in backticks.
fn rows() -> Vec<Row> {
    let mut heading = "";
    let mut rows = Vec::new();
    for (idx, line) in GRAMMAR.lines().enumerate() {
        if let Some(title) = line.strip_prefix("## ") {
            heading = title;
        }
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let [text, reading, print] = cells[..] else { continue };
        if let Some(text) = text.strip_prefix('`').and_then(|text| text.strip_suffix('`')) {
            rows.push(Row { line: idx + 1, heading, text, reading, print });
        }
    }
    rows
}

fn reader_of(row: &Row) -> Reader {
    let reader = READERS.iter().find(|(heading, _)| *heading == row.heading);
    reader.unwrap_or_else(|| panic!("line {}: no reader for «{}»", row.line, row.heading)).1
}

#[test]
fn every_row_reads_and_prints_as_written() {
    let rows = rows();
    let mut failures = Vec::new();
    for row in &rows {
        let (reading, print) = reader_of(row)(row.text);
        if (reading.as_str(), print.replace('\u{a0}', " ").as_str()) != (row.reading, row.print) {
            failures
                .push(format!("GRAMMAR.md:{}: {} gave {reading} | {print}", row.line, row.text));
        }
    }
    report(rows.len(), failures);
}

#[test]
fn every_heading_has_accepted_and_refused_rows() {
    let rows = rows();
    let mut failures = Vec::new();
    for (heading, _) in READERS {
        let of_heading = || rows.iter().filter(|row| row.heading == heading);
        let n_refused = of_heading().filter(|row| row.reading == refused().0).count();
        // Any words are a unit, if only of things counted.
        if of_heading().count() == n_refused || (n_refused == 0 && heading != "Units") {
            failures.push(format!("«{heading}» lacks accepted or refused rows"));
        }
    }
    report(READERS.len(), failures);
}

#[test]
fn every_row_reads_the_same_in_nfd_and_with_other_spaces() {
    let rows = rows();
    let mut failures = Vec::new();
    for row in &rows {
        let read = reader_of(row);
        let variants = [
            row.text.nfd().collect(),
            row.text.replace(' ', "\u{a0}"),
            row.text.replace(' ', "\u{202f}"),
            format!(" {}\u{a0}", row.text),
            format!("\u{feff}{}", row.text),
        ];
        for variant in variants {
            if read(&variant) != read(row.text) {
                failures.push(format!("GRAMMAR.md:{}: {:?}", row.line, read(&variant)));
            }
        }
    }
    report(rows.len(), failures);
}

#[test]
fn every_row_reads_the_same_in_capitals() {
    let rows = rows();
    let mut failures = Vec::new();
    // The machine form of a period has one spelling.
    let spelt_freely = |row: &&Row| row.text.parse::<Period>().is_err();
    for row in rows.iter().filter(spelt_freely) {
        let read = reader_of(row);
        let (capitals, plain) = (read(&row.text.to_uppercase()).0, read(row.text).0);
        if capitals.to_lowercase() != plain.to_lowercase() {
            failures.push(format!("GRAMMAR.md:{}: {capitals}", row.line));
        }
    }
    report(rows.len(), failures);
}

#[test]
fn what_is_printed_reads_back() {
    let rows = rows();
    let mut failures = Vec::new();
    // "tăng 3 lần" is how offices print a multiple; read, it is open.
    let one_way = |row: &&Row| row.heading == "Changes" && row.print.ends_with(" lần");
    let printed = rows.iter().filter(|row| row.print != "–" && row.heading != "Ordinals");
    for row in printed.filter(|row| !one_way(row)) {
        let read = reader_of(row);
        let (reading, print) = read(row.text);
        let (again, printed_again) = read(&print);
        let certain = reading.split(" or ").next() == again.split(" or ").next();
        if !certain || printed_again != print {
            failures.push(format!("GRAMMAR.md:{}: {print} reads as {again}", row.line));
        }
    }
    report(rows.len(), failures);
}
