//! Any text comes out as that text: it adds no field, relation or part, wherever it stands.

use crate::reader;
use proptest::prelude::*;
use std::io::Cursor;
use tongket_docx::{
    Block, Cell, Control, DocumentSpec, Inline, Mm, Page, ParagraphOptions, ParagraphStyle,
    Properties, Pt, Row, RunStyle, Table, TableControl, Writer,
};
use unicode_normalization::UnicodeNormalization;

/// What people paste, and what would break a careless writer.
const FRAGMENTS: [&str; 34] = [
    "<",
    ">",
    "&",
    "\"",
    "'",
    "&amp;",
    "&#x1F;",
    "]]>",
    "<!--",
    "<?x?>",
    "</w:t><w:instrText>",
    "</w:t></w:r><w:fldSimple w:instr=\"DATE\"/>",
    "{{ so_lieu }}",
    "{% raw %}",
    " TOC \\o ",
    "PAGE",
    "=1+1",
    "\0",
    "\u{8}",
    "\u{b}",
    "\u{1f}",
    "\u{fffe}",
    "\u{ffff}",
    "\n",
    "\r",
    "\r\n",
    "\t",
    "  ",
    "\u{301}",
    "\u{323}\u{302}",
    "\u{202e}",
    "\u{2028}",
    "e\u{302}\u{301}",
    "Ủy ban",
];

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        3 => prop::sample::select(&FRAGMENTS[..]).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
        1 => "[a-zà-ỹ ]{0,6}",
    ];
    prop::collection::vec(piece, 0..6).prop_map(|pieces| pieces.concat())
}

/// Tags and aliases are cut or refused past 64; a case holds that.
fn short(text: &str) -> String {
    text.chars().take(12).collect()
}

fn package(texts: &[String]) -> Vec<u8> {
    let spec = DocumentSpec {
        page: Page::a4(Mm::new(20), Mm::new(20), Mm::new(30), Mm::new(15)),
        font: texts[0].clone(),
        size: Pt::new(14),
        language: "vi-VN".to_owned(),
        styles: vec![ParagraphStyle::new("a", &texts[0], Pt::new(14))],
        lists: vec![],
        properties: Properties {
            title: texts[0].clone(),
            creator: texts[0].clone(),
            created: "2026-12-15T08:30:00Z".to_owned(),
        },
        page_number: None,
        data: None,
    };
    let mut out = Writer::new(Cursor::new(Vec::new()), &spec).unwrap();
    let plain = ParagraphOptions::default();
    for (at, text) in texts.iter().enumerate() {
        let control = Control {
            tag: short(text).into(),
            alias: short(text).into(),
            id: at as i32,
            xpath: None,
            text: text.into(),
            run: RunStyle::default(),
        };
        out.paragraph("a", &[Inline::text(text)], &plain).unwrap();
        out.paragraph("a", &[Inline::Control(control)], &plain).unwrap();
        let cell = Cell::new(vec![Block::paragraph("a", vec![Inline::text(text)])]);
        let control =
            TableControl { tag: short(text).into(), alias: short(text).into(), id: -1 - at as i32 };
        let table = Table { control: Some(control), ..Table::ruled(vec![Mm::new(50)]) };
        out.table(&table, [Row::new(vec![cell])]).unwrap();
    }
    out.finish(None).unwrap().0.into_inner()
}

/// The text as XML can hold it: composed, with a sign for each character it forbids.
fn sanitised(text: &str) -> String {
    let allowed = |c: char| match c {
        '\t' | '\n' | '\r' => c,
        '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => '\u{fffd}',
        _ => c,
    };
    text.nfc().map(allowed).collect()
}

fn with_breaks(text: &str) -> String {
    sanitised(text).replace("\r\n", "\n").replace('\r', "\n")
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 16,
        max_shrink_iters: 60,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_text_stays_text(texts in prop::collection::vec(text(), 1..40)) {
        let read = &reader::read(&[package(&texts)])[0];
        prop_assert_eq!(&read["problems"], &serde_json::json!([]));
        prop_assert_eq!(&read["fields"], &serde_json::json!([]));
        prop_assert_eq!(read["parts"].as_array().unwrap().len(), 9);
        prop_assert_eq!(&read["n_relations"], 6);
        prop_assert_eq!(&read["core"]["title"], &sanitised(&texts[0]));
        for (at, text) in texts.iter().enumerate() {
            let expected = with_breaks(text);
            let name = sanitised(&short(text));
            // Per text: a paragraph, a control's and a cell's.
            prop_assert_eq!(&read["texts"][3 * at], &expected);
            prop_assert_eq!(&read["tables"][at]["cells"][0][0], &expected);
            for control in [&read["controls"][2 * at], &read["controls"][2 * at + 1]] {
                prop_assert_eq!(&control["text"], &expected);
                prop_assert_eq!(&control["tag"], &name);
                prop_assert_eq!(&control["alias"], &name);
            }
        }
    }
}
