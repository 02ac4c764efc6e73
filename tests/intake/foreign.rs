//! Files of the other formats made for a test: an OpenDocument package around the XML of its
//! tables, an .xls around the records of its stream, an .xlsb around those of its parts.

use std::io::{Cursor, Write};

use crate::package::{Parts, zipped};

/// An .ods whose body holds `tables`, with `styles` of its own.
pub fn ods(styles: &str, tables: &str) -> Vec<u8> {
    zipped(&ods_parts(styles, &format!("<office:spreadsheet>{tables}</office:spreadsheet>")))
}

pub fn ods_parts(styles: &str, body: &str) -> Parts {
    const NS: &str = concat!(
        r#" xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0""#,
        r#" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0""#,
        r#" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0""#,
        r#" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0""#,
        r#" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0""#,
        r#" xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0""#,
    );
    let content = format!(
        "<office:document-content{NS}><office:automatic-styles>{styles}</office:automatic-styles>\
         <office:body>{body}</office:body></office:document-content>"
    );
    let mimetype = "application/vnd.oasis.opendocument.spreadsheet";
    Parts::from([
        ("mimetype".to_owned(), mimetype.into()),
        ("content.xml".to_owned(), content.into_bytes()),
    ])
}

/// A record of an .xls stream: what it is, its length in two bytes, its body.
pub fn record(kind: u16, body: &[u8]) -> Vec<u8> {
    let length = u16::try_from(body.len()).unwrap();
    [&kind.to_le_bytes(), &length.to_le_bytes(), body].concat()
}

