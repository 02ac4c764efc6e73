//! Paragraphs and rules. Children of `w:pPr` stand in the order of ECMA-376 part 1, 17.3.1.26.

use super::Writer;
use crate::xml::{Value, Xml};
use crate::{Alignment, Block, Error, Inline, ParagraphOptions, Rule};
use std::io::{Seek, Write};

/// Three quarters of a point, in eighths.
const RULE_THICKNESS: u8 = 6;

impl<W: Write + Seek> Writer<W> {
    pub(super) fn write_block(&mut self, block: &Block) -> Result<(), Error> {
        match block {
            Block::Paragraph { style, inlines, options } => {
                self.write_paragraph(style, inlines, options)?;
            }
            Block::Rule(rule) => {
                self.write_rule(*rule);
            }
        }
        Ok(())
    }

    /// Returns the place in the XML where section properties would go.
    pub(super) fn write_paragraph(
        &mut self,
        style: &str,
        inlines: &[Inline],
        options: &ParagraphOptions,
    ) -> Result<usize, Error> {
        let section_at = self.open_paragraph(style, options)?;
        for inline in inlines {
            self.write_inline(inline)?;
        }
        self.xml.raw("</w:p>");
        Ok(section_at)
    }

    /// Opens a paragraph up to its first inline; see [`Self::write_paragraph`] for the result.
    pub(super) fn open_paragraph(
        &mut self,
        style: &str,
        options: &ParagraphOptions,
    ) -> Result<usize, Error> {
        let outline_level = self.outline_level(style)?;
        self.counts.paragraphs += 1;
        let xml = &mut self.xml;
        begin_paragraph(xml, style);
        if let Some(keep) = options.keep_with_next {
            xml.switch("w:keepNext", keep);
        }
        if options.page_break_before {
            xml.raw("<w:pageBreakBefore/>");
        }
        if let Some(item) = options.list {
            let number = self.lists.number(item)?;
            xml.raw("<w:numPr>");
            xml.val("w:ilvl", item.level);
            xml.val("w:numId", number);
            xml.raw("</w:numPr>");
        }
        write_spacing(xml, options);
        if let Some(alignment) = options.alignment {
            xml.val("w:jc", justification(alignment));
        }
        let section_at = xml.text.len();
        xml.raw("</w:pPr>");
        self.targets.mark(xml, outline_level);
        Ok(section_at)
    }

    /// Of a style, when it has one.
    pub(super) fn outline_level(&self, style: &str) -> Result<Option<u8>, Error> {
        let known = self.styles.get(style).copied();
        known.ok_or_else(|| Error::UnknownStyle(style.to_owned()))
    }

    /// A paragraph of no height to speak of, whose upper border is the rule.
    pub(super) fn write_rule(&mut self, rule: Rule) -> usize {
        let side = (rule.available - rule.length) / 2;
        let side = side.dxa().max(0);
        let xml = &mut self.xml;
        xml.raw("<w:p><w:pPr><w:pBdr>");
        xml.empty(
            "w:top",
            &[
                ("w:val", &"single"),
                ("w:sz", &RULE_THICKNESS),
                ("w:space", &0),
                ("w:color", &"000000"),
            ],
        );
        xml.raw("</w:pBdr>");
        write_thin_line(xml, rule.gap.dxa(), rule.space_after.dxa());
        xml.empty("w:ind", &[("w:left", &side), ("w:right", &side)]);
        self.close_empty_paragraph()
    }

    /// A paragraph that takes no room, where Word asks for one: after a table and at the end of a
    /// section without text.
    pub(super) fn write_spacer(&mut self) -> usize {
        self.xml.raw("<w:p><w:pPr>");
        write_thin_line(&mut self.xml, 0, 0);
        self.close_empty_paragraph()
    }

    fn close_empty_paragraph(&mut self) -> usize {
        self.counts.paragraphs += 1;
        self.xml.raw(r#"<w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr>"#);
        let section_at = self.xml.text.len();
        self.xml.raw("</w:pPr></w:p>");
        section_at
    }
}

/// Up to where the properties that its style does not say would follow.
pub(super) fn begin_paragraph(xml: &mut Xml, style: &str) {
    xml.raw(r#"<w:p><w:pPr><w:pStyle w:val=""#);
    style.push_to(&mut xml.text);
    xml.raw(r#""/>"#);
}

fn write_spacing(xml: &mut Xml, options: &ParagraphOptions) {
    match (options.space_before, options.space_after) {
        (None, None) => {}
        (Some(before), None) => xml.empty("w:spacing", &[("w:before", &before.dxa())]),
        (None, Some(after)) => xml.empty("w:spacing", &[("w:after", &after.dxa())]),
        (Some(before), Some(after)) => {
            xml.empty("w:spacing", &[("w:before", &before.dxa()), ("w:after", &after.dxa())]);
        }
    }
}

fn write_thin_line(xml: &mut Xml, before: i32, after: i32) {
    xml.empty(
        "w:spacing",
        &[("w:before", &before), ("w:after", &after), ("w:line", &20), ("w:lineRule", &"exact")],
    );
}

fn justification(alignment: Alignment) -> &'static str {
    match alignment {
        Alignment::Left => "left",
        Alignment::Center => "center",
        Alignment::Right => "right",
        Alignment::Justified => "both",
    }
}
