//! A case: a document in TOML and what a foreign reader must find in it. The styles are fixed and
//! few, because looks are the profiles' matter, not this suite's.

use serde::Deserialize;
use std::io::Cursor;
use std::path::Path;
use tongket_docx::{
    Alignment, Cell, Contents, ContentsEntry, Control, DataStore, DocumentSpec, Error, Inline,
    ListItem, ListLevel, ListStyle, Marker, Mm, Page, PageNumber, PageNumbering, ParagraphOptions,
    ParagraphStyle, Properties, Pt, Row, Rule, RunStyle, Table, TableControl, VerticalMerge,
    Writer,
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// What the case is about.
    #[serde(rename = "what")]
    _what: String,
    #[serde(default)]
    document: Document,
    #[serde(default)]
    blocks: Vec<BlockCase>,
    pub expect: Expect,
}

#[derive(Deserialize)]
pub struct Expect {
    /// A part of the sentence that refuses the document.
    pub refused: Option<String>,
    #[serde(flatten)]
    pub read: serde_json::Map<String, serde_json::Value>,
}

#[derive(Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Document {
    title: String,
    creator: String,
    created: String,
    font: String,
    page_number: bool,
    /// Named style, so that hostile names can be tried.
    style_name: String,
    twice_the_same_style: bool,
    bullet: Option<String>,
    declares_data: bool,
    /// XML of the data part.
    data: Option<String>,
}

