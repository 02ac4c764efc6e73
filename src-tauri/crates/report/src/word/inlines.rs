//! Inline content as runs and content controls.

use std::borrow::Cow;
use std::io::{Seek, Write};

use tongket_docx::{Control, Highlight, Inline as WordInline, RunStyle};
use tongket_template::{CitedKind, Emphasis, Inline};

use super::Job;

impl<W: Write + Seek> Job<'_, W> {
    /// Figures and citations become controls bound to the data part; words of the data and typed
    /// text are plain runs; gaps are highlighted. `upper` shows everything in capitals.
    pub(super) fn inlines<'i>(
        &mut self,
        content: &'i [Inline],
        upper: bool,
    ) -> Vec<WordInline<'i>> {
        content.iter().map(|inline| self.inline(inline, upper)).collect()
    }

    fn inline<'i>(&mut self, inline: &'i Inline, upper: bool) -> WordInline<'i> {
        match inline {
            Inline::Text { text, emphasis } => {
                WordInline::styled(cased(text, upper), run(*emphasis))
            }
            Inline::LineBreak => WordInline::LineBreak,
            Inline::Gap(gap) => {
                let run = RunStyle { highlight: Some(Highlight::Yellow), ..RunStyle::default() };
                WordInline::styled(cased(&gap.text, upper), run)
            }
            Inline::Cited { cited, emphasis } if cited.kind == CitedKind::Words => {
                WordInline::styled(cased(&cited.text, upper), run(*emphasis))
            }
            Inline::Cited { cited, emphasis } => {
                let bound = self.data.bind(cited);
                WordInline::Control(Control {
                    tag: Cow::Owned(bound.tag),
                    alias: Cow::Owned(bound.alias),
                    id: bound.control_id,
                    xpath: Some(Cow::Owned(bound.xpath)),
                    text: Cow::Borrowed(&cited.text),
                    // The text stays that of the bound node, which Word puts in its place.
                    run: RunStyle { capitals: upper, ..run(*emphasis) },
                })
            }
        }
    }
}

fn cased(text: &str, upper: bool) -> Cow<'_, str> {
    if upper { Cow::Owned(text.to_uppercase()) } else { Cow::Borrowed(text) }
}

fn run(emphasis: Emphasis) -> RunStyle {
    RunStyle {
        bold: emphasis.bold.then_some(true),
        italic: emphasis.italic.then_some(true),
        ..RunStyle::default()
    }
}
