//! The table of contents: a real field whose entries stand there from the start, so that it can be
//! read before Word has filled in the page numbers.

use super::{Last, Writer};
use crate::xml::Xml;
use crate::{Error, Inline, ParagraphOptions};
use std::io::{Seek, Write};

/// What stands for a page number until Word has counted the pages.
const UNKNOWN_PAGE: &str = "…";

/// How a table of contents is headed and set, and what it lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contents<'a> {
    pub heading: &'a str,
    pub heading_style: &'a str,
    pub entry_style: &'a str,
    /// How many levels of headings it lists, 1 to 9.
    pub levels: u8,
    /// One for each paragraph to come whose style has an outline level within `levels`, in order.
    pub entries: &'a [ContentsEntry],
}

/// A line of a table of contents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContentsEntry {
    /// 1 for the highest heading.
    pub level: u8,
    pub text: String,
}

/// The headings that the table of contents of this document points to.
#[derive(Default)]
pub(super) struct Targets {
    levels: u8,
    n_headings: usize,
}

impl Targets {
    /// Whether the document has a table of contents at all.
    pub(super) fn are_wanted(&self) -> bool {
        self.levels > 0
    }

    /// Marks the paragraph that begins here when the table of contents lists its style.
    pub(super) fn mark(&mut self, xml: &mut Xml, outline_level: Option<u8>) {
        if outline_level.is_none_or(|level| level > self.levels) {
            return;
        }
        self.n_headings += 1;
        let name = bookmark(self.n_headings);
        xml.empty("w:bookmarkStart", &[("w:id", &self.n_headings), ("w:name", &name.as_str())]);
        xml.empty("w:bookmarkEnd", &[("w:id", &self.n_headings)]);
    }
}

fn bookmark(heading: usize) -> String {
    format!("_Toc{heading:06}")
}

impl<W: Write + Seek> Writer<W> {
    /// A table of contents over the headings that follow.
    ///
    /// # Errors
    /// When a style is unknown or writing fails.
    pub fn table_of_contents(&mut self, contents: &Contents) -> Result<(), Error> {
        let plain = ParagraphOptions::default();
        self.paragraph(contents.heading_style, &[Inline::text(contents.heading)], &plain)?;
        let levels = contents.levels.clamp(1, 9);
        // \o takes Word's own headings, \u outline levels, \h makes links, \z hides page numbers in
        // the web view.
        let instruction = format!(r#"TOC \o "1-{levels}" \h \z \u"#);
        for (idx, entry) in contents.entries.iter().enumerate() {
            self.begin_block()?;
            let section_at = self.open_entry(contents, entry.level)?;
            if idx == 0 {
                self.open_field(&instruction);
            }
            self.write_entry(&entry.text, &bookmark(idx + 1));
            self.xml.raw("</w:p>");
            self.last = Last::Paragraph { section_at };
        }
        self.begin_block()?;
        let section_at = self.open_paragraph(contents.entry_style, &plain)?;
        if contents.entries.is_empty() {
            self.open_field(&instruction);
        }
        self.close_field();
        self.xml.raw("</w:p>");
        self.last = Last::Paragraph { section_at };
        self.targets = Targets { levels, n_headings: 0 };
        Ok(())
    }

    /// A paragraph with its page number at the right edge of the text, indented by its level.
    fn open_entry(&mut self, contents: &Contents, level: u8) -> Result<usize, Error> {
        let section_at = self.open_paragraph(contents.entry_style, &ParagraphOptions::default())?;
        let closing = self.xml.text.split_off(section_at);
        let (right, step) = (self.page.text_width().dxa(), crate::Mm::new(5).dxa());
        let xml = &mut self.xml;
        xml.raw("<w:tabs>");
        xml.empty("w:tab", &[("w:val", &"right"), ("w:leader", &"dot"), ("w:pos", &right)]);
        xml.raw("</w:tabs>");
        let left = step * i32::from(level.saturating_sub(1));
        // Room for the number: long headings break before it.
        xml.empty("w:ind", &[("w:left", &left), ("w:right", &(2 * step)), ("w:firstLine", &0)]);
        xml.val("w:jc", "left");
        let section_at = xml.text.len();
        xml.text.push_str(&closing);
        Ok(section_at)
    }

    fn write_entry(&mut self, text: &str, anchor: &str) {
        let xml = &mut self.xml;
        xml.raw(r#"<w:hyperlink w:anchor=""#);
        xml.characters(anchor);
        xml.raw(r#"" w:history="1"><w:r><w:t xml:space="preserve">"#);
        xml.characters(text);
        xml.raw("</w:t></w:r><w:r><w:tab/></w:r>");
        self.write_field(&format!(r"PAGEREF {anchor} \h"), UNKNOWN_PAGE);
        self.xml.raw("</w:hyperlink>");
    }
}