impl Default for Document {
    fn default() -> Self {
        Self {
            title: "Báo cáo".to_owned(),
            creator: "Tỉnh ủy".to_owned(),
            created: "2026-12-15T08:30:00Z".to_owned(),
            font: "Times New Roman".to_owned(),
            page_number: true,
            style_name: "Thân bài".to_owned(),
            twice_the_same_style: false,
            bullet: None,
            declares_data: false,
            data: None,
        }
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
enum BlockCase {
    Text(String),
    Inlines(Vec<InlineCase>),
    Styled {
        style: String,
        text: String,
    },
    Item {
        text: String,
        level: u8,
    },
    /// Begins a new list of this style.
    List(String),
    Rule {
        tenths_of_mm: i32,
    },
    Contents {
        heading: String,
        levels: u8,
        /// Level and text.
        #[serde(default)]
        entries: Vec<(u8, String)>,
    },
    Table(TableCase),
    /// A portrait or, when turned, landscape section follows.
    Section {
        turned: bool,
        restart: bool,
    },
    /// A row where no table is open.
    StrayRow,
    /// A table that is begun and left open.
    OpenTable,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
enum InlineCase {
    Text(String),
    Bold(String),
    Break,
    Tab,
    Page,
    Control { tag: String, alias: String, id: i32, text: String, xpath: Option<String> },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TableCase {
    columns_mm: Vec<i32>,
    #[serde(default)]
    ruled: bool,
    /// Tag of the control around it; its id is 7.
    tag: Option<String>,
    /// How many rows are repeated at the top of each page.
    #[serde(default)]
    heads: usize,
    /// Each cell: its text; `>text` covers two columns, `v text` begins a vertical merge, `^`
    /// continues it.
    rows: Vec<Vec<String>>,
}

impl Case {
    pub fn read(path: &Path) -> Self {
        let text = std::fs::read_to_string(path).unwrap();
        toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    pub fn write(&self) -> Result<Vec<u8>, Error> {
        let mut writer = Writer::new(Cursor::new(Vec::new()), &self.document.spec())?;
        let mut list = None;
        for block in &self.blocks {
            block.write(&mut writer, &mut list)?;
        }
        let data = self.document.data.as_deref().map(str::as_bytes);
        Ok(writer.finish(data)?.0.into_inner())
    }
}

impl Document {
    fn spec(&self) -> DocumentSpec {
        let mut heading = ParagraphStyle::new("muc", "Mục", Pt::new(14));
        heading.outline_level = Some(1);
        heading.alignment = Alignment::Center;
        let mut body = ParagraphStyle::new("than-bai", &self.style_name, Pt::new(14));
        body.first_line = Mm::new(10);
        body.next = Some("than-bai".to_owned());
        let mut styles = vec![body, heading];
        if self.twice_the_same_style {
            styles.push(styles[0].clone());
        }
        let level = |marker| ListLevel { marker, left: Mm::ZERO, first_line: Mm::new(10) };
        let bullets = |sign: &String| ListStyle {
            id: "gach".to_owned(),
            levels: vec![
                level(Marker::Bullet(sign.clone())),
                level(Marker::Decimal(")".to_owned())),
            ],
        };
        DocumentSpec {
            page: Page::a4(Mm::new(20), Mm::new(20), Mm::new(30), Mm::new(15)),
            font: self.font.clone(),
            size: Pt::new(14),
            language: "vi-VN".to_owned(),
            styles,
            lists: self.bullet.iter().map(bullets).collect(),
            properties: Properties {
                title: self.title.clone(),
                creator: self.creator.clone(),
                created: self.created.clone(),
            },
            page_number: self
                .page_number
                .then_some(PageNumber { size: Pt::new(14), on_first_page: false }),
            data: self.declares_data.then(|| DataStore {
                id: "3F2504E0-4F89-41D3-9A0C-0305E82C3301".to_owned(),
                namespace: "urn:thu".to_owned(),
                prefix: "t".to_owned(),
            }),
        }
    }
}

type Out = Writer<Cursor<Vec<u8>>>;

impl BlockCase {
    fn write(&self, out: &mut Out, list: &mut Option<tongket_docx::ListId>) -> Result<(), Error> {
        let plain = ParagraphOptions::default();
        match self {
            Self::Text(text) => out.paragraph("than-bai", &[Inline::text(text)], &plain),
            Self::Inlines(inlines) => {
                let inlines: Vec<Inline> = inlines.iter().map(InlineCase::inline).collect();
                out.paragraph("than-bai", &inlines, &plain)
            }
            Self::Styled { style, text } => out.paragraph(style, &[Inline::text(text)], &plain),
            Self::Item { text, level } => {
                let item = list.map(|list| ListItem { list, level: *level });
                let options = ParagraphOptions { list: item, ..plain };
                out.paragraph("than-bai", &[Inline::text(text)], &options)
            }
            Self::List(style) => {
                *list = Some(out.begin_list(style)?);
                Ok(())
            }
            Self::Rule { tenths_of_mm } => {
                out.rule(Rule::new(Mm::from_tenths(*tenths_of_mm), Mm::new(165)))
            }
            Self::Contents { heading, levels, entries } => {
                let entries: Vec<_> = entries
                    .iter()
                    .map(|(level, text)| ContentsEntry { level: *level, text: text.clone() })
                    .collect();
                out.table_of_contents(&Contents {
                    heading,
                    heading_style: "muc",
                    entry_style: "than-bai",
                    levels: *levels,
                    entries: &entries,
                })
            }
            Self::Table(table) => table.write(out),
            Self::Section { turned, restart } => {
                let page = Page::a4(Mm::new(20), Mm::new(20), Mm::new(30), Mm::new(15));
                let mut page = if *turned { page.turned() } else { page };
                if *restart {
                    page.numbering = PageNumbering::Restart;
                }
                out.section(page)
            }
            Self::StrayRow => out.row(&Row::new(vec![])),
            Self::OpenTable => out.begin_table(&Table::ruled(vec![Mm::new(50)])),
        }
    }
}

impl InlineCase {
    fn inline(&self) -> Inline<'_> {
        match self {
            Self::Text(text) => Inline::text(text),
            Self::Bold(text) => {
                Inline::styled(text, RunStyle { bold: Some(true), ..RunStyle::default() })
            }
            Self::Break => Inline::LineBreak,
            Self::Tab => Inline::Tab,
            Self::Page => Inline::PageNumberField,
            Self::Control { tag, alias, id, text, xpath } => Inline::Control(Control {
                tag: tag.into(),
                alias: alias.into(),
                id: *id,
                xpath: xpath.as_ref().map(Into::into),
                text: text.into(),
                run: RunStyle::default(),
            }),
        }
    }
}

impl TableCase {
    fn write(&self, out: &mut Out) -> Result<(), Error> {
        let columns = self.columns_mm.iter().map(|column| Mm::new(*column)).collect();
        let table = if self.ruled { Table::ruled(columns) } else { Table::borderless(columns) };
        let control = self.tag.as_ref().map(|tag| TableControl {
            tag: tag.into(),
            alias: "Bảng chỉ tiêu".into(),
            id: 7,
        });
        let rows = self.rows.iter().enumerate().map(|(at, cells)| {
            let cells = cells.iter().map(|text| cell(text)).collect();
            if at < self.heads { Row::header(cells) } else { Row::new(cells) }
        });
        out.table(&Table { control, ..table }, rows)
    }
}

fn cell(text: &str) -> Cell<'_> {
    let (text, span, merge) = if let Some(text) = text.strip_prefix('>') {
        (text, 2, VerticalMerge::None)
    } else if let Some(text) = text.strip_prefix("v ") {
        (text, 1, VerticalMerge::Start)
    } else if text == "^" {
        return Cell { merge: VerticalMerge::Continue, ..Cell::new(vec![]) };
    } else {
        (text, 1, VerticalMerge::None)
    };
    let paragraph = tongket_docx::Block::paragraph("than-bai", vec![Inline::text(text)]);
    Cell { span, merge, ..Cell::new(vec![paragraph]) }
}
