//! The foot of the text: recipients on the left, authority, position and name on the right. It
//! never stands on a page without words of the text before it, nor ends right at the foot of a page
//! where the break to the appendix would make an empty one: every paragraph of it keeps with the
//! next.

use std::io::{Seek, Write};

use tongket_docx::{Block, Cell, Error, Inline, Mm, ParagraphOptions, Pt, Row, Table};

use super::{Job, styles};

impl<W: Write + Seek> Job<'_, W> {
    pub(super) fn signing_block(&mut self) -> Result<(), Error> {
        let spaced = ParagraphOptions {
            space_after: Some(Pt::new(6)),
            keep_with_next: Some(true),
            ..Default::default()
        };
        self.writer.paragraph(styles::CENTRED, &[], &spaced)?;
        let width = self.profile.page.text_width();
        let left = Mm::from_dxa(width.dxa() * 48 / 100);
        let right = width - left;
        let row = Row::new(vec![Cell::new(self.recipients()), Cell::new(self.signer())]);
        self.writer.begin_table(&Table::borderless(vec![left, right]))?;
        self.writer.row(&row)?;
        self.writer.end_table()
    }

    fn recipients(&self) -> Vec<Block<'static>> {
        let rules = &self.profile.recipients;
        let mut lines = self.draft.office.recipients.clone();
        if !lines.iter().any(|line| line.starts_with("Lưu")) {
            lines.push(self.in_house_spelling(&rules.archive_line.value));
        }
        let mut blocks =
            vec![line(styles::RECIPIENTS_LABEL, self.in_house_spelling(&rules.label.value))];
        let n_lines = lines.len();
        for (idx, recipient) in lines.into_iter().enumerate() {
            let is_last = idx + 1 == n_lines;
            let end = if is_last { &rules.last_end.value } else { &rules.item_end.value };
            blocks.push(line(styles::RECIPIENTS_ITEM, format!("- {recipient}{end}")));
        }
        blocks
    }

    fn signer(&self) -> Vec<Block<'static>> {
        let signing = &self.draft.office.signing;
        let mut blocks = Vec::new();
        for (style, text) in [
            (styles::SIGNING_AUTHORITY, &signing.authority),
            (styles::SIGNING_POSITION, &signing.position),
        ] {
            if !text.is_empty() {
                blocks.push(line(style, text.clone()));
            }
        }
        for _ in 0..self.profile.signing.blank_lines.value {
            blocks.push(line(styles::SIGNING_POSITION, String::new()));
        }
        blocks.push(line(styles::SIGNING_NAME, signing.name.clone()));
        blocks
    }
}

fn line(style: &'static str, text: String) -> Block<'static> {
    Block::paragraph(style, vec![Inline::text(text)])
}
