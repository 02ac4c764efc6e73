//! The other formats of workbooks. The samples were saved anew by LibreOffice as .xls and .ods:
//! their cells must be those of the .xlsx. What LibreOffice does not write is made by hand.

use std::collections::BTreeMap;
use std::fs;

use tongket_intake::{RawFile, RawSheet, RawValue, read_here};

use crate::foreign::{bin, ods, place, record, wide, xls, xlsb};
use crate::package::{Parts, zipped};
use crate::samples::sample;

/// What matters of a sheet, in one line for each thing.
fn facts(file: &RawFile, sheet: &RawSheet) -> BTreeMap<String, String> {
    let mut facts = BTreeMap::new();
    for cell in &sheet.cells {
        let percent = usize::try_from(cell.format).is_ok_and(|at| file.formats[at].contains('%'));
        let struck = if cell.struck { " gạch" } else { "" };
        let value = match &cell.value {
            RawValue::Number(digits) => {
                let number: f64 = digits.parse().unwrap();
                format!("{number}{}", if percent { " %" } else { "" })
            }
            other => format!("{other:?}"),
        };
        facts.insert(format!("ô {} {}", cell.row, cell.col), format!("{value}{struck}"));
    }
    for area in &sheet.merges {
        facts.insert(format!("gộp {area:?}"), String::new());
    }
    let n_rows = sheet.cells.last().map_or(0, |cell| cell.row + 1);
    let spans = |spans: &[tongket_intake::Span], n: u32| -> Vec<u32> {
        (0..n).filter(|at| spans.iter().any(|s| (s.first..=s.last).contains(at))).collect()
    };
    facts.insert("hàng ẩn".to_owned(), format!("{:?}", spans(&sheet.hidden_rows, n_rows)));
    facts.insert("cột ẩn".to_owned(), format!("{:?}", spans(&sheet.hidden_cols, 12)));
    facts.insert("trang ẩn".to_owned(), sheet.hidden.to_string());
    facts
}

#[test]
fn a_workbook_saved_in_another_format_gives_the_same_cells() {
    let mut failures = Vec::new();
    for name in ["bieu-ktxh", "phieu-diem"] {
        let original = read_here(&sample(&format!("{name}.xlsx"))).unwrap();
        for format in ["xls", "ods"] {
            let saved = read_here(&sample(&format!("{name}.{format}"))).unwrap();
            assert_eq!(original.sheets.len(), saved.sheets.len(), "{name}.{format}");
            for (one, other) in original.sheets.iter().zip(&saved.sheets) {
                assert_eq!(one.name, other.name, "{name}.{format}");
                let (expected, found) = (facts(&original, one), facts(&saved, other));
                for key in expected.keys().chain(found.keys()) {
                    let (before, after) = (expected.get(key), found.get(key));
                    if before != after {
                        let sheet = &one.name;
                        failures
                            .push(format!("{name}.{format} {sheet} {key}: {before:?} → {after:?}"));
                    }
                }
            }
        }
    }
    failures.sort();
    failures.dedup();
    assert!(failures.is_empty(), "{}\n{}", failures.len(), failures.join("\n"));
}

fn cells_of(bytes: Vec<u8>) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("tep");
    fs::write(&path, bytes).unwrap();
    let file = read_here(&path).unwrap();
    let sheet = &file.sheets[0];
    let cells = sheet.cells.iter().map(|cell| {
        let struck = if cell.struck { " gạch" } else { "" };
        let format = &file.formats[usize::try_from(cell.format).unwrap()];
        let format = if format == "General" { String::new() } else { format!(" [{format}]") };
        let computed = if cell.computed { " =" } else { "" };
        let value = serde_json::to_string(&cell.value).unwrap();
        format!("{},{} {value}{format}{struck}{computed}", cell.row, cell.col)
    });
    cells.collect()
}

/// A font: its size, whether it is struck out, its name.
fn xls_font(struck: bool, name: &str) -> Vec<u8> {
    let name_bytes = [&[u8::try_from(name.len()).unwrap(), 0][..], name.as_bytes()].concat();
    record(0x31, &[&[200, 0, if struck { 8 } else { 0 }, 0][..], &[0; 10], &name_bytes].concat())
}

