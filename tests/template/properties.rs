//! What must hold for every text: data comes out as it went in, whatever it looks like, and no
//! template, however broken, does worse than being refused in one line.

use std::sync::Arc;

use proptest::prelude::*;
use tongket_template::{Block, CitedKind, Facts, Inline, render};

use crate::fixture::Written;

/// Pieces of markup, templates, tokens and other texts that have broken programs.
const NAUGHTY: &[&str] = &[
    "{{",
    "}}",
    "{%",
    "%}",
    "{#",
    "#}",
    "{{ nam }}",
    "\u{e000}0\u{e001}",
    "\u{e000}",
    "\u{e001}",
    "# ",
    "## x {.phu-luc}",
    "- ",
    "1. ",
    "| a |",
    "|---|",
    "**",
    "*",
    "_",
    "`",
    "```",
    "~~~",
    "[",
    "](",
    "]:",
    "<b>",
    "&lt;",
    "&",
    "\\",
    "\n",
    "\n\n",
    "\r",
    "\t",
    "    ",
    "\u{0}",
    "\u{7}",
    "\u{a0}",
    "\u{200b}",
    "\u{202e}",
    "\u{feff}",
    "\u{301}",
    "\"",
    "'",
    "đ",
    "ủy",
    "😀",
    "{ INCLUDETEXT }",
];

/// Words of templates, put together at random.
const WORDS: &[&str] = &[
    "{{ ",
    " }}",
    "{% ",
    " %}",
    "{#",
    "#}",
    "if ",
    "elif ",
    "else",
    "endif",
    "for ",
    "x",
    " in ",
    "endfor",
    "set ",
    " = ",
    "endset",
    "macro ",
    "m(x)",
    "endmacro",
    "nam",
    "co_quan",
    ".",
    "ten",
    "so_lieu(",
    "gia_tri(",
    "cau(",
    "danh_sach(",
    "liet_ke(",
    "dem(",
    "\"a\"",
    "\"muc\"",
    ")",
    ", ",
    "nam=",
    "so_le=",
    "2023",
    "-1",
    "1.5",
    " ~ ",
    " + ",
    " - ",
    " * ",
    " | ",
    "hoa_dau",
    "upper",
    "length",
    "[",
    "]",
    "{",
    "}",
    "range(3)",
    "none",
    "true",
    "loop.index",
    "\n",
    "# ",
    "- ",
    "|",
];

fn naughty() -> impl Strategy<Value = String> {
    let piece =
        prop_oneof![proptest::sample::select(NAUGHTY).prop_map(str::to_owned), any::<String>(),];
    let text = proptest::collection::vec(piece, 1..6).prop_map(|pieces| pieces.concat());
    text.prop_filter("an empty text is no data", |text| !text.is_empty())
}

/// Facts in which everything that a person can name carries `text`.
fn facts_named(text: &str) -> Arc<dyn Facts> {
    let text = toml::Value::String(text.to_owned());
    let facts = format!(
        "year = 2023\n\
         office = {{ name = {text}, short_name = {text}, place = {text} }}\n\
         indicators.a = {{ name = {text}, short_name = {text}, unit = 'xã', phrase = {text}, \
         figures = [['2023', 'actual', '5']] }}\n\
         lists = [{{ slug = 'muc', year = 2023, kind = 'nhiem-vu', counting_word = {text}, \
         items = [{text}] }}]\n",
    );
    toml::from_str::<Written>(&facts).unwrap().facts()
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 1_000,
        failure_persistence: None,
        ..Default::default()
    })]

    /// In a paragraph, a heading, a list, a table, through a macro and a joined text.
    #[test]
    fn data_stays_text(text in naughty()) {
        let source = "\
            {% macro m() %}{{ danh_sach(\"muc\")[0] }}{% endmacro %}\
            {{ danh_sach(\"muc\")[0] }}\n\n## {{ m() }}\n\n- {{ danh_sach(\"muc\")[0] ~ \"\" }}\n\n\
            | {{ nam }} |\n|---|\n| {{ danh_sach(\"muc\")[0] }} |\n";
        let blocks = render("mẫu", source, &facts_named(&text)).unwrap();
        let [Block::Paragraph(paragraph), Block::Heading { content, level: 2, .. },
            Block::List(list), Block::Table(table)] = blocks.as_slice()
        else {
            panic!("{blocks:?}");
        };
        prop_assert!(is_only(paragraph, &text));
        prop_assert!(is_only(content, &text));
        prop_assert!(list.len() == 1 && is_only(&list[0].content, &text));
        prop_assert!(table.rows.len() == 1 && table.rows[0].cells.len() == 1);
        prop_assert_eq!(table.rows[0].cells[0].text(), text);
    }

    /// The name of an indicator, of the office, the pattern of a sentence, a counting word.
    #[test]
    fn names_stay_text(text in naughty()) {
        let facts = facts_named(&text);
        let shown = |source: &str| {
            let line = tongket_template::render_line("mẫu", source, &facts).unwrap();
            line.iter().map(Inline::text).collect::<String>()
        };
        prop_assert_eq!(shown("{{ ten(\"a\") }}"), text.clone());
        prop_assert_eq!(shown("{{ co_quan.ten }}"), text.clone());
        prop_assert_eq!(shown("{{ dem(danh_sach(\"muc\"), kem_tu=true) }}"), format!("1 {text}"));
        if !text.contains(['{', '}']) && !text.is_empty() {
            prop_assert_eq!(shown("{{ cau(\"a\") }}"), text);
        }
    }

    /// An argument is written out so that it reads back as itself.
    #[test]
    fn arguments_read_back(text in naughty()) {
        prop_assume!(!text.contains(['\u{e000}', '\u{e001}']));
        let facts = facts_named("a");
        let render = |source: &str| render("mẫu", source, &facts).unwrap();
        let expression = |blocks: &[Block]| {
            let Block::Paragraph(line) = &blocks[0] else { panic!("{blocks:?}") };
            let Inline::Gap(gap) = &line[0] else { panic!("{line:?}") };
            gap.expression.clone()
        };
        let escaped = text.replace('\\', "\\\\").replace('"', "\\\"");
        let first = expression(&render(&format!("{{{{ cho_trong(\"{escaped}\") }}}}")));
        let again = render(&format!("{{{{ {first} }}}}"));
        prop_assert_eq!(expression(&again), first);
        let Block::Paragraph(line) = &again[0] else { panic!("{again:?}") };
        prop_assert_eq!(line[0].text(), format!("[{text}]"));
    }

    /// Never a panic, never more than one line.
    #[test]
    fn broken_templates_are_refused(pieces in proptest::collection::vec(proptest::sample::select(WORDS), 1..24)) {
        let source = pieces.concat();
        if let Err(error) = render("mẫu", &source, &facts_named("a")) {
            prop_assert!(!error.to_string().contains('\n'), "{error}");
            prop_assert!(!error.message.is_ascii(), "not in Vietnamese: {error}");
        }
    }
}

fn is_only(line: &[Inline], text: &str) -> bool {
    match line {
        [Inline::Cited { cited, .. }] => cited.kind == CitedKind::Words && cited.text == text,
        [] => text.is_empty(),
        _ => false,
    }
}
