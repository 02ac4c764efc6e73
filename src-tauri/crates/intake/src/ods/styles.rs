//! The styles of an OpenDocument file: of a cell its number format and whether it is struck out,
//! of a table whether it is hidden. Styles inherit from each other.

use std::collections::{HashMap, HashSet};
use std::io::BufRead;

use quick_xml::events::BytesStart;

use super::format::OpenFormat;
use crate::encoding::FontCode;
use crate::error::Refusal;
use crate::number_format::{Shown, shown};
use crate::xml::{Node, Xml, attribute};

/// A style may inherit from another, and that from a third, no further than this.
const GENERATIONS: usize = 32;

pub(super) struct OpenStyles {
    codes: HashMap<String, String>,
    cells: HashMap<String, CellStyle>,
    hidden_tables: HashSet<String>,
    /// Number format codes, each once, the plain one first.
    formats: Vec<String>,
    resolved: HashMap<String, Look>,
}

#[derive(Default)]
struct CellStyle {
    parent: Option<String>,
    data_style: Option<String>,
    struck: Option<bool>,
    /// The old code of its font, if it names a font.
    font: Option<Option<FontCode>>,
}

/// How a cell looks, as far as it matters.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Look {
    /// Place among the number format codes.
    pub(super) format: u32,
    pub(super) struck: bool,
    pub(super) code: Option<FontCode>,
}

impl Default for OpenStyles {
    fn default() -> OpenStyles {
        OpenStyles {
            codes: HashMap::new(),
            cells: HashMap::new(),
            hidden_tables: HashSet::new(),
            formats: vec!["General".to_owned()],
            resolved: HashMap::new(),
        }
    }
}

/// What is open while styles are read.
#[derive(Default)]
struct Open {
    format: Option<(String, OpenFormat)>,
    cell: Option<(String, CellStyle)>,
    table: Option<String>,
}

impl OpenStyles {
    /// Reads styles to the body of the part, or to its end; true when a body follows.
    pub(super) fn read<R: BufRead>(&mut self, xml: &mut Xml<R>) -> Result<bool, Refusal> {
        let mut open = Open::default();
        loop {
            match xml.next()? {
                Node::Eof => return Ok(false),
                Node::Start(tag) if tag.local_name().as_ref() == "body" => return Ok(true),
                Node::Start(tag) => self.start(&mut open, &tag)?,
                Node::Empty(tag) => {
                    self.start(&mut open, &tag)?;
                    self.end(&mut open, tag.local_name().as_ref());
                }
                Node::End(tag) => self.end(&mut open, tag.local_name().as_ref()),
                _ => {}
            }
        }
    }

    fn start(&mut self, open: &mut Open, tag: &BytesStart) -> Result<(), Refusal> {
        let name = tag.local_name();
        if let Some((_, format)) = &mut open.format {
            return format.take(tag);
        }
        if let Some(format) = OpenFormat::of(name.as_ref()) {
            open.format = attribute(tag, "name")?.map(|name| (name.into_owned(), format));
            return Ok(());
        }
        let text = |name| Ok(attribute(tag, name)?.map(|value| value.into_owned()));
        match name.as_ref() {
            "style" | "default-style" => {
                let family = attribute(tag, "family")?;
                // The default style of a family has no name and is everybody's parent.
                let name = text("name")?.unwrap_or_default();
                match family.as_deref() {
                    Some("table-cell") => {
                        let parent = text("parent-style-name")?
                            .or_else(|| (!name.is_empty()).then(String::new));
                        let data_style = text("data-style-name")?;
                        open.cell = Some((
                            name,
                            CellStyle { parent, data_style, struck: None, font: None },
                        ));
                    }
                    Some("table") => open.table = Some(name),
                    _ => {}
                }
            }
            "text-properties" => {
                if let Some((_, style)) = &mut open.cell {
                    let line = attribute(tag, "text-line-through-style")?;
                    let kind = attribute(tag, "text-line-through-type")?;
                    let said = line.or(kind).map(|line| line != "none");
                    style.struck = said.or(style.struck);
                    let family = attribute(tag, "font-family")?;
                    let font = attribute(tag, "font-name")?.or(family);
                    style.font = font.map(|name| FontCode::of_font(name.trim_matches('\'')));
                }
            }
            "table-properties" => {
                if let Some(table) = &open.table
                    && attribute(tag, "display")?.is_some_and(|display| display == "false")
                {
                    self.hidden_tables.insert(table.clone());
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, open: &mut Open, name: &str) {
        if OpenFormat::of(name).is_some() {
            if let Some((name, format)) = open.format.take() {
                self.codes.insert(name, format.code());
            }
        } else if matches!(name, "style" | "default-style") {
            if let Some((name, style)) = open.cell.take() {
                self.cells.insert(name, style);
            }
            open.table = None;
        }
    }

    pub(super) fn is_hidden_table(&self, style: &str) -> bool {
        self.hidden_tables.contains(style)
    }

    /// How a cell of this style looks; plain for a style that is not there.
    pub(super) fn look(&mut self, style: &str) -> Look {
        if let Some(look) = self.resolved.get(style) {
            return *look;
        }
        let (mut code, mut struck, mut font) = (None, None, None);
        let mut name = Some(style);
        for _ in 0..GENERATIONS {
            let Some(style) = name.and_then(|name| self.cells.get(name)) else { break };
            code = code.or_else(|| self.codes.get(style.data_style.as_deref()?));
            struck = struck.or(style.struck);
            font = font.or(style.font);
            name = style.parent.as_deref();
        }
        let code = code.cloned().unwrap_or_else(|| "General".to_owned());
        let format = self.format(&code);
        let look = Look { format, struck: struck.unwrap_or(false), code: font.flatten() };
        self.resolved.insert(style.to_owned(), look);
        look
    }

    /// The place of a number format code.
    pub(super) fn format(&mut self, code: &str) -> u32 {
        let place = self.formats.iter().position(|other| other == code);
        let place = place.unwrap_or_else(|| {
            self.formats.push(code.to_owned());
            self.formats.len() - 1
        });
        u32::try_from(place).unwrap_or(0)
    }

    pub(super) fn is_percent(&self, format: u32) -> bool {
        let code = usize::try_from(format).ok().and_then(|place| self.formats.get(place));
        code.is_some_and(|code| shown(code) == Shown::Percent)
    }

    pub(super) fn into_formats(self) -> Vec<String> {
        self.formats
    }
}