#[test]
fn every_record_of_an_old_workbook_is_read() {
    let style = |font: u8, format: u8| record(0xE0, &[font, 0, format, 0]);
    let fonts = ["Arial", "Arial", "Arial", ".VnTime"].map(|name| xls_font(false, name));
    // A text that breaks between two records and goes on in wide characters behind the break.
    let shared = [
        record(0xFC, &[2, 0, 0, 0, 2, 0, 0, 0, 4, 0, 0, b'N', 0xA8]),
        record(0x3C, &[1, b'm', 0, b'.', 0, 2, 0, 0, b'o', b'k']),
    ];
    let globals = [
        fonts.concat(),
        xls_font(true, "Arial"),
        style(0, 0),
        style(0, 10),
        style(0, 14),
        // The fifth font is called 5.
        style(5, 0),
        style(3, 0),
        shared.concat(),
    ];
    let cell = |kind: u16, row, col, style, body: &[u8]| {
        record(kind, &[&place(row, col, style)[..], body].concat())
    };
    let formula = |col, result: [u8; 8]| cell(0x06, 2, col, 0, &[&result[..], &[0; 8]].concat());
    let sheet = [
        cell(0x203, 0, 0, 0, &1172.5f64.to_le_bytes()),
        cell(0x27E, 0, 1, 1, &((902u32 << 2) | 3).to_le_bytes()),
        cell(0x27E, 0, 2, 2, &((45_187u32 << 2) | 2).to_le_bytes()),
        cell(0x203, 0, 3, 3, &5f64.to_le_bytes()),
        // Two packed numbers in one record: -7 and 2,5 in hundredths of a binary number.
        record(
            0xBD,
            &[
                &[1, 0, 0, 0, 0, 0][..],
                &((-7i32 << 2) | 2).to_le_bytes(),
                &[0, 0],
                &u32::try_from((250f64.to_bits() >> 32) | 1).unwrap().to_le_bytes(),
                &[1, 0],
            ]
            .concat(),
        ),
        cell(0xFD, 1, 2, 4, &[0, 0, 0, 0]),
        cell(0xFD, 1, 3, 0, &[1, 0, 0, 0]),
        cell(0x205, 1, 4, 0, &[1, 0]),
        cell(0x205, 1, 5, 0, &[0x17, 1]),
        formula(0, 3f64.to_le_bytes()),
        formula(1, [0, 0, 0, 0, 0, 0, 0xFF, 0xFF]),
        record(0x207, &[2, 0, 0, b'a', b'b']),
        formula(2, [1, 0, 0, 0, 0, 0, 0xFF, 0xFF]),
        formula(3, [2, 0, 0x2A, 0, 0, 0, 0xFF, 0xFF]),
        formula(4, [3, 0, 0, 0, 0, 0, 0xFF, 0xFF]),
        // A number that no cell may hold.
        cell(0x203, 3, 0, 0, &f64::NAN.to_le_bytes()),
    ];
    let expected = [
        r#"0,0 {"n":"1172.5"}"#,
        r#"0,1 {"n":"9.02"} [0.00%]"#,
        r#"0,2 {"d":"2023-09-18"} [mm-dd-yy]"#,
        r#"0,3 {"n":"5"} gạch"#,
        r#"1,0 {"n":"-7"}"#,
        r#"1,1 {"n":"2.5"}"#,
        r#"1,2 {"t":"Năm."}"#,
        r#"1,3 {"t":"ok"}"#,
        r#"1,4 {"b":true}"#,
        r##"1,5 {"e":"#REF!"}"##,
        r#"2,0 {"n":"3"} ="#,
        r#"2,1 {"t":"ab"} ="#,
        r#"2,2 {"b":false} ="#,
        r##"2,3 {"e":"#N/A"} ="##,
        r##"3,0 {"e":"#NUM!"}"##,
    ];
    assert_eq!(cells_of(xls(&globals, &sheet)), expected);
}

/// An .xlsb with one cell of each kind.
pub fn binary_workbook() -> Parts {
    let font = |struck: u8, name: &str| {
        bin(43, &[&[200, 0, struck, 0][..], &[0; 17], &wide(name)].concat())
    };
    let style = |format: u8, font: u8| bin(47, &[0, 0, format, 0, font, 0, 0, 0]);
    let styles = [
        bin(44, &[&[164, 0][..], &wide("#,##0.0%")].concat()),
        font(0, "Arial"),
        font(8, "Arial"),
        // Named styles, which no cell refers to by number.
        style(10, 1),
        bin(617, &[5, 0, 0, 0]),
        style(0, 0),
        style(164, 0),
        style(14, 0),
        style(0, 1),
        bin(618, &[]),
    ];
    let cell = |kind, col: u8, style: u8, value: &[u8]| {
        bin(kind, &[&[col, 0, 0, 0, style, 0, 0, 0][..], value].concat())
    };
    let sheet = [
        bin(0, &[0; 12]),
        cell(1, 0, 0, &[]),
        cell(2, 1, 1, &((902u32 << 2) | 3).to_le_bytes()),
        cell(3, 2, 0, &[0x07]),
        cell(4, 3, 0, &[1]),
        cell(5, 4, 2, &45187.5f64.to_le_bytes()),
        cell(6, 5, 0, &wide("chữ")),
        cell(7, 6, 3, &[1, 0, 0, 0]),
        bin(0, &[1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10]),
        cell(8, 0, 0, &[wide("kết quả"), vec![0; 8]].concat()),
        cell(9, 1, 0, &[&0.1f64.to_le_bytes()[..], &[0; 8]].concat()),
        cell(10, 2, 0, &[0; 8]),
        cell(11, 3, 0, &[0x2A, 0, 0]),
        // The short form: without a column, right of the cell before.
        bin(16, &[&[0, 0, 0, 0][..], &7f64.to_le_bytes()].concat()),
    ];
    xlsb(&sheet, &["một", "dùng chung"], &styles)
}

