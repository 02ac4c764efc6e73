//! Documents in, paragraphs and tables out. `documents/*.txt` hold small bodies with what a reader
//! sees of them; `samples/*.raw.tsv` what lxml finds in two whole reports (one of them in TCVN3,
//! its letters looked up in a table of their own).

use std::fs;
use std::path::Path;

use tongket_intake::{RawFile, RawSheet, RawValue, ReadOptions, read_here, read_here_as};

use crate::package::{document, zipped};
use crate::samples::sample;

#[test]
fn every_body_is_read_as_a_reader_sees_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("van-ban.docx");
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("intake/documents");
    let mut failures = Vec::new();
    let mut n_cases = 0;
    for entry in fs::read_dir(cases).unwrap() {
        let text = fs::read_to_string(entry.unwrap().path()).unwrap();
        for case in text.split("\n=== ").skip(1) {
            let (head, expected) = case.split_once("\n--->\n").expect(case);
            let (name, xml) = head.split_once('\n').unwrap();
            n_cases += 1;
            fs::write(&path, package_of(xml)).unwrap();
            let found = match read_here(&path) {
                Ok(file) => lines_of(&file).join("\n"),
                Err(error) => error.to_string(),
            };
            if found != expected.trim_end() {
                failures.push(format!("{name}: expected\n{expected}\ngot\n{found}\n"));
            }
        }
    }
    assert!(n_cases >= 40, "only {n_cases} cases were read");
    assert!(failures.is_empty(), "{} of {n_cases}\n{}", failures.len(), failures.join("\n"));
}

/// The body, then other parts, each behind a line `--- name`.
fn package_of(xml: &str) -> Vec<u8> {
    let mut pieces = xml.split("--- ");
    let body = joined(pieces.next().unwrap());
    let others: Vec<(String, String)> = pieces
        .map(|piece| piece.split_once('\n').unwrap())
        .map(|(name, inside)| (name.to_owned(), joined(inside)))
        .collect();
    let others: Vec<(&str, &str)> =
        others.iter().map(|(name, inside)| (name.as_str(), inside.as_str())).collect();
    zipped(&document(&body, &others))
}

/// Lines of a case are for the eye only.
fn joined(xml: &str) -> String {
    let lines = xml.lines().map(str::trim);
    lines.collect::<String>().replace("\\u00ad", "\u{ad}")
}

/// One line a paragraph, a cell, a merged area, and what else the file says.
fn lines_of(file: &RawFile) -> Vec<String> {
    let paragraphs = file.paragraphs.iter().map(|p| format!("{}\t{}", p.place, p.text));
    let mut lines: Vec<String> = paragraphs.collect();
    for sheet in &file.sheets {
        lines.extend(cells_of(sheet));
        let merges = sheet.merges.iter().map(|area| {
            let (first_row, first_col) = (area.first_row + 1, area.first_col + 1);
            let (last_row, last_col) = (area.last_row + 1, area.last_col + 1);
            format!("{}\tgộp r{first_row}c{first_col}:r{last_row}c{last_col}", sheet.name)
        });
        lines.extend(merges);
        let hidden = sheet.hidden_rows.iter().map(|span| span.first + 1);
        lines.extend(hidden.map(|row| format!("{}\tẩn r{row}", sheet.name)));
        let above = sheet.above.iter().map(|line| format!("{}\ttrên: {line}", sheet.name));
        lines.extend(above);
    }
    lines.extend(file.encoding.iter().map(|recognised| {
        let sure = if recognised.sure { "" } else { "?" };
        let others: Vec<&str> = recognised.alternatives.iter().map(|a| a.encoding.code()).collect();
        format!(
            "{}{sure}\t{} / {}",
            recognised.encoding.code(),
            recognised.sample,
            others.join(" ")
        )
    }));
    lines.extend(file.notices.iter().map(|notice| format!("!\t{notice}")));
    lines
}

fn cells_of(sheet: &RawSheet) -> impl Iterator<Item = String> {
    sheet.cells.iter().map(|cell| {
        let RawValue::Text(text) = &cell.value else { panic!("a document holds text only") };
        let struck = if cell.struck { " (gạch)" } else { "" };
        let (row, col) = (cell.row + 1, cell.col + 1);
        format!("{}r{row}c{col}\t{}{struck}", sheet.name, text.replace('\n', "\\n"))
    })
}

