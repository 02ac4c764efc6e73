//! The numbering part: one definition per list style, one list per beginning, each counting anew.

use super::fonts;
use super::part::Element;
use super::styles::first_line;
use crate::text::escaped_xml;
use crate::{DocumentSpec, Error, ListLevel, ListStyle, Marker};
use docx_rs::{
    AbstractNumbering, BuildXML, Level, LevelJc, LevelOverride, LevelSuffixType, LevelText,
    NumberFormat, Numbering, Numberings, Start,
};

const PART: &str = "numbering.xml";

/// docx-rs always writes a definition and a list of its own with this id, which nothing uses.
const UNUSED: &str = "1";

/// The id of the first list of ours.
pub const FIRST_LIST: usize = 2;

/// `begun` holds, for each list of the document, the position of its style.
pub fn part(spec: &DocumentSpec, begun: &[usize]) -> Result<Vec<u8>, Error> {
    let mut numberings = Numberings::new();
    for (at, style) in spec.lists.iter().enumerate() {
        numberings = numberings.add_abstract_numbering(definition(at, style, &spec.font));
    }
    for (at, style) in begun.iter().enumerate() {
        let levels = spec.lists.get(*style).map_or(0, |style| style.levels.len());
        let restart = (0..levels).map(|level| LevelOverride::new(level).start(1)).collect();
        let list = Numbering::new(FIRST_LIST + at, FIRST_LIST + style).overrides(restart);
        numberings = numberings.add_numbering(list);
    }
    let mut part = Element::parse(PART, &numberings.build())?;
    part.children.retain(|child| {
        child.attribute("w:abstractNumId").or(child.attribute("w:numId")) != Some(UNUSED)
    });
    Ok(part.into_part())
}

fn definition(at: usize, style: &ListStyle, font: &str) -> AbstractNumbering {
    let mut definition = AbstractNumbering::new(FIRST_LIST + at);
    definition.multi_level_type = Some("multilevel".to_owned());
    for (depth, level) in style.levels.iter().enumerate() {
        definition = definition.add_level(level_of(depth, level, font));
    }
    definition
}

/// A mark that hangs out is set off by a tab, one that stands in the line by a space.
fn level_of(depth: usize, level: &ListLevel, font: &str) -> Level {
    let (format, text) = match &level.marker {
        Marker::Bullet(sign) => ("bullet", sign.clone()),
        Marker::Decimal(after) => ("decimal", format!("%{}{after}", depth + 1)),
        Marker::Roman(after) => ("upperRoman", format!("%{}{after}", depth + 1)),
    };
    let first = level.first_line.dxa();
    Level::new(
        depth,
        Start::new(1),
        NumberFormat::new(format),
        LevelText::new(escaped_xml(&text)),
        LevelJc::new("left"),
    )
    .suffix(if first < 0 { LevelSuffixType::Tab } else { LevelSuffixType::Space })
    .indent(Some(level.left.dxa()), first_line(first), None, None)
    .fonts(fonts(font))
}
