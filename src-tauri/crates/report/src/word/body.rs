//! The text of the report: headings numbered by the profile, paragraphs, lists, tables; then the
//! signing block, then appendices.

use std::io::{Seek, Write};

use tongket_docx::{Error, Inline as WordInline, ListId, ListItem, ParagraphOptions};
use tongket_template::{Block, Inline, ListLine};

use super::{Job, styles};
use crate::numbering::Numbering;

impl<W: Write + Seek> Job<'_, W> {
    pub(super) fn body(&mut self) -> Result<(), Error> {
        let draft = self.draft;
        let starts_appendix =
            |block: &Block| matches!(block, Block::Heading { appendix: Some(_), .. });
        let end = draft.blocks.iter().position(starts_appendix).unwrap_or(draft.blocks.len());
        let (text, appendices) = draft.blocks.split_at(end);
        let is_words = |block: &Block| matches!(block, Block::Paragraph(_) | Block::List(_));
        let last_words = text.iter().rposition(is_words);
        let mut numbering = Numbering::default();
        for (idx, block) in text.iter().enumerate() {
            let ends_text = Some(idx) == last_words;
            self.block(block, &mut numbering, ends_text)?;
        }
        self.signing_block()?;
        self.appendices(appendices)
    }

    /// One block of the text; the end mark follows the last paragraph or line of a list, which the
    /// signing block keeps on its page.
    pub(super) fn block(
        &mut self,
        block: &Block,
        numbering: &mut Numbering,
        ends_text: bool,
    ) -> Result<(), Error> {
        match block {
            Block::Heading { level, numbered, content, .. } => {
                self.heading(*level, *numbered, content, numbering)
            }
            Block::Paragraph(content) => {
                let mut inlines = self.inlines(content, false);
                let mut options = ParagraphOptions::default();
                if ends_text {
                    inlines.push(self.end_mark(content));
                    options.keep_with_next = Some(true);
                }
                self.writer.paragraph(styles::BODY, &inlines, &options)
            }
            Block::List(lines) => self.list(lines, ends_text),
            Block::Table(table) => {
                let width = self.profile.page.text_width();
                self.table(table, width)
            }
        }
    }

    /// What closes the text, without the stop that already stands there.
    fn end_mark(&self, content: &[Inline]) -> WordInline<'static> {
        let mark = &self.profile.end_mark.value;
        let has_stop = content.last().is_some_and(|last| last.text().ends_with('.'));
        let rest = if has_stop { mark.strip_prefix('.').unwrap_or(mark) } else { mark };
        WordInline::text(rest.to_owned())
    }

    fn heading(
        &mut self,
        level: u8,
        numbered: bool,
        content: &[Inline],
        numbering: &mut Numbering,
    ) -> Result<(), Error> {
        let plain = ParagraphOptions::default();
        let Some(rules) = self.profile.level(level) else {
            let inlines = self.inlines(content, false);
            return self.writer.paragraph(styles::BODY, &inlines, &plain);
        };
        let upper = rules.upper.value;
        let name = self.inlines(content, upper);
        if !numbered {
            return self.writer.paragraph(&styles::level(level), &name, &plain);
        }
        let number = numbering.next(level, rules);
        if let Some(line) = number.number_line {
            let line = [WordInline::text(line)];
            self.writer.paragraph(&styles::level_number(level), &line, &plain)?;
        }
        let mut inlines = Vec::with_capacity(name.len() + 2);
        if !number.before.is_empty() {
            inlines.push(WordInline::text(number.before));
        }
        inlines.extend(name);
        if !number.after.is_empty() {
            inlines.push(WordInline::text(number.after));
        }
        self.writer.paragraph(&styles::level(level), &inlines, &plain)
    }

    /// Bulleted lines are real lists; typed numbers stay as typed.
    fn list(&mut self, lines: &[ListLine], ends_text: bool) -> Result<(), Error> {
        let depth = u8::try_from(self.profile.list.bullets.value.len()).unwrap_or(1);
        let mut list: Option<ListId> = None;
        for (idx, line) in lines.iter().enumerate() {
            let mut inlines = self.inlines(&line.content, false);
            let mut options = ParagraphOptions::default();
            if ends_text && idx + 1 == lines.len() {
                inlines.push(self.end_mark(&line.content));
                options.keep_with_next = Some(true);
            }
            match line.number {
                Some(number) => inlines.insert(0, WordInline::text(format!("{number}. "))),
                None => {
                    let id = match list {
                        Some(id) => id,
                        None => self.writer.begin_list(styles::BULLETS)?,
                    };
                    list = Some(id);
                    let level = line.depth.min(depth.saturating_sub(1));
                    options.list = Some(ListItem { list: id, level });
                }
            }
            self.writer.paragraph(styles::BODY_LIST, &inlines, &options)?;
        }
        Ok(())
    }
}