#[test]
fn whole_reports_are_read_as_lxml_reads_them() {
    let mut failures = Vec::new();
    for (name, n_lines) in [("bao-cao", 66), ("bao-cao-tcvn3", 36)] {
        let expected = fs::read_to_string(sample(&format!("{name}.raw.tsv"))).unwrap();
        let expected: Vec<&str> = expected.lines().collect();
        assert_eq!(expected.len(), n_lines, "{name}: the cases were not read");
        let file = read_here(&sample(&format!("{name}.docx"))).unwrap();
        let paragraphs = file.paragraphs.iter().map(|p| format!("{}\t{}", p.place, p.text));
        let cells = file.sheets.iter().flat_map(cells_of);
        let found: Vec<String> = paragraphs.chain(cells).collect();
        for place in 0..expected.len().max(found.len()) {
            let (expected, found) = (expected.get(place), found.get(place));
            if expected.copied() != found.map(String::as_str) {
                failures.push(format!("{name}: expected {expected:?}, got {found:?}"));
            }
        }
    }
    assert!(failures.is_empty(), "{} lines\n{}", failures.len(), failures.join("\n"));
}

#[test]
fn a_stamp_of_secrecy_stops_the_reading_until_the_person_says_otherwise() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("van-ban.docx");
    let mut failures = Vec::new();
    let mut n_cases = 0;
    for line in include_str!("stamps.tsv").lines().skip(1) {
        let fields: Vec<&str> = line.split('\t').collect();
        let [place, text, expected] = fields.as_slice() else { panic!("too few fields: {line:?}") };
        n_cases += 1;
        fs::write(&path, stamped(place, text)).unwrap();
        let found = match read_here(&path) {
            Ok(_) => "đọc",
            Err(error) if error.to_string().contains("dấu mật") => "dừng",
            Err(error) => panic!("{line:?}: {error}"),
        };
        if found != *expected {
            failures.push(format!("{line:?}: got {found}"));
        }
        let options = ReadOptions { not_secret: true, ..ReadOptions::default() };
        if let Err(error) = read_here_as(&path, &options) {
            failures.push(format!("{line:?}: not overridden: {error}"));
        }
    }
    assert!(n_cases >= 40, "the cases were not read");
    assert!(failures.is_empty(), "{} of {n_cases}\n{}", failures.len(), failures.join("\n"));
}

