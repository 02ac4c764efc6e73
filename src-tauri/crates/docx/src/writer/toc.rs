//! The table of contents: a real field, which Word fills when the document is opened.

use super::{Last, Writer};
use crate::{Error, Inline, ParagraphOptions};
use std::io::{Seek, Write};

/// What stands in the place of the entries until Word has made them.
const PLACEHOLDER: &str = "(Mục lục hiện ra khi cập nhật trường: bấm vào dòng này rồi nhấn F9)";

/// How a table of contents is headed and set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Contents<'a> {
    pub heading: &'a str,
    pub heading_style: &'a str,
    /// The style of the line that stands there until Word has made the entries.
    pub entry_style: &'a str,
    /// How many levels of headings it lists, 1 to 9.
    pub levels: u8,
}

impl<W: Write + Seek> Writer<W> {
    /// A table of contents over the headings, found by the outline level of their styles.
    ///
    /// # Errors
    /// When a style is unknown or writing fails.
    pub fn table_of_contents(&mut self, contents: &Contents) -> Result<(), Error> {
        let plain = ParagraphOptions::default();
        self.paragraph(contents.heading_style, &[Inline::text(contents.heading)], &plain)?;
        self.begin_block()?;
        let section_at = self.open_paragraph(contents.entry_style, &plain)?;
        // \o takes Word's own headings, \u outline levels, \h makes links, \z hides page numbers in
        // the web view.
        let levels = contents.levels.clamp(1, 9);
        self.write_field(&format!(r#"TOC \o "1-{levels}" \h \z \u"#), PLACEHOLDER);
        self.xml.raw("</w:p>");
        self.last = Last::Paragraph { section_at };
        self.has_contents = true;
        Ok(())
    }
}
