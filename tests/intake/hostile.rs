//! Files that lie, burst or are something else: `hostile.tsv` says the one line that each must
//! give, or how many cells are read where the lie is harmless.

use std::fs;
use std::time::{Duration, Instant};

use tongket_intake::read_here;

use crate::foreign;
use crate::package::{Parts, sheet, workbook, zipped};

const CELL: &str = r#"<row r="1"><c r="A1"><v>1</v></c></row>"#;
const SHEET: &str = "xl/worksheets/sheet1.xml";
const STRINGS: &str = "xl/sharedStrings.xml";

#[test]
fn every_hostile_file_gives_its_line() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("tep.xlsx");
    let mut failures = Vec::new();
    let mut n_cases = 0;
    for line in include_str!("hostile.tsv").lines().skip(1) {
        let (case, expected) = line.split_once('\t').unwrap();
        n_cases += 1;
        fs::write(&path, bytes_of(case)).unwrap();
        let start = Instant::now();
        let found = match read_here(&path) {
            Ok(file) => {
                let n_cells: usize = file.sheets.iter().map(|sheet| sheet.cells.len()).sum();
                format!("đọc được {n_cells} ô")
            }
            Err(error) => error.to_string(),
        };
        if found != expected {
            failures.push(format!("{case}: expected {expected:?}, got {found:?}"));
        }
        if start.elapsed() > Duration::from_secs(10) {
            failures.push(format!("{case}: took {:?}", start.elapsed()));
        }
    }
    assert!(n_cases >= 30, "the cases were not read");
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

fn bytes_of(case: &str) -> Vec<u8> {
    let plain = || workbook(CELL, &["chữ"]);
    match case {
        "không phải zip" => "chỉ là chữ".into(),
        "ảnh PNG" => b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(),
        "tệp PDF" => b"%PDF-1.7\n".to_vec(),
        "0 byte" => Vec::new(),
        "toàn byte không" => vec![0; 4096],
        "cắt cụt" => {
            let mut bytes = zipped(&plain());
            bytes.truncate(bytes.len() * 2 / 3);
            bytes
        }
        ".xls" => compound_file("Workbook"),
        "CFB mã hóa" => compound_file("EncryptedPackage"),
        "docx" => zipped(&only("word/document.xml")),
        "ods" => zipped(&only("mimetype")),
        "xlsb" => zipped(&only("xl/workbook.bin")),
        "tệp nén thường" => zipped(&only("ghi-chu.txt")),
        "10.001 phần" => {
            zipped(&(0..10_001).map(|n| (format!("phan-{n}"), Vec::new())).collect())
        }
        "hai phần trùng tên" => changed(|parts| {
            parts.insert("XL/Workbook.xml".to_owned(), b"<workbook/>".to_vec());
        }),
        "bom nén ở phần không dùng" => changed(|parts| {
            parts.insert("xl/media/image1.png".to_owned(), vec![0; 300 << 20]);
        }),
        "thiếu trang tính" => changed(|parts| drop(parts.remove(SHEET))),
        "thiếu bảng chữ" => changed(|parts| drop(parts.remove(STRINGS))),
        "thiếu mục lục" => changed(|parts| {
            let rels = text_of(parts, "_rels/.rels").replace("xl/workbook.xml", "xl/khac.xml");
            parts.insert("_rels/.rels".to_owned(), rels.into_bytes());
        }),
        "trang tính ngoài gói" => changed(|parts| {
            let name = "xl/_rels/workbook.xml.rels";
            let rels = text_of(parts, name).replace("worksheets/", "../../../");
            parts.insert(name.to_owned(), rels.into_bytes());
        }),
        "DTD trong quan hệ" => changed(|parts| {
            let rels = "<!DOCTYPE r [<!ENTITY a 'b'>]>".to_owned() + &text_of(parts, "_rels/.rels");
            parts.insert("_rels/.rels".to_owned(), rels.into_bytes());
        }),
        _ => with_part(case),
    }
}

/// The cases that change one part of a workbook.
fn with_part(case: &str) -> Vec<u8> {
    let (part, text) = match case {
        "DTD trong bảng chữ" => (
            STRINGS,
            r#"<!DOCTYPE sst [<!ENTITY a "x"><!ENTITY b "&a;&a;">]><sst><si><t>&b;</t></si></sst>"#
                .to_owned(),
        ),
        "bom nén" => (STRINGS, format!("<sst>{}</sst>", " ".repeat(150 << 20))),
        "lồng 100.000 lớp" => (SHEET, "<a>".repeat(100_000) + &"</a>".repeat(100_000)),
        "100.000 thuộc tính" => {
            let attributes: String = (0..100_000).map(|n| format!(" a{n}=\"\"")).collect();
            (SHEET, format!("<worksheet{attributes}/>"))
        }
        "ô xa nhất" => {
            let far = r#"<row r="1048576"><c r="XFD1048576"><v>2</v></c></row>"#;
            (SHEET, sheet(&format!("{CELL}{far}")))
        }
        "ô ngoài trang tính" => (SHEET, sheet(r#"<row r="1"><c r="XFE1"><v>1</v></c></row>"#)),
        "uniqueCount sai" => {
            (STRINGS, r#"<sst count="4294967295" uniqueCount="4294967295"/>"#.to_owned())
        }
        "chỉ số chữ ngoài bảng" => {
            (SHEET, sheet(r#"<row r="1"><c r="A1" t="s"><v>7</v></c></row>"#))
        }
        "chỉ số kiểu ngoài bảng" => {
            (SHEET, sheet(r#"<row r="1"><c r="A1" s="4294967295"><v>7</v></c></row>"#))
        }
        "ô dài 40.000 chữ" => {
            let text = "ộ".repeat(40_000);
            let cell = format!(r#"<c r="B3" t="inlineStr"><is><t>{text}</t></is></c>"#);
            (SHEET, sheet(&format!(r#"<row r="3">{cell}</row>"#)))
        }
        "một chữ dài ở nhiều ô" => {
            let mut parts = workbook("", &["a".repeat(32_000).as_str()]);
            let cells = r#"<row><c t="s"><v>0</v></c></row>"#.repeat(5_000);
            parts.insert(SHEET.to_owned(), sheet(&cells).into_bytes());
            return zipped(&parts);
        }
        "XML không đóng thẻ" => (SHEET, "<worksheet><sheetData>".to_owned()),
        other => {
            let made = foreign::hostile(other);
            return made.unwrap_or_else(|| panic!("no file is made for the case {other:?}"));
        }
    };
    changed(|parts| drop(parts.insert(part.to_owned(), text.into_bytes())))
}

fn changed(change: impl FnOnce(&mut Parts)) -> Vec<u8> {
    let mut parts = workbook(CELL, &["chữ"]);
    change(&mut parts);
    zipped(&parts)
}

fn text_of(parts: &Parts, name: &str) -> String {
    String::from_utf8(parts[name].clone()).unwrap()
}

fn only(name: &str) -> Parts {
    Parts::from([(name.to_owned(), b"<x/>".to_vec())])
}

/// The head of an old Office file and a directory entry.
fn compound_file(stream: &str) -> Vec<u8> {
    let mut bytes = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    bytes.resize(512, 0);
    bytes.extend(stream.encode_utf16().flat_map(u16::to_le_bytes));
    bytes.resize(1024, 0);
    bytes
}
