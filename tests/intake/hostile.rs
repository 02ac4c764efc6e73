//! Files that lie, burst or are something else: `hostile.tsv` says the one line that each must
//! give, or what is read where the lie is harmless. Its first column is the threat's number in the
//! list of threats: from bombs (A1) and entities (A2, A3) to forbidden characters (A15). Encodings
//! (A17), misread figures (A18) and names that disguise (A16) have suites of their own.

use std::collections::BTreeSet;
use std::fs;
use std::time::{Duration, Instant};

use tongket_intake::{RawFile, read_here};

use crate::foreign;
use crate::package::{Parts, document, sheet, workbook, zipped};
use crate::samples::sample;

const CELL: &str = r#"<row r="1"><c r="A1"><v>1</v></c></row>"#;
const SHEET: &str = "xl/worksheets/sheet1.xml";
const STRINGS: &str = "xl/sharedStrings.xml";
/// Of a part that bursts, in bytes.
const LONG_PART: u32 = 150 << 20;

#[test]
fn every_hostile_file_gives_its_line() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("tep.xlsx");
    let mut failures = Vec::new();
    let mut n_cases = 0;
    let mut threats = BTreeSet::new();
    for line in include_str!("hostile.tsv").lines().skip(1) {
        let fields: Vec<&str> = line.split('\t').collect();
        let [threat, case, expected] = fields.as_slice() else { panic!("too few: {line}") };
        n_cases += 1;
        threats.insert(threat[1..].parse::<u32>().unwrap());
        fs::write(&path, bytes_of(case)).unwrap();
        let start = Instant::now();
        let found = match read_here(&path) {
            Ok(file) => read_of(&file),
            Err(error) => error.to_string(),
        };
        if found != *expected {
            failures.push(format!("{case}: expected {expected:?}, got {found:?}"));
        }
        if start.elapsed() > Duration::from_secs(10) {
            failures.push(format!("{case}: took {:?}", start.elapsed()));
        }
    }
    assert!(n_cases >= 60, "the cases were not read");
    assert!(threats.into_iter().eq(1..=15), "a threat has no file");
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// Cells, and paragraphs and notices where there are any.
fn read_of(file: &RawFile) -> String {
    let n_cells: usize = file.sheets.iter().map(|sheet| sheet.cells.len()).sum();
    let mut read = format!("đọc được {n_cells} ô");
    for (n, what) in [(file.paragraphs.len(), "đoạn"), (file.notices.len(), "lưu ý")] {
        if n > 0 {
            read.push_str(&format!(", {n} {what}"));
        }
    }
    read
}

fn bytes_of(case: &str) -> Vec<u8> {
    let plain = || workbook(CELL, &["chữ"]);
    match case {
        "không phải zip" => "chỉ là chữ".into(),
        "ảnh PNG" => b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(),
        "tệp PDF" => b"%PDF-1.7\n".to_vec(),
        "0 byte" => Vec::new(),
        "toàn byte không" => vec![0; 4096],
        // Zeros at odd places only, as in UTF-16.
        "mười byte ngẫu nhiên" => b"A\0\xD3\x9A\x7F\0\xC4\xE2\x91\xD8".to_vec(),
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
        "zip trong zip" => zipped(&Parts::from([("bieu.xlsx".to_owned(), zipped(&plain()))])),
        "tên leo ra ngoài" => changed(|parts| {
            parts.insert("../../tong-ket-thu.txt".to_owned(), b"x".to_vec());
        }),
        "hai phần khác hoa thường" => changed(|parts| {
            parts.insert("xl/Worksheets/Sheet1.xml".to_owned(), b"<worksheet/>".to_vec());
        }),
        "bảng tính có macro" => changed(|parts| {
            parts.insert("xl/vbaProject.bin".to_owned(), b"\xD0\xCF\x11\xE0".to_vec());
        }),
        "bảng tính liên kết ra ngoài" => changed(|parts| {
            let name = "xl/_rels/workbook.xml.rels";
            let link = r#"<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLink" Target="http://10.0.0.1/a.xlsx" TargetMode="External"/></Relationships>"#;
            let rels = text_of(parts, name).replace("</Relationships>", link);
            parts.insert(name.to_owned(), rels.into_bytes());
        }),
        "sách điện tử" => zipped(&of_mime("application/epub+zip")),
        "văn bản OpenDocument" => zipped(&of_mime("application/vnd.oasis.opendocument.text")),
        "csv quên đóng ngoặc kép" => "TT;Nội dung;2022\r\n1;\"Thu;5\r\n2;Chi;6\r\n".into(),
        "RTF" => br"{\rtf1 Thu}".to_vec(),
        "trang web" => "<html><table><tr><td>1</td></tr></table></html>".into(),
        "bom khai 100 byte" => {
            let mut bytes = bytes_of("bom nén");
            // The unpacked size in the central directory, and in the local header where it is.
            let (size, told) = (LONG_PART.to_le_bytes(), 100u32.to_le_bytes());
            for at in 0..bytes.len() - 4 {
                if bytes[at..at + 4] == size {
                    bytes[at..at + 4].copy_from_slice(&told);
                }
            }
            bytes
        }
        "xls cắt trước mục lục" => half(fs::read(sample("bieu-ktxh.xls")).unwrap()),
        "xls chép được 600 byte" => {
            let mut bytes = fs::read(sample("phieu-diem.xls")).unwrap();
            bytes.truncate(600);
            bytes
        }
        "ods cắt cụt" => half(fs::read(sample("phieu-diem.ods")).unwrap()),
        "docx cắt cụt" => half(fs::read(sample("bao-cao.docx")).unwrap()),
        "ký tự cấm trong csv" => b"TT;N\x01i dung;2022\r\n1;\x02;5\r\n".to_vec(),
        _ => document_of(case).unwrap_or_else(|| with_part(case)),
    }
}

