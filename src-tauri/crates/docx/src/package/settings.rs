//! The settings part.

use super::part::Element;
use crate::{DocumentSpec, Error, Mm};
use docx_rs::{BuildXML, Settings};

const PART: &str = "settings.xml";

pub fn part(spec: &DocumentSpec, has_contents: bool) -> Result<Vec<u8>, Error> {
    let tab_stop = Mm::new(10).dxa().unsigned_abs() as usize;
    let settings = Settings::new().default_tab_stop(tab_stop);
    let mut part = Element::parse(PART, &settings.build())?;
    if let Some(compat) = part.child_mut("w:compat") {
        // The rest is for Japanese typesetting and would stretch underlined spaces and lines.
        compat.children.retain(|child| child.name == "w:compatSetting");
    }
    if has_contents {
        // Word asks once when the file is opened, then fills the table of contents.
        part.children.push(Element::new("w:updateFields").with("w:val", "true"));
    }
    part.children.push(Element::new("w:themeFontLang").with("w:val", &spec.language));
    Ok(part.into_part())
}
