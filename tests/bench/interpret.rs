//! The benchmark of understanding a workbook: 100,000 lines of 12 cells, as its reader hands them
//! over, to the plan of their import. Prints time and memory of each step; `cargo bench --bench
//! interpret`.

use std::time::Instant;

use tongket_intake::{
    Context, FileKind, Known, Learned, RawCell, RawFile, RawSheet, RawValue, interpret, propose,
};

const LINES: u32 = 100_000;
/// In MiB, for rows and plan while the file is still there.
const AIM_MEMORY: u64 = 150;

fn main() {
    let file = workbook();
    let of_file = peak();
    let started = Instant::now();
    let reading = interpret(&file, &Context::default());
    let (n_rows, read) = (reading.rows.len(), started.elapsed());
    let with_rows = peak();
    let started = Instant::now();
    let plan = propose(reading.rows, &file, &Known::default(), &Learned::default());
    let planned = started.elapsed();
    println!(
        "{n_rows} rows: interpreted in {} ms, planned in {} ms; {of_file} MiB for the file, {with_rows} with its rows, {} with the plan (aim {AIM_MEMORY})",
        read.as_millis(),
        planned.as_millis(),
        peak()
    );
    assert_eq!(plan.summary.n_figures + plan.summary.n_plans, n_rows, "every cell is planned");
}

/// Numbering, label, unit and nine values in each line.
fn workbook() -> RawFile {
    let text = |text: String| RawValue::Text(text.into());
    let mut cells: Vec<RawCell> = Vec::new();
    let mut put = |row: u32, col: u32, value: RawValue| {
        cells.push(RawCell { row, col, value, format: 0, struck: false, computed: false });
    };
    for (col, heading) in (0..).zip(["TT", "Chỉ tiêu", "ĐVT"]) {
        put(0, col, text(heading.to_owned()));
    }
    for col in 3..12 {
        let kind = if col % 2 == 0 { "KH" } else { "TH" };
        put(0, col, text(format!("{kind} năm {}", 2012 + col)));
    }
    for row in 1..=LINES {
        put(row, 0, RawValue::Number(row.to_string().into()));
        put(row, 1, text(format!("Chỉ tiêu thử số {row}")));
        put(row, 2, text("tỷ đồng".to_owned()));
        for col in 3..12 {
            let digits = format!("{}.{}", 100 + (row * 7 + col * 13) % 900, 1 + (row + col) % 9);
            put(row, col, RawValue::Number(digits.into()));
        }
    }
    let sheet = RawSheet { name: "Biểu".to_owned(), cells, ..RawSheet::default() };
    RawFile {
        name: "bieu.xlsx".to_owned(),
        sha256: String::new(),
        kind: FileKind::Workbook,
        encoding: None,
        sheets: vec![sheet],
        formats: vec!["General".to_owned()],
        paragraphs: Vec::new(),
        notices: Vec::new(),
    }
}

/// The most memory this process has held, in MiB.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    line.split_whitespace().next().and_then(|kib| kib.parse::<u64>().ok()).unwrap_or(0) / 1024
}
