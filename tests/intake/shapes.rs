//! Small files that make understanding long: wide and deep tables, many merges, headings and long
//! labels. The whole program reads and plans each within the limits, or refuses it with one line.

use std::fmt::Write;
use std::fs;
use std::process::Command;
use std::time::{Duration, Instant};

use tongket_tests::Ran;

use crate::package::{sheet, workbook, zipped};

/// Without optimisation, on a machine that does other things too; a square law takes many minutes.
const LONGEST: Duration = Duration::from_secs(60);
/// Address space of the program, in KiB; its child has a limit of its own.
const MOST_MEMORY: u32 = 1024 * 1024;

const SHAPES: [&str; 7] = ["wide", "merges", "heads", "long labels", "deep", "long group", "prose"];

#[cfg(unix)]
#[test]
fn no_shape_takes_long_or_much() {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("so-lieu.db");
    let run = |arguments: &[&std::ffi::OsStr]| {
        let mut command = Command::new("sh");
        command.args(["-c", &format!("ulimit -v {MOST_MEMORY}; exec \"$0\" \"$@\"")]);
        command.arg(tongket_tests::program()).arg("--db").arg(&database);
        Ran::of(command.args(arguments))
    };
    assert_eq!(run(&["init".as_ref(), "--sample".as_ref()]).code, Some(0));
    for shape in SHAPES {
        let path = folder.path().join("bieu.xlsx");
        fs::write(&path, bytes_of(shape)).unwrap();
        let start = Instant::now();
        let ran = run(&["import".as_ref(), path.as_os_str(), "--dry-run".as_ref()]);
        let took = start.elapsed();
        let is_read = ran.code == Some(0) && ran.stdout.contains("chỗ có dữ liệu");
        // Here it takes ten times as long as for a person, and the machine may be busy.
        let is_late = ran.code == Some(3) && ran.stderr.contains("đọc quá");
        assert!(is_read || is_late, "{shape}: {ran:?}");
        assert!(ran.stderr.lines().count() <= 1, "{shape}: {ran:?}");
        assert!(took < LONGEST, "{shape} took {took:?}");
    }
}

fn bytes_of(shape: &str) -> Vec<u8> {
    let long = |c: &str| c.repeat(30_000);
    let (mut rows, mut merges, mut strings) = (heading(1), String::new(), Vec::new());
    match shape {
        "wide" => {
            rows = row(
                1,
                (0..16_384).map(|col| match col {
                    0 => text("TT"),
                    1 => text("Chỉ tiêu"),
                    _ => text("TH 2023"),
                }),
            );
            for at in 2..5 {
                rows += &row(
                    at,
                    (0..16_384).map(|col| match col {
                        0 => number(at),
                        1 => text("Thu"),
                        col => format!("<c><v>1.{}</v></c>", 100 + col % 900),
                    }),
                );
            }
        }
        "merges" => {
            for at in 2..20_000 {
                rows += &line(at, &text(&format!("Chỉ tiêu {at}")));
                write!(merges, r#"<mergeCell ref="E{at}:F{at}"/>"#).unwrap();
            }
        }
        "heads" => {
            for at in 2..20_000 {
                let label = text(&format!("Chỉ tiêu {at}"));
                rows += &if at % 2 == 0 { line(at, &label) } else { heading(at) };
            }
        }
        "long labels" => {
            strings.push(long("x"));
            (2..1_000).for_each(|at| rows += &line(at, r#"<c t="s"><v>0</v></c>"#));
        }
        "deep" => {
            for at in 2..2_000 {
                let numbering = vec!["1"; at].join(".");
                let label = text(&format!("Một chỉ tiêu có tên dài {at}"));
                rows += &row(at, [text(&numbering), label, text("ha"), number(at)].into_iter());
            }
        }
        "long group" => {
            strings.push(long("y"));
            rows += &row(2, [text("I"), r#"<c t="s"><v>0</v></c>"#.to_owned()].into_iter());
            for at in 3..20_000 {
                rows += &line(at, &text(&format!("Chỉ tiêu {at}")));
            }
        }
        "prose" => return "1 ".repeat(250_000).into_bytes(),
        _ => unreachable!("{shape}"),
    }
    let strings: Vec<&str> = strings.iter().map(String::as_str).collect();
    let mut parts = workbook("", &strings);
    let body = sheet(&rows)
        .replace("</worksheet>", &format!("<mergeCells>{merges}</mergeCells></worksheet>"));
    parts.insert("xl/worksheets/sheet1.xml".to_owned(), body.into_bytes());
    zipped(&parts)
}

fn heading(at: usize) -> String {
    row(at, ["TT", "Chỉ tiêu", "Đơn vị tính", "TH 2023"].iter().map(|it| text(it)))
}

fn line(at: usize, label: &str) -> String {
    row(at, [number(at), label.to_owned(), text("ha"), number(at)].into_iter())
}

fn row(at: usize, cells: impl Iterator<Item = String>) -> String {
    format!(r#"<row r="{at}">{}</row>"#, cells.collect::<String>())
}

fn text(text: &str) -> String {
    format!(r#"<c t="inlineStr"><is><t>{text}</t></is></c>"#)
}

fn number(number: usize) -> String {
    format!("<c><v>{number}</v></c>")
}
