//! The document being written: each block goes into the deflater as soon as the next one begins,
//! so memory does not grow with the body. Only the last paragraph is held back, because the end of
//! a section is recorded inside it.

mod paragraph;
mod run;
mod section;
mod table;
mod toc;

use crate::package::Package;
use crate::text::escaped_xml;
use crate::xml::Xml;
use crate::{DocumentSpec, Error, Inline, ListId, ListItem, Page, ParagraphOptions, Rule};
use foldhash::{HashMap, HashSet};
use std::io::{Seek, Write};
use table::OpenTable;

pub use toc::{Contents, ContentsEntry};

/// How much XML gathers before it is handed to the deflater.
const CHUNK: usize = 32 * 1024;

/// Writes one document from its first block to its last.
pub struct Writer<W: Write + Seek> {
    package: Package<W>,
    xml: Xml,
    /// The outline level of each style.
    styles: HashMap<String, Option<u8>>,
    lists: Lists,
    controls: Controls,
    page_number: Option<crate::PageNumber>,
    page: Page,
    last: Last,
    table: Option<OpenTable>,
    targets: toc::Targets,
    counts: Counts,
}

/// What a finished document holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Those inside tables included.
    pub paragraphs: u64,
    /// Inline content controls.
    pub controls: u64,
    pub tables: u64,
    pub rows: u64,
    pub sections: u64,
}

/// The block that stands last in the body.
enum Last {
    Nothing,
    /// Its section properties would go to this place of the XML held back.
    Paragraph {
        section_at: usize,
    },
    Table,
}

/// The list styles, and the lists begun from them.
struct Lists {
    /// In the order of the specification.
    styles: Vec<(String, usize)>,
    /// The position of the style of each list.
    begun: Vec<usize>,
}

/// What controls share, and the ids given so far.
struct Controls {
    binding: Option<Binding>,
    used: HashSet<i32>,
}

/// The element that binds a control to the data part: what stands before and behind the path.
struct Binding {
    opening: String,
    closing: String,
}

impl<W: Write + Seek> Writer<W> {
    /// Begins the package.
    ///
    /// # Errors
    /// When the specification contradicts itself or `out` cannot be written.
    pub fn new(out: W, spec: &DocumentSpec) -> Result<Self, Error> {
        let mut styles = HashMap::default();
        for style in &spec.styles {
            if styles.insert(style.id.clone(), style.outline_level).is_some() {
                return Err(Error::DuplicateStyle(style.id.clone()));
            }
        }
        let mut writer = Self {
            package: Package::begin(out, spec)?,
            xml: Xml::default(),
            styles,
            lists: Lists::new(spec),
            controls: Controls::new(spec),
            page_number: spec.page_number,
            page: spec.page,
            last: Last::Nothing,
            table: None,
            targets: toc::Targets::default(),
            counts: Counts::default(),
        };
        writer.xml.raw(concat!(
            r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
            "\n",
            r#"<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" "#,
            r#"xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">"#,
            "<w:body>",
        ));
        Ok(writer)
    }

    /// A paragraph of the body.
    ///
    /// # Errors
    /// When its style or list is unknown, a control's id was used before, or writing fails.
    pub fn paragraph(
        &mut self,
        style: &str,
        inlines: &[Inline],
        options: &ParagraphOptions,
    ) -> Result<(), Error> {
        self.begin_block()?;
        let section_at = self.write_paragraph(style, inlines, options)?;
        self.last = Last::Paragraph { section_at };
        Ok(())
    }

    /// A horizontal rule of the body.
    ///
    /// # Errors
    /// When writing fails.
    pub fn rule(&mut self, rule: Rule) -> Result<(), Error> {
        self.begin_block()?;
        let section_at = self.write_rule(rule);
        self.last = Last::Paragraph { section_at };
        Ok(())
    }

    /// Begins a list that counts from its beginning.
    ///
    /// # Errors
    /// When the specification has no such list style.
    pub fn begin_list(&mut self, style: &str) -> Result<ListId, Error> {
        self.lists.begin(style)
    }

    /// Ends the section so far; what follows stands on a new page of this kind.
    ///
    /// # Errors
    /// When a table is open or writing fails.
    pub fn section(&mut self, next: Page) -> Result<(), Error> {
        let section_at = match self.last {
            Last::Paragraph { section_at } => section_at,
            _ => {
                self.begin_block()?;
                self.write_spacer()
            }
        };
        let held_back = self.xml.text.split_off(section_at);
        self.write_section();
        self.xml.text.push_str(&held_back);
        self.page = next;
        self.last = Last::Nothing;
        Ok(())
    }

    /// Ends the document. `data` is the XML of the data part the specification declares.
    ///
    /// # Errors
    /// When a table is open, the data part is missing or was never declared, or writing fails.
    pub fn finish(mut self, data: Option<&[u8]>) -> Result<(W, Counts), Error> {
        if !matches!(self.last, Last::Paragraph { .. }) {
            self.begin_block()?;
            self.write_spacer();
        }
        self.write_section();
        self.xml.raw("</w:body></w:document>");
        self.package.body(&mut self.xml)?;
        let out = self.package.finish(&self.lists.begun, self.targets.are_wanted(), data)?;
        Ok((out, self.counts))
    }

    fn begin_block(&mut self) -> Result<(), Error> {
        if self.table.is_some() {
            return Err(Error::TableOrder("đoạn văn đứng giữa bảng chưa kết thúc"));
        }
        self.last = Last::Nothing;
        self.pass_on()
    }

    fn pass_on(&mut self) -> Result<(), Error> {
        if self.xml.text.len() >= CHUNK { self.package.body(&mut self.xml) } else { Ok(()) }
    }
}

impl Lists {
    fn new(spec: &DocumentSpec) -> Self {
        let styles = spec.lists.iter().map(|list| (list.id.clone(), list.levels.len())).collect();
        Self { styles, begun: Vec::new() }
    }

    fn begin(&mut self, style: &str) -> Result<ListId, Error> {
        let Some(at) = self.styles.iter().position(|(id, _)| id == style) else {
            return Err(Error::UnknownList(style.to_owned()));
        };
        self.begun.push(at);
        Ok(ListId(self.begun.len() - 1))
    }

    /// The number of the list in the numbering part, if it has the level asked for.
    fn number(&self, item: ListItem) -> Result<usize, Error> {
        let style = self.begun.get(item.list.0).and_then(|style| self.styles.get(*style));
        match style {
            Some((_, levels)) if usize::from(item.level) < *levels => {
                Ok(crate::package::FIRST_LIST + item.list.0)
            }
            _ => Err(Error::UnknownListLevel(item.level)),
        }
    }
}

impl Controls {
    fn new(spec: &DocumentSpec) -> Self {
        let binding = spec.data.as_ref().map(|data| {
            let mappings = escaped_xml(&format!("xmlns:{}='{}'", data.prefix, data.namespace));
            Binding {
                opening: format!(r#"<w:dataBinding w:prefixMappings="{mappings}" w:xpath=""#),
                closing: format!(r#"" w:storeItemID="{{{}}}"/>"#, escaped_xml(&data.id)),
            }
        });
        Self { binding, used: HashSet::default() }
    }

    fn take_id(&mut self, id: i32) -> Result<(), Error> {
        if self.used.insert(id) { Ok(()) } else { Err(Error::DuplicateControl(id)) }
    }
}
