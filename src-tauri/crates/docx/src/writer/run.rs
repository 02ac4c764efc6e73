//! Runs and inline content controls. Children of `w:rPr` and `w:sdtPr` stand in the order of
//! ECMA-376 part 1, 17.3.2.28 and 17.5.2.38.

use super::Writer;
use crate::text::{composed, cut};
use crate::xml::Xml;
use crate::{Control, Error, Highlight, Inline, RunStyle};
use std::io::{Seek, Write};

/// The longest tag and alias that Word opens.
const LONGEST_NAME: usize = 64;

impl<W: Write + Seek> Writer<W> {
    pub(super) fn write_inline(&mut self, inline: &Inline) -> Result<(), Error> {
        match inline {
            Inline::Text { text, run } if !text.is_empty() => {
                write_run(&mut self.xml, text, run);
            }
            Inline::Text { .. } => {}
            Inline::Control(control) => self.write_control(control)?,
            Inline::LineBreak => self.xml.raw("<w:r><w:br/></w:r>"),
            Inline::Tab => self.xml.raw("<w:r><w:tab/></w:r>"),
            Inline::PageNumberField => self.write_field("PAGE", "1"),
        }
        Ok(())
    }

    /// A field of ours with the result shown until Word computes it.
    pub(super) fn write_field(&mut self, instruction: &str, result: &str) {
        self.open_field(instruction);
        write_run(&mut self.xml, result, &RunStyle::default());
        self.close_field();
    }

    /// Begins a field; its result follows, over several paragraphs if need be.
    pub(super) fn open_field(&mut self, instruction: &str) {
        let xml = &mut self.xml;
        xml.raw(r#"<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r>"#);
        xml.raw(r#"<w:instrText xml:space="preserve"> "#);
        xml.characters(instruction);
        xml.raw(r#" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>"#);
    }

    pub(super) fn close_field(&mut self) {
        self.xml.raw(r#"<w:r><w:fldChar w:fldCharType="end"/></w:r>"#);
    }

    fn write_control(&mut self, control: &Control) -> Result<(), Error> {
        self.controls.take_id(control.id)?;
        self.counts.controls += 1;
        let xml = &mut self.xml;
        xml.raw("<w:sdt><w:sdtPr>");
        write_run_properties(xml, &control.run);
        write_names(xml, &control.alias, &control.tag, control.id)?;
        if let Some(xpath) = &control.xpath {
            let Some(binding) = &self.controls.binding else {
                return Err(Error::NoDataPart(control.tag.to_string()));
            };
            xml.text.push_str(&binding.opening);
            xml.characters(xpath);
            xml.text.push_str(&binding.closing);
        }
        let lines = control.text.contains(['\n', '\r']);
        xml.raw(if lines { r#"<w:text w:multiLine="1"/>"# } else { "<w:text/>" });
        xml.raw("</w:sdtPr><w:sdtContent>");
        write_run(xml, &control.text, &control.run);
        xml.raw("</w:sdtContent></w:sdt>");
        Ok(())
    }
}

/// Alias, tag and id, as inline and block controls both begin.
pub(super) fn write_names(xml: &mut Xml, alias: &str, tag: &str, id: i32) -> Result<(), Error> {
    let (alias, tag) = (composed(alias), composed(tag));
    if cut(&tag, LONGEST_NAME).len() < tag.len() {
        return Err(Error::TagTooLong(tag.into_owned()));
    }
    xml.val("w:alias", cut(&alias, LONGEST_NAME));
    xml.val("w:tag", tag);
    xml.val("w:id", id);
    Ok(())
}

pub(super) fn write_run(xml: &mut Xml, text: &str, style: &RunStyle) {
    xml.raw("<w:r>");
    write_run_properties(xml, style);
    let mut rest = text;
    loop {
        let breaks = |byte: u8| matches!(byte, b'\n' | b'\r' | b'\t');
        let end = rest.bytes().position(breaks).unwrap_or(rest.len());
        if end > 0 || text.is_empty() {
            let outer_space = rest[..end].starts_with(' ') || rest[..end].ends_with(' ');
            // Readers drop space at the ends otherwise; said everywhere it is a tenth of a table.
            xml.raw(if outer_space { r#"<w:t xml:space="preserve">"# } else { "<w:t>" });
            xml.characters(&rest[..end]);
            xml.raw("</w:t>");
        }
        let tail = &rest[end..];
        rest = if let Some(after) = tail.strip_prefix('\t') {
            xml.raw("<w:tab/>");
            after
        } else if let Some(after) =
            tail.strip_prefix("\r\n").or_else(|| tail.strip_prefix(['\n', '\r']))
        {
            xml.raw("<w:br/>");
            after
        } else {
            break;
        };
    }
    xml.raw("</w:r>");
}

fn write_run_properties(xml: &mut Xml, style: &RunStyle) {
    if *style == RunStyle::default() {
        return;
    }
    xml.raw("<w:rPr>");
    if let Some(bold) = style.bold {
        xml.switch("w:b", bold);
        xml.switch("w:bCs", bold);
    }
    if let Some(italic) = style.italic {
        xml.switch("w:i", italic);
        xml.switch("w:iCs", italic);
    }
    if style.capitals {
        xml.switch("w:caps", true);
    }
    if let Some([red, green, blue]) = style.colour {
        xml.val("w:color", format_args!("{red:02X}{green:02X}{blue:02X}"));
    }
    if let Some(size) = style.size {
        xml.val("w:sz", size.halves());
        xml.val("w:szCs", size.halves());
    }
    if let Some(highlight) = style.highlight {
        xml.val("w:highlight", marker(highlight));
    }
    if let Some(underline) = style.underline {
        xml.val("w:u", if underline { "single" } else { "none" });
    }
    if style.superscript {
        xml.val("w:vertAlign", "superscript");
    }
    xml.raw("</w:rPr>");
}

fn marker(highlight: Highlight) -> &'static str {
    match highlight {
        Highlight::Yellow => "yellow",
        Highlight::Cyan => "cyan",
        Highlight::Green => "green",
        Highlight::LightGrey => "lightGray",
    }
}
