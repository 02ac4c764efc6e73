//! The table of contents: the numbered headings and the appendices, as the body will print them.

use std::io::{Seek, Write};

use tongket_docx::{Contents, ContentsEntry, Error};
use tongket_template::Block;

use super::{Job, styles};

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
        let mut entries = Vec::new();
        for heading in self.draft.outline(self.profile) {
            let of = self.draft.blocks.get(heading.block_idx);
            if matches!(of, Some(Block::Heading { appendix: Some(_), .. })) {
                entries.push(ContentsEntry { level: 1, text: heading.title.to_uppercase() });
                continue;
            }
            let Some(rules) = self.profile.level(heading.level) else { continue };
            if heading.level > LEVELS {
                continue;
            }
            let upper = rules.upper.value;
            let title = if upper { heading.title.to_uppercase() } else { heading.title };
            let colon = if rules.own_line.value { ": " } else { " " };
            let number = heading.number;
            let text = if number.is_empty() { title } else { format!("{number}{colon}{title}") };
            entries.push(ContentsEntry { level: heading.level, text });
        }
        entries
    }
}