fn half(mut bytes: Vec<u8>) -> Vec<u8> {
    bytes.truncate(bytes.len() / 2);
    bytes
}

/// The cases that are documents.
fn document_of(case: &str) -> Option<Vec<u8>> {
    let text = |text: &str| format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>");
    let body = |text: &str| document(text, &[]);
    let parts = match case {
        "bom nén trong Word" => {
            let mut parts = body("");
            let long = format!("<w:document>{}</w:document>", " ".repeat(150 << 20));
            parts.insert("word/document.xml".to_owned(), long.into_bytes());
            parts
        }
        "DTD trong văn bản" => {
            let mut parts = body(&text("a"));
            let doctype = "<!DOCTYPE d [<!ENTITY a 'b'>]>".to_owned();
            let long = doctype + &text_of(&parts, "word/document.xml");
            parts.insert("word/document.xml".to_owned(), long.into_bytes());
            parts
        }
        "văn bản có mẫu ở máy khác" => document(
            &text("a"),
            &[(
                "relations",
                r#"<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="file://10.0.0.1/mau.dotm" TargetMode="External"/>"#,
            )],
        ),
        "trường DDEAUTO" => body(
            r#"<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>DDEAUTO c:\\cmd.exe "/k calc"</w:instrText><w:fldChar w:fldCharType="separate"/><w:t>12</w:t><w:fldChar w:fldCharType="end"/></w:r></w:p>"#,
        ),
        _ => return None,
    };
    Some(zipped(&parts))
}

/// The cases that change one part of a workbook.
fn with_part(case: &str) -> Vec<u8> {
    let (part, text) = match case {
        "DTD trong bảng chữ" => (
            STRINGS,
            r#"<!DOCTYPE sst [<!ENTITY a "x"><!ENTITY b "&a;&a;">]><sst><si><t>&b;</t></si></sst>"#
                .to_owned(),
        ),
        "bom nén" => {
            let blanks = usize::try_from(LONG_PART).unwrap() - "<sst></sst>".len();
            (STRINGS, format!("<sst>{}</sst>", " ".repeat(blanks)))
        }
        "DTD trong trang tính" => {
            (SHEET, format!("<!DOCTYPE w [<!ENTITY a 'b'>]>{}", sheet(CELL)))
        }
        "thực thể ngoài" => (
            SHEET,
            format!(r#"<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]>{}"#, sheet(CELL)),
        ),
        "thực thể tham số ngoài" => (
            STRINGS,
            r#"<!DOCTYPE s [<!ENTITY % a SYSTEM "http://10.0.0.1/a.dtd"> %a;]><sst/>"#.to_owned(),
        ),
        "ký tự cấm trong _x0001_" => (
            SHEET,
            sheet(r#"<row r="1"><c r="A1" t="inlineStr"><is><t>a_x0001_b</t></is></c></row>"#),
        ),
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
        "ô ghi hai lần khác nhau" => (
            SHEET,
            sheet(
                r#"<row r="1"><c r="A1"><v>7</v></c><c r="B1"><v>1</v></c><c r="A1"><v>8</v></c></row>"#,
            ),
        ),
        "ô ghi hai lần như nhau" => {
            (SHEET, sheet(r#"<row r="1"><c r="A1"><v>7</v></c><c r="A1"><v>7</v></c></row>"#))
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

fn of_mime(mime: &str) -> Parts {
    Parts::from([("mimetype".to_owned(), mime.as_bytes().to_vec())])
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
