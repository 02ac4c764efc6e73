//! The styles part: of each cell style only its number format and whether its font is struck
//! out.

use std::collections::HashMap;

use quick_xml::events::BytesStart;

use super::number_format;
use crate::error::{MissingPart, Refusal};
use crate::package::Package;
use crate::xml::{Node, attribute, number_attribute};

#[derive(Default)]
pub(super) struct Styles {
    /// Number format codes, each once.
    pub(super) formats: Vec<String>,
    cells: Vec<CellStyle>,
}

#[derive(Clone, Copy, Default)]
pub(super) struct CellStyle {
    /// Place in [`Styles::formats`].
    pub(super) format: u32,
    pub(super) is_date: bool,
    pub(super) struck: bool,
}

/// Which list of the part is being read; conditional formats repeat the same elements elsewhere.
#[derive(Clone, Copy, PartialEq)]
enum List {
    NumberFormats,
    Fonts,
    Cells,
    Other,
}

#[derive(Default)]
struct Parts {
    codes: HashMap<u32, String>,
    struck_fonts: Vec<bool>,
    /// Number format and font of each cell style.
    cells: Vec<(u32, u32)>,
}

impl Styles {
    /// The style of an index in the file; the plain one when the index is wrong.
    pub(super) fn cell(&self, idx: u32) -> CellStyle {
        usize::try_from(idx).ok().and_then(|idx| self.cells.get(idx)).copied().unwrap_or_default()
    }

    pub(super) fn read(package: &mut Package, part: &str) -> Result<Styles, Refusal> {
        let missing = Refusal::MissingPart(MissingPart::Styles);
        let mut xml = package.xml(part)?.ok_or(missing)?;
        let mut parts = Parts::default();
        let mut list = List::Other;
        loop {
            match xml.next()? {
                Node::Eof => return Ok(parts.into_styles()),
                Node::Start(tag) => match list_of(tag.local_name().as_ref()) {
                    Some(opened) => list = opened,
                    None => parts.take(list, &tag)?,
                },
                Node::Empty(tag) => parts.take(list, &tag)?,
                Node::End(tag) if list_of(tag.local_name().as_ref()).is_some() => {
                    list = List::Other
                }
                _ => {}
            }
        }
    }
}

fn list_of(element: &str) -> Option<List> {
    match element {
        "numFmts" => Some(List::NumberFormats),
        "fonts" => Some(List::Fonts),
        "cellXfs" => Some(List::Cells),
        "dxfs" | "cellStyleXfs" => Some(List::Other),
        _ => None,
    }
}

impl Parts {
    fn take(&mut self, list: List, tag: &BytesStart) -> Result<(), Refusal> {
        match (list, tag.local_name().as_ref()) {
            (List::NumberFormats, "numFmt") => {
                if let (Some(id), Some(code)) =
                    (number_attribute(tag, "numFmtId")?, attribute(tag, "formatCode")?)
                {
                    self.codes.insert(id, code.into_owned());
                }
            }
            (List::Fonts, "font") => self.struck_fonts.push(false),
            (List::Fonts, "strike") => {
                let off = attribute(tag, "val")?.is_some_and(|v| matches!(&*v, "0" | "false"));
                if let Some(last) = self.struck_fonts.last_mut() {
                    *last = !off;
                }
            }
            (List::Cells, "xf") => {
                let number = |name| Ok(number_attribute(tag, name)?.unwrap_or(0));
                self.cells.push((number("numFmtId")?, number("fontId")?));
            }
            _ => {}
        }
        Ok(())
    }

    fn into_styles(self) -> Styles {
        const GENERAL: &str = "General";
        let mut formats = vec![GENERAL.to_owned()];
        let mut places = HashMap::from([(GENERAL.to_owned(), 0)]);
        let mut cells = Vec::with_capacity(self.cells.len());
        for (format_id, font) in self.cells {
            let code = match self.codes.get(&format_id) {
                Some(code) => code.as_str(),
                None => number_format::built_in(format_id).unwrap_or(GENERAL),
            };
            let format = *places.entry(code.to_owned()).or_insert_with(|| {
                formats.push(code.to_owned());
                u32::try_from(formats.len() - 1).unwrap_or(0)
            });
            let struck = usize::try_from(font)
                .ok()
                .and_then(|font| self.struck_fonts.get(font).copied())
                .unwrap_or(false);
            cells.push(CellStyle { format, is_date: number_format::is_date(code), struck });
        }
        Styles { formats, cells }
    }
}