/// A file whose head holds `text` at this place.
fn stamped(place: &str, text: &str) -> Vec<u8> {
    let run = |text: &str| format!("<w:r><w:t>{text}</w:t></w:r>");
    let paragraph = |text: &str| format!("<w:p>{}</w:p>", run(text));
    let cell = |text: &str| format!("<w:tc>{}</w:tc>", paragraph(text));
    let rest = paragraph("Báo cáo").repeat(60);
    let body = match place {
        "đoạn" => paragraph(text),
        "đoạn viết hoa" => {
            format!("<w:p><w:r><w:rPr><w:caps/></w:rPr><w:t>{text}</w:t></w:r></w:p>")
        }
        "TCVN3" => format!(
            r#"<w:p><w:r><w:rPr><w:rFonts w:ascii=".VnTimeH" w:hAnsi=".VnTimeH"/></w:rPr><w:t>{text}</w:t></w:r></w:p>"#
        ),
        "bảng" => format!("<w:tbl><w:tr>{}{}</w:tr></w:tbl>", cell("Tỉnh ủy"), cell(text)),
        "hộp chữ" => format!(
            "<w:p><w:r><w:pict><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></w:pict></w:r></w:p>",
            paragraph(text)
        ),
        "đầu trang" => return zipped(&document(&rest, &[("header", &paragraph(text))])),
        "cuối văn bản" => return zipped(&document(&(rest + &paragraph(text)), &[])),
        "trang tính" => {
            let cell =
                format!(r#"<row r="2"><c r="B2" t="inlineStr"><is><t>{text}</t></is></c></row>"#);
            return zipped(&crate::package::workbook(&cell, &[]));
        }
        "tệp chữ" => return format!("Tỉnh ủy\n{text}\n").into_bytes(),
        other => panic!("no file is made for {other:?}"),
    };
    zipped(&document(&(body + &rest), &[]))
}

/// The rows of the list of threats that concern documents: depth, sizes, entities, names that
/// climb out, doubled parts, macros, other main parts, cut files.
#[test]
fn hostile_documents_are_read_or_refused_with_one_line() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("tep.docx");
    let text = |text: &str| format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>");
    let with = |body: &str| document(body, &[]);
    let renamed = |from: &str, to: &str| {
        let mut parts = with(&text("a"));
        for bytes in parts.values_mut() {
            let changed = String::from_utf8(bytes.clone()).unwrap().replace(from, to);
            *bytes = changed.into_bytes();
        }
        parts
    };
    let added = |name: &str, bytes: &[u8]| {
        let mut parts = with(&text("a"));
        parts.insert(name.to_owned(), bytes.to_vec());
        parts
    };
    let moved = {
        let mut parts = renamed("word/document.xml", "word/chinh.xml");
        let main = parts.remove("word/document.xml").unwrap();
        parts.insert("word/chinh.xml".to_owned(), main);
        parts
    };
    let strict = renamed(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    );
    let damaged = "tep.docx: tệp chưa chép xong hoặc hỏng: hãy chép lại từ bản gốc";
    let too_deep =
        "tep.docx: cấu trúc trong tệp lồng quá 256 lớp: hãy mở bằng Word, lưu lại rồi nhập";
    let nested = "<w:tbl><w:tr><w:tc>".repeat(33_000) + &"</w:tc></w:tr></w:tbl>".repeat(33_000);
    let cases = [
        ("bảng lồng 33.000 lớp", with(&nested), too_deep),
        (
            "trường lồng 100.000 lớp",
            with(&format!(
                "<w:p><w:r>{}<w:t>mã</w:t></w:r></w:p>{}",
                r#"<w:fldChar w:fldCharType="begin"/>"#.repeat(100_000),
                text("a")
            )),
            "1 đoạn",
        ),
        (
            "kết thúc trường chưa mở",
            with(r#"<w:p><w:r><w:fldChar w:fldCharType="end"/><w:t>a</w:t></w:r></w:p>"#),
            "1 đoạn",
        ),
        (
            "200.000 mẩu chữ",
            with(&format!("<w:p>{}</w:p>", "<w:r><w:t>ộ</w:t></w:r>".repeat(200_000))),
            "1 đoạn",
        ),
        ("đoạn 10 MB", with(&text(&"ộ".repeat(3 << 20))), "1 đoạn"),
        (
            "ô không bảng",
            with("<w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tr/><w:p/>"),
            "0 đoạn",
        ),
        ("thẻ đóng chéo", with("<w:p><w:r></w:p></w:r>"), damaged),
        ("thực thể lạ", with(&text("&la;")), damaged),
        ("phần chính tên khác", moved, "1 đoạn"),
        (
            "phần chính ngoài gói",
            renamed("\"word/document.xml", "\"../../word/document.xml"),
            damaged,
        ),
        ("không gian tên chặt", strict, "1 đoạn"),
        ("có macro", added("word/vbaProject.bin", b"\xD0\xCF\x11\xE0"), "1 đoạn"),
        ("tên leo ra ngoài", added("../../tong-ket-thu.txt", b"x"), "1 đoạn"),
        ("bom ở phần không dùng", added("word/media/a.bin", &vec![0; 300 << 20]), "1 đoạn"),
        (
            "hai phần trùng tên",
            added("WORD/document.xml", b"<x/>"),
            "tep.docx: tệp có hai phần trùng tên nên đọc được hai cách: hãy mở bằng Excel hoặc Word, lưu lại rồi nhập",
        ),
    ];
    let mut failures = Vec::new();
    for (name, parts, expected) in cases {
        fs::write(&path, zipped(&parts)).unwrap();
        let start = std::time::Instant::now();
        let found = match read_here(&path) {
            Ok(file) => format!("{} đoạn", file.paragraphs.len()),
            Err(error) => error.to_string(),
        };
        if found != expected {
            failures.push(format!("{name}: expected {expected:?}, got {found:?}"));
        }
        if start.elapsed() > std::time::Duration::from_secs(10) {
            failures.push(format!("{name}: took {:?}", start.elapsed()));
        }
    }
    let whole = zipped(&with(&text("a").repeat(500)));
    fs::write(&path, &whole[..whole.len() / 2]).unwrap();
    let cut = read_here(&path).unwrap_err().to_string();
    if cut != damaged {
        failures.push(format!("cắt cụt: got {cut:?}"));
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}
