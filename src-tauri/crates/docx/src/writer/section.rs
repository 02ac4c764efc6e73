//! Section properties: the page and whether its count of pages begins again.

use super::Writer;
use crate::{Orientation, PageNumbering};
use std::io::{Seek, Write};

/// The relation from the body to the header, as docx-rs names it.
const HEADER: &str = "rIdHeader1";

impl<W: Write + Seek> Writer<W> {
    pub(super) fn write_section(&mut self) {
        let page = self.page;
        let begins_count = self.counts.sections == 0 || page.numbering == PageNumbering::Restart;
        let xml = &mut self.xml;
        xml.raw("<w:sectPr>");
        if self.page_number.is_some() {
            xml.empty("w:headerReference", &[("w:type", &"default"), ("r:id", &HEADER)]);
        }
        let (width, height) = (page.width.dxa(), page.height.dxa());
        match page.orientation {
            Orientation::Portrait => xml.empty("w:pgSz", &[("w:w", &width), ("w:h", &height)]),
            Orientation::Landscape => xml
                .empty("w:pgSz", &[("w:w", &width), ("w:h", &height), ("w:orient", &"landscape")]),
        }
        let header = page.header.dxa();
        xml.empty(
            "w:pgMar",
            &[
                ("w:top", &page.top.dxa()),
                ("w:right", &page.right.dxa()),
                ("w:bottom", &page.bottom.dxa()),
                ("w:left", &page.left.dxa()),
                ("w:header", &header),
                ("w:footer", &header),
                ("w:gutter", &0),
            ],
        );
        if page.numbering == PageNumbering::Restart {
            xml.empty("w:pgNumType", &[("w:start", &1)]);
        }
        if begins_count && self.page_number.is_some_and(|number| !number.on_first_page) {
            xml.raw("<w:titlePg/>");
        }
        xml.raw("</w:sectPr>");
        self.counts.sections += 1;
    }
}
