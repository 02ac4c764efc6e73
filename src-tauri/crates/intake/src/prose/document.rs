//! What a document as a whole says of its figures: the year it reports on, and which of its parts
//! look ahead.

use tongket_figures::{Date, fold};

use crate::raw::RawParagraph;

/// Paragraphs in which the title stands.
const TITLE_PARAGRAPHS: usize = 15;

/// Longest heading, in bytes.
const LONGEST_HEADING: usize = 240;

/// Where reading is in the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Section {
    /// Of the whole document.
    pub(super) document_year: Option<i32>,
    /// Of the part being read.
    pub(super) year: Option<i32>,
    /// Plans and targets, not results.
    pub(super) ahead: bool,
    /// The day that the document bears.
    pub(super) dated: Option<Date>,
}

impl Section {
    /// At the beginning; `year` is what the person said, else the first year of the title.
    pub(super) fn of(
        paragraphs: &[RawParagraph],
        year: Option<i32>,
        dated: Option<Date>,
    ) -> Section {
        let titles = paragraphs.iter().take(TITLE_PARAGRAPHS);
        let first =
            || titles.clone().find_map(|paragraph| first_year(&fold(head(&paragraph.text))));
        let document_year = year.or_else(first);
        Section { document_year, year: document_year, ahead: false, dated }
    }

    /// Goes on to the next paragraph, which may be a heading. Footnotes stand outside of the
    /// sections.
    pub(super) fn enter(&mut self, paragraph: &RawParagraph) {
        if paragraph.place.starts_with("fn") {
            (self.year, self.ahead) = (self.document_year, false);
            return;
        }
        if paragraph.text.len() > LONGEST_HEADING || !is_heading(&paragraph.text) {
            return;
        }
        let heading = fold(&paragraph.text);
        let says = |words: &str| heading.contains(words);
        let back =
            ["ket qua", "danh gia", "tinh hinh", "tong ket", "uu diem", "han che", "nguyen nhan"];
        let forward = ["phuong huong", "muc tieu", "nhiem vu", "chi tieu", "ke hoach nam"];
        if back.into_iter().any(says) {
            (self.year, self.ahead) = (self.document_year, false);
        } else if forward.into_iter().any(says) {
            let year = first_year(&heading);
            self.ahead = self.ahead || year.is_some() || says("phuong huong");
            self.year = year.or(self.year);
        }
    }
}

/// A line that begins like a heading and ends like one.
fn is_heading(text: &str) -> bool {
    let text = text.trim();
    let first = text.split([' ', '\u{a0}']).next().unwrap_or_default();
    let numbered = first.ends_with(['.', '-', ')', '/', ':'])
        || text.starts_with("Phần")
        || text.starts_with("PHẦN");
    let shouted = !text.contains(char::is_lowercase);
    (numbered || shouted) && !text.ends_with([';', ',']) && !text.contains(['%', ';'])
}

fn head(text: &str) -> &str {
    let mut end = LONGEST_HEADING.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// The first "năm 2023".
fn first_year(folded: &str) -> Option<i32> {
    folded.split("nam ").skip(1).find_map(|after| {
        let digits = after.trim_start().get(..4)?;
        digits.parse().ok().filter(|year| (1900..=2100).contains(year))
    })
}
