//! Appendices: each begins a section of its own, with its number when there are several, its
//! title and the document it belongs to.

use std::io::{Seek, Write};

use tongket_docx::{Error, Inline as WordInline, ParagraphOptions};
use tongket_template::{Appendix, Block, Inline};

use super::{Job, page, styles};
use crate::numbering::{self, Numbering};

impl<W: Write + Seek> Job<'_, W> {
    /// Writes the blocks from the first appendix heading on.
    pub(super) fn appendices(&mut self, blocks: &[Block]) -> Result<(), Error> {
        let is_start = |block: &&Block| matches!(block, Block::Heading { appendix: Some(_), .. });
        let n_appendices = blocks.iter().filter(is_start).count();
        let mut number = 0;
        let mut width = self.profile.page.text_width();
        let mut numbering = Numbering::default();
        for block in blocks {
            match block {
                Block::Heading { appendix: Some(appendix), content, .. } => {
                    number += 1;
                    numbering = Numbering::default();
                    let shown = (n_appendices > 1).then_some(number);
                    let page = page::appendix(self.profile, self.is_landscape(*appendix));
                    width = page.text_width();
                    self.writer.section(page)?;
                    self.appendix_head(shown, content)?;
                }
                Block::Table(table) => self.table(table, width)?,
                other => self.block(other, &mut numbering, false)?,
            }
        }
        Ok(())
    }

    /// The template asks for a turned page; the profile may forbid it.
    fn is_landscape(&self, appendix: Appendix) -> bool {
        appendix.landscape && self.profile.appendix.landscape.value
    }

    fn appendix_head(&mut self, number: Option<i64>, title: &[Inline]) -> Result<(), Error> {
        let plain = ParagraphOptions::default();
        let rules = &self.profile.appendix;
        let label = numbering::appendix_label(number, self.profile);
        self.writer.paragraph(styles::APPENDIX_NO, &[WordInline::text(label)], &plain)?;
        let title = self.inlines(title, true);
        self.writer.paragraph(styles::APPENDIX_TITLE, &title, &plain)?;
        let symbol = self.number_and_symbol();
        let symbol = symbol.trim_start_matches("Số:").trim_start_matches("Số");
        let reference = rules
            .reference_pattern
            .value
            .replace("{loai}", &type_in_sentence(&self.draft.kind.type_name))
            .replace("{so_hieu}", &format!("số {}", symbol.trim_start_matches(' ')))
            .replace("{ngay}", &self.date_of_signing())
            .replace("{co_quan}", &self.draft.organisation.name);
        self.writer.paragraph(styles::APPENDIX_REFERENCE, &[WordInline::text(reference)], &plain)
    }
}

/// "BÁO CÁO" as running text has it: "Báo cáo".
fn type_in_sentence(name: &str) -> String {
    let mut letters = name.chars();
    let first: String = letters.next().into_iter().collect();
    first + &letters.as_str().to_lowercase()
}
