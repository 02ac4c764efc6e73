//! The header part: the page number, centred, and nothing else.

use super::fonts;
use super::part::Element;
use crate::{Error, PageNumber};
use docx_rs::{
    AlignmentType, BuildXML, FieldCharType, Header, InstrPAGE, InstrText, Paragraph, Run,
};

const PART: &str = "header1.xml";

pub fn part(number: PageNumber, font: &str) -> Result<Vec<u8>, Error> {
    let size = usize::from(number.size.halves());
    let field = Run::new()
        .fonts(fonts(font))
        .size(size)
        .add_field_char(FieldCharType::Begin, false)
        .add_instr_text(InstrText::PAGE(InstrPAGE {}))
        .add_field_char(FieldCharType::Separate, false)
        .add_text("1")
        .add_field_char(FieldCharType::End, false);
    let line = Paragraph::new().align(AlignmentType::Center).add_run(field);
    let mut part = Element::parse(PART, &Header::new().add_paragraph(line).build())?;
    for paragraph in &mut part.children {
        // Counted per process by docx-rs, so it would differ from one writing to the next.
        paragraph.remove_attribute("w14:paraId");
    }
    Ok(part.into_part())
}
