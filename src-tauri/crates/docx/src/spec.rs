//! What a document is before its first word: page, fonts, named styles, lists, properties and the
//! data part its content controls are bound to.

use crate::{ListStyle, Mm, ParagraphStyle, Pt};

/// Everything that must be known before the body is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentSpec {
    /// The page of the first section.
    pub page: Page,
    /// One font for every script, for example "Times New Roman".
    pub font: String,
    /// The size of text whose style names none.
    pub size: Pt,
    /// The language of the whole text, for example "vi-VN".
    pub language: String,
    pub styles: Vec<ParagraphStyle>,
    pub lists: Vec<ListStyle>,
    pub properties: Properties,
    /// None: pages carry no number.
    pub page_number: Option<PageNumber>,
    /// The custom XML part that controls are bound to; its XML is handed to
    /// [`Writer::finish`](crate::Writer::finish).
    pub data: Option<DataStore>,
}

/// Size, margins and page numbering of one section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Page {
    pub width: Mm,
    pub height: Mm,
    pub orientation: Orientation,
    pub top: Mm,
    pub bottom: Mm,
    pub left: Mm,
    pub right: Mm,
    /// From the edge of the paper to the page number.
    pub header: Mm,
    pub numbering: PageNumbering,
}

impl Page {
    /// A4 upright with the margins given, the page number 10 mm from the edge.
    #[must_use]
    pub const fn a4(top: Mm, bottom: Mm, left: Mm, right: Mm) -> Self {
        Self {
            width: Mm::new(210),
            height: Mm::new(297),
            orientation: Orientation::Portrait,
            top,
            bottom,
            left,
            right,
            header: Mm::new(10),
            numbering: PageNumbering::Continue,
        }
    }

    /// The same paper turned a quarter: width and height change places, the margins stay at the
    /// side of the reader they had.
    #[must_use]
    pub const fn turned(self) -> Self {
        let orientation = match self.orientation {
            Orientation::Portrait => Orientation::Landscape,
            Orientation::Landscape => Orientation::Portrait,
        };
        Self { width: self.height, height: self.width, orientation, ..self }
    }

    /// What remains for text between the side margins.
    #[must_use]
    pub fn text_width(&self) -> Mm {
        self.width - self.left - self.right
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Orientation {
    Portrait,
    Landscape,
}

/// Whether a section goes on counting pages or begins again at 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PageNumbering {
    Continue,
    Restart,
}

/// The page number, centred in the header. Where counting begins, page 1 shows none unless
/// `on_first_page`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PageNumber {
    pub size: Pt,
    pub on_first_page: bool,
}

/// The document's properties. Nothing here is taken from the machine or its clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Properties {
    pub title: String,
    /// The office that issues the document.
    pub creator: String,
    /// UTC as `2026-12-15T08:30:00Z`.
    pub created: String,
}

/// The custom XML part of the caller: who it is, not what is in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataStore {
    /// A GUID without braces.
    pub id: String,
    /// The namespace of its elements, and the prefix that XPaths of controls use for it.
    pub namespace: String,
    pub prefix: String,
}
