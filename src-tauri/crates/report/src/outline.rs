//! The headings of a draft with the numbers that the profile gives them.

use tongket_template::{Block, Inline};

use crate::numbering::{self, Numbering};
use crate::{Draft, Profile};

/// A heading as the document prints it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// Index among the blocks of the draft.
    pub block_idx: usize,
    /// 1 (phần) to 4 (điểm); an appendix is 1.
    pub level: u8,
    /// "Phần thứ nhất", "I-", "1.", "a)", "Phụ lục"; empty when it has none.
    pub number: String,
    pub title: String,
}

impl Draft {
    /// All headings in their order.
    pub fn outline(&self, profile: &Profile) -> Vec<Heading> {
        let is_appendix =
            |block: &&Block| matches!(block, Block::Heading { appendix: Some(_), .. });
        let n_appendices = self.blocks.iter().filter(is_appendix).count();
        let mut appendix_number = 0;
        let mut numbering = Numbering::default();
        let mut headings = Vec::new();
        for (block_idx, block) in self.blocks.iter().enumerate() {
            let Block::Heading { level, numbered, appendix, content } = block else { continue };
            let mut level = *level;
            let number = if appendix.is_some() {
                level = 1;
                appendix_number += 1;
                numbering = Numbering::default();
                let shown = (n_appendices > 1).then_some(appendix_number);
                numbering::appendix_label(shown, profile)
            } else {
                let rules = profile.level(level).filter(|_| *numbered);
                rules.map(|rules| numbering.next(level, rules).into_printed()).unwrap_or_default()
            };
            let title = content.iter().map(Inline::text).collect();
            headings.push(Heading { block_idx, level, number, title });
        }
        headings
    }
}