#[test]
fn every_record_of_a_binary_workbook_is_read() {
    let expected = [
        r##"0,1 {"n":"9.02"} [#,##0.0%]"##,
        r##"0,2 {"e":"#DIV/0!"}"##,
        r#"0,3 {"b":true}"#,
        r#"0,4 {"d":"2023-09-18T12:00:00"} [mm-dd-yy]"#,
        r#"0,5 {"t":"chữ"}"#,
        r#"0,6 {"t":"dùng chung"} gạch"#,
        r#"1,0 {"t":"kết quả"} ="#,
        r#"1,1 {"n":"0.1"} ="#,
        r#"1,2 {"b":false} ="#,
        r##"1,3 {"e":"#N/A"} ="##,
        r#"1,4 {"n":"7"}"#,
    ];
    assert_eq!(cells_of(zipped(&binary_workbook())), expected);
}

#[test]
fn cells_of_open_documents_keep_what_they_say() {
    let styles = r#"<number:percentage-style style:name="N1"><number:number number:decimal-places="1"/></number:percentage-style>
        <style:style style:name="ce1" style:family="table-cell" style:data-style-name="N1"/>
        <style:style style:name="ce2" style:family="table-cell" style:parent-style-name="ce3"/>
        <style:style style:name="ce3" style:family="table-cell"><style:text-properties style:text-line-through-style="solid"/></style:style>"#;
    let cell = |attributes: &str, inside: &str| {
        format!("<table:table-cell {attributes}>{inside}</table:table-cell>")
    };
    let cells = [
        cell(
            r#"table:style-name="ce1" office:value-type="percentage" office:value="0.902""#,
            "<text:p>90,2%</text:p>",
        ),
        cell(r#"office:value-type="date" office:date-value="2023-09-17T00:00:00""#, ""),
        cell(r#"office:value-type="time" office:time-value="PT08H30M00S""#, ""),
        cell(r#"office:value-type="time" office:time-value="PT36H00M00S""#, ""),
        cell(r#"office:value-type="boolean" office:boolean-value="true""#, ""),
        cell(
            r#"table:style-name="ce2" office:value-type="string""#,
            "<text:p>một <text:s text:c=\"2\"/>hai<office:annotation><text:p>ghi chú</text:p></office:annotation></text:p><text:p>ba</text:p>",
        ),
        cell(
            r#"table:formula="of:=1/0" office:value-type="string" calcext:value-type="error""#,
            "<text:p>#DIV/0!</text:p>",
        ),
        cell(r#"table:formula="of:=[.A1]""#, ""),
        cell(
            r#"table:formula="of:=1/0" office:value-type="float" office:value="0""#,
            "<text:p>#DIV/0!</text:p>",
        ),
        cell(r#"table:number-columns-repeated="2" office:value-type="float" office:value="5""#, ""),
    ];
    let cache = r#"<table:table table:name="'file:///khac.ods'#A" table:style-name="ta_extref"/>"#;
    let table = format!(
        "{cache}<table:table table:name=\"Bảng\"><table:table-row>{}</table:table-row></table:table>",
        cells.concat()
    );
    let expected = [
        r#"0,0 {"n":"0.902"} [0.0%]"#,
        r#"0,1 {"d":"2023-09-17"}"#,
        r#"0,2 {"d":"08:30:00"}"#,
        r#"0,3 {"n":"1.5"}"#,
        r#"0,4 {"b":true}"#,
        r#"0,5 {"t":"một   hai\nba"} gạch"#,
        r##"0,6 {"e":"#DIV/0!"} ="##,
        r#"0,7 "x" ="#,
        r##"0,8 {"e":"#DIV/0!"} ="##,
        r#"0,9 {"n":"5"}"#,
        r#"0,10 {"n":"5"}"#,
    ];
    assert_eq!(cells_of(ods(styles, &table)), expected);
}
