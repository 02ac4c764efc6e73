//! The styles part of a workbook: of each cell style only its number format and its font.

use quick_xml::events::BytesStart;

use crate::encoding::FontCode;
use crate::error::{MissingPart, Refusal};
use crate::package::Package;
use crate::styles::{Font, StyleParts, Styles};
use crate::xml::{Node, attribute, number_attribute};

/// Which list of the part is being read; conditional formats repeat the same elements elsewhere.
#[derive(Clone, Copy, PartialEq)]
enum List {
    NumberFormats,
    Fonts,
    Cells,
    Other,
}

pub(super) fn read(package: &mut Package, part: &str) -> Result<Styles, Refusal> {
    let missing = Refusal::MissingPart(MissingPart::Styles);
    let mut xml = package.xml(part)?.ok_or(missing)?;
    let mut parts = StyleParts::default();
    let mut list = List::Other;
    loop {
        match xml.next()? {
            Node::Eof => return Ok(parts.into_styles()),
            Node::Start(tag) => match list_of(tag.local_name().as_ref()) {
                Some(opened) => list = opened,
                None => take(&mut parts, list, &tag)?,
            },
            Node::Empty(tag) => take(&mut parts, list, &tag)?,
            Node::End(tag) if list_of(tag.local_name().as_ref()).is_some() => list = List::Other,
            _ => {}
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

fn take(parts: &mut StyleParts, list: List, tag: &BytesStart) -> Result<(), Refusal> {
    match (list, tag.local_name().as_ref()) {
        (List::NumberFormats, "numFmt") => {
            if let (Some(id), Some(code)) =
                (number_attribute(tag, "numFmtId")?, attribute(tag, "formatCode")?)
            {
                parts.codes.insert(id, code.into_owned());
            }
        }
        (List::Fonts, "font") => parts.fonts.push(Font::default()),
        (List::Fonts, "strike") => {
            let off = attribute(tag, "val")?.is_some_and(|v| matches!(&*v, "0" | "false"));
            if let Some(font) = parts.fonts.last_mut() {
                font.struck = !off;
            }
        }
        (List::Fonts, "name") => {
            if let (Some(font), Some(name)) = (parts.fonts.last_mut(), attribute(tag, "val")?) {
                font.code = FontCode::of_font(&name);
            }
        }
        (List::Cells, "xf") => {
            let number = |name| Ok(number_attribute(tag, name)?.unwrap_or(0));
            parts.cells.push((number("numFmtId")?, number("fontId")?));
        }
        _ => {}
    }
    Ok(())
}
