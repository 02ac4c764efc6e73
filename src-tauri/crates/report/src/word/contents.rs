//! The table of contents: the numbered headings and the appendices, as the body will print them.

use std::io::{Seek, Write};

use tongket_docx::{Contents, ContentsEntry, Error};
use tongket_template::{Block, Inline};

use super::{Job, styles};
use crate::numbering::Numbering;

/// Phần, I, 1: the points a, b, c would make it longer than what it leads to.
const LEVELS: u8 = 3;

impl<W: Write + Seek> Job<'_, W> {
    pub(super) fn contents(&mut self) -> Result<(), Error> {
        let entries = self.contents_entries();
        self.writer.table_of_contents(&Contents {
            heading: "MỤC LỤC",
            heading_style: styles::CONTENTS_TITLE,
            entry_style: styles::BODY_LIST,
            levels: LEVELS,
            entries: &entries,
        })
    }

    /// Exactly the headings whose style has an outline level up to [`LEVELS`].
    fn contents_entries(&self) -> Vec<ContentsEntry> {
        let mut numbering = Numbering::default();
        let mut entries = Vec::new();
        for block in &self.draft.blocks {
            let Block::Heading { level, numbered, appendix, content } = block else { continue };
            let name: String = content.iter().map(Inline::text).collect();
            if appendix.is_some() {
                numbering = Numbering::default();
                entries.push(ContentsEntry { level: 1, text: name.to_uppercase() });
                continue;
            }
            let Some(rules) = self.profile.level(*level) else { continue };
            let name = if rules.upper.value { name.to_uppercase() } else { name };
            let text = match numbered.then(|| numbering.next(*level, rules)) {
                Some(number) => match number.number_line {
                    Some(line) => format!("{line}: {name}"),
                    None => format!("{}{name}{}", number.before, number.after),
                },
                None => name,
            };
            if *level <= LEVELS {
                entries.push(ContentsEntry { level: *level, text });
            }
        }
        entries
    }
}
