//! Type name, subject and the line below them.

use std::io::{Seek, Write};

use tongket_docx::{Error, Inline, ParagraphOptions, Pt, Rule, text_width};

use super::{Job, styles};

impl<W: Write + Seek> Job<'_, W> {
    pub(super) fn title(&mut self) -> Result<(), Error> {
        let plain = ParagraphOptions::default();
        let (draft, rules) = (self.draft, &self.profile.title);
        self.writer.paragraph(
            styles::TYPE_NAME,
            &[Inline::text(draft.kind.type_name.as_str())],
            &plain,
        )?;
        self.writer.paragraph(styles::SUBJECT, &[Inline::text(draft.subject.as_str())], &plain)?;
        if rules.below.value == "third" {
            let available = self.profile.page.text_width();
            let whole = text_width(&draft.subject, rules.subject_size.pt(), true);
            let length = whole.min(available) / 3;
            return self
                .writer
                .rule(Rule { space_after: Pt::new(12), ..Rule::new(length, available) });
        }
        let spaced = ParagraphOptions { space_after: Some(Pt::new(12)), ..plain };
        let dashes = Inline::text(rules.below.value.as_str());
        self.writer.paragraph(styles::CENTRED, &[dashes], &spaced)
    }
}
