//! Workbooks made for a test: the parts of a smallest workbook, to be changed and zipped.

use std::collections::BTreeMap;
use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

pub type Parts = BTreeMap<String, Vec<u8>>;

const NS: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const REL: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE_REL: &str = "http://schemas.openxmlformats.org/package/2006/relationships";

/// One sheet "Bảng" with these rows, and these shared strings.
pub fn workbook(sheet_data: &str, strings: &[&str]) -> Parts {
    let strings: String = strings.iter().map(|text| format!("<si><t>{text}</t></si>")).collect();
    let parts = [
        (
            "_rels/.rels",
            format!(
                r#"<Relationships xmlns="{PACKAGE_REL}"><Relationship Id="rId1" Type="{REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                r#"<workbook xmlns="{NS}" xmlns:r="{REL}"><sheets><sheet name="Bảng" sheetId="1" r:id="rId1"/></sheets></workbook>"#
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                r#"<Relationships xmlns="{PACKAGE_REL}"><Relationship Id="rId1" Type="{REL}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{REL}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="{REL}/styles" Target="styles.xml"/></Relationships>"#
            ),
        ),
        (
            "xl/styles.xml",
            format!(
                r#"<styleSheet xmlns="{NS}"><fonts><font/><font><strike/></font></fonts><cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="10" fontId="0"/><xf numFmtId="14" fontId="0"/><xf numFmtId="0" fontId="1"/></cellXfs></styleSheet>"#
            ),
        ),
        ("xl/sharedStrings.xml", format!(r#"<sst xmlns="{NS}">{strings}</sst>"#)),
        ("xl/worksheets/sheet1.xml", sheet(sheet_data)),
    ];
    parts.into_iter().map(|(name, text)| (name.to_owned(), text.into_bytes())).collect()
}

/// The XML of a worksheet around its rows.
pub fn sheet(sheet_data: &str) -> String {
    format!(r#"<worksheet xmlns="{NS}"><sheetData>{sheet_data}</sheetData></worksheet>"#)
}

pub fn zipped(parts: &Parts) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, bytes) in parts {
        zip.start_file(name.as_str(), options).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const WORD_NS: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// A smallest document with this body, and the other parts that a case gives: `footnotes`,
/// `endnotes`, `header`, `styles`, `theme`, each the inside of its root element.
pub fn document(body: &str, others: &[(&str, &str)]) -> Parts {
    let namespaces = format!(
        r#"xmlns:w="{WORD_NS}" xmlns:r="{REL}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math""#
    );
    let root_of = |name: &str| match name {
        "header" => "w:hdr".to_owned(),
        "theme" => "a:theme".to_owned(),
        name => format!("w:{name}"),
    };
    let mut relations = String::new();
    let mut parts = Parts::new();
    for (name, inside) in others {
        if *name == "relations" {
            relations.push_str(inside);
            continue;
        }
        let root = root_of(name);
        parts.insert(
            format!("word/{name}.xml"),
            format!("<{root} {namespaces}>{inside}</{root}>").into_bytes(),
        );
        relations.push_str(&format!(
            r#"<Relationship Id="r-{name}" Type="{REL}/{name}" Target="{name}.xml"/>"#
        ));
    }
    let whole = [
        (
            "_rels/.rels",
            format!(
                r#"<Relationships xmlns="{PACKAGE_REL}"><Relationship Id="rId1" Type="{REL}/officeDocument" Target="word/document.xml"/></Relationships>"#
            ),
        ),
        (
            "word/document.xml",
            format!("<w:document {namespaces}><w:body>{body}</w:body></w:document>"),
        ),
        (
            "word/_rels/document.xml.rels",
            format!(r#"<Relationships xmlns="{PACKAGE_REL}">{relations}</Relationships>"#),
        ),
    ];
    parts.extend(whole.map(|(name, text)| (name.to_owned(), text.into_bytes())));
    parts
}