/// An .xls of Excel 97 with one sheet "Bảng": the records in front of it and its own.
pub fn xls(globals: &[Vec<u8>], sheet: &[Vec<u8>]) -> Vec<u8> {
    let begin = |holds: u8| record(0x0809, &[0, 6, holds, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    let end = record(0x0A, &[]);
    let mut name = vec![4, 1];
    name.extend("Bảng".encode_utf16().flat_map(u16::to_le_bytes));
    let tab = |start: u32| record(0x85, &[&start.to_le_bytes()[..], &[0, 0], &name].concat());
    let in_front = [begin(5), globals.concat(), tab(0), end.clone()].concat().len();
    let start = u32::try_from(in_front).unwrap();
    let stream =
        [begin(5), globals.concat(), tab(start), end.clone(), begin(0x10), sheet.concat(), end];
    compound(&stream.concat())
}

/// A compound file with the stream of a workbook.
pub fn compound(stream: &[u8]) -> Vec<u8> {
    let mut file =
        cfb::CompoundFile::create_with_version(cfb::Version::V3, Cursor::new(Vec::new())).unwrap();
    file.create_stream("/Workbook").unwrap().write_all(stream).unwrap();
    file.flush().unwrap();
    file.into_inner().into_inner()
}

/// The place of a cell in an .xls, and its style.
pub fn place(row: u16, col: u16, style: u16) -> Vec<u8> {
    [row, col, style].into_iter().flat_map(u16::to_le_bytes).collect()
}

/// A record of an .xlsb part: kind and length in groups of seven bits.
pub fn bin(kind: u16, body: &[u8]) -> Vec<u8> {
    let mut bytes = match u8::try_from(kind) {
        Ok(short @ ..=127) => vec![short],
        _ => vec![u8::try_from(kind & 0x7F).unwrap() | 0x80, u8::try_from(kind >> 7).unwrap()],
    };
    let mut length = body.len();
    loop {
        let group = u8::try_from(length & 0x7F).unwrap();
        length >>= 7;
        bytes.push(if length > 0 { group | 0x80 } else { group });
        if length == 0 {
            break;
        }
    }
    bytes.extend(body);
    bytes
}

/// A text behind its length, in UTF-16.
pub fn wide(text: &str) -> Vec<u8> {
    let units: Vec<u16> = text.encode_utf16().collect();
    let length = u32::try_from(units.len()).unwrap();
    let units = units.into_iter().flat_map(u16::to_le_bytes);
    length.to_le_bytes().into_iter().chain(units).collect()
}

/// An .xlsb with one sheet "Bảng", these shared strings and these styles.
pub fn xlsb(sheet: &[Vec<u8>], strings: &[&str], styles: &[Vec<u8>]) -> Parts {
    let strings: Vec<u8> =
        strings.iter().flat_map(|text| bin(19, &[vec![0], wide(text)].concat())).collect();
    let tab = [vec![0; 4], vec![1, 0, 0, 0], wide("rId1"), wide("Bảng")].concat();
    let mut parts = crate::package::workbook("", &[]);
    let as_binary = |text: &[u8]| {
        let text = String::from_utf8(text.to_vec()).unwrap();
        text.replace("workbook.xml", "workbook.bin")
            .replace("sheet1.xml", "sheet1.bin")
            .replace("sharedStrings.xml", "sharedStrings.bin")
            .replace("styles.xml", "styles.bin")
            .into_bytes()
    };
    let root = as_binary(&parts["_rels/.rels"]);
    let book = as_binary(&parts["xl/_rels/workbook.xml.rels"]);
    parts = Parts::from([
        ("_rels/.rels".to_owned(), root),
        ("xl/_rels/workbook.bin.rels".to_owned(), book),
        ("xl/workbook.bin".to_owned(), bin(156, &tab)),
        ("xl/sharedStrings.bin".to_owned(), strings),
        ("xl/styles.bin".to_owned(), styles.concat()),
        ("xl/worksheets/sheet1.bin".to_owned(), sheet.concat()),
    ]);
    parts
}

/// The hostile files of these formats, by the name of their case.
pub fn hostile(case: &str) -> Option<Vec<u8>> {
    const ONE: &str = r#"<table:table-cell office:value-type="float" office:value="1"/>"#;
    let number =
        |row, col| record(0x203, &[place(row, col, 0), 1f64.to_le_bytes().to_vec()].concat());
    let table = |rows: &str| format!(r#"<table:table table:name="Bảng">{rows}</table:table>"#);
    Some(match case {
        "ods lặp 17 tỷ ô trống" => ods(
            "",
            &table(&format!(
                r#"<table:table-row>{ONE}<table:table-cell table:number-columns-repeated="16383"/></table:table-row><table:table-row table:number-rows-repeated="4294967295"><table:table-cell table:number-columns-repeated="4294967295"/></table:table-row>"#
            )),
        ),
        "ods lặp 17 tỷ ô có số" => ods(
            "",
            &table(
                r#"<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"/></table:table-row>"#,
            ),
        ),
        "ods ô ngoài trang tính" => ods(
            "",
            &table(&format!(
                r#"<table:table-row table:number-rows-repeated="1048576"/><table:table-row>{ONE}</table:table-row>"#
            )),
        ),
        "odt" => zipped(&ods_parts("", "<office:text><text:p>chữ</text:p></office:text>")),
        "ods DTD trong mục lục" => {
            let mut parts = ods_parts(
                "",
                &format!(
                    "<office:spreadsheet>{}</office:spreadsheet>",
                    table(&format!("<table:table-row>{ONE}</table:table-row>"))
                ),
            );
            let manifest = r#"<!DOCTYPE manifest PUBLIC "-//OpenOffice.org//DTD Manifest 1.0//EN" "Manifest.dtd"><manifest/>"#;
            parts.insert("META-INF/manifest.xml".to_owned(), manifest.into());
            zipped(&parts)
        }
        "ods mã hóa" => {
            let mut parts = ods_parts("", "");
            let manifest = r#"<manifest><file-entry full-path="content.xml"><encryption-data/></file-entry></manifest>"#;
            parts.insert("META-INF/manifest.xml".to_owned(), manifest.into());
            zipped(&parts)
        }
        "ods có DTD" => {
            let mut parts = ods_parts("", "");
            let content = b"<!DOCTYPE a [<!ENTITY b 'c'>]>".to_vec();
            parts
                .insert("content.xml".to_owned(), [content, parts["content.xml"].clone()].concat());
            zipped(&parts)
        }
        "xls đọc được" => xls(&[], &[number(0, 0)]),
        "xls có mật khẩu" => xls(&[record(0x2F, &[0; 6])], &[number(0, 0)]),
        "xls khai 4 tỷ chữ" => xls(&[record(0xFC, &[0xFF; 8])], &[number(0, 0)]),
        "xls chữ dài quá bản ghi" => {
            xls(&[record(0xFC, &[1, 0, 0, 0, 1, 0, 0, 0, 0xFF, 0xFF, 1, 65, 0])], &[number(0, 0)])
        }
        "xls bản ghi ngắn" => xls(&[], &[record(0x203, &[0; 4])]),
        "xls trang ngoài luồng" => {
            let tab = [&u32::MAX.to_le_bytes()[..], &[0, 0, 1, 0, 65]].concat();
            xls(&[record(0x85, &tab)], &[])
        }
        "xls cắt cụt" => {
            let mut bytes = xls(&[], &vec![number(0, 0); 2_000]);
            bytes.truncate(bytes.len() / 2);
            bytes
        }
        "xls FAT quay vòng" => {
            let mut bytes = xls(&[], &vec![number(0, 0); 2_000]);
            // Every sector goes on with the first.
            let fat = 512 + 512 * usize::from(bytes[0x4C]);
            bytes[fat..fat + 400].fill(0);
            bytes
        }
        "xls khai 4 tỷ sector" => {
            let mut bytes = xls(&[], &[number(0, 0)]);
            bytes[0x2C..0x30].fill(0xFF);
            bytes[0x48..0x4C].fill(0xFE);
            bytes
        }
        "xlsb bản ghi dài quá phần" => {
            zipped(&xlsb(&[vec![0x05, 0xFF, 0xFF, 0xFF, 0x7F, 1, 2]], &[], &[]))
        }
        "xlsb chữ ngoài bảng" => zipped(&xlsb(
            &[bin(0, &[0; 12]), bin(7, &[0, 0, 0, 0, 0, 0, 0, 0, 9, 0, 0, 0])],
            &[],
            &[],
        )),
        "xlsb khai 4 tỷ chữ" => {
            let mut parts = xlsb(&[bin(0, &[0; 12])], &[], &[]);
            parts.insert("xl/sharedStrings.bin".to_owned(), bin(19, &[0, 0xFF, 0xFF, 0xFF, 0xFF]));
            zipped(&parts)
        }
        "csv ô dài 40.000 chữ" => format!("a,b\n1,{}\n", "ộ".repeat(40_000)).into_bytes(),
        _ => return None,
    })
}
