//! The text of runs, and the elements that stand for text or steer a field.

use std::borrow::Cow;

use quick_xml::events::BytesStart;

use super::{FieldState, Story};
use crate::error::Refusal;
use crate::raised::raised;
use crate::word::element::Element;
use crate::word::look::Look;
use crate::word::symbol::symbol;
use crate::xml::attribute;

impl Story<'_, '_> {
    /// An element of a run that stands for text, or steers a field.
    pub(super) fn take_content(&mut self, tag: &BytesStart) -> Result<(), Refusal> {
        match tag.local_name().as_ref() {
            "tab" | "ptab" => self.space('\t'),
            "br" | "cr" => self.space('\n'),
            "noBreakHyphen" => self.text_of_run("-"),
            // Where the font is of TCVN3 this is its letter ư; else a hyphen that is not shown.
            "softHyphen" => {
                let letter = "\u{ad}";
                if self.look().is_some_and(|look| look.code(letter).is_some()) {
                    self.text_of_run(letter);
                }
            }
            "sym" => {
                let font = attribute(tag, "font")?.unwrap_or_default();
                let code = attribute(tag, "char")?.unwrap_or_default();
                if let Some(c) = symbol(&font, &code) {
                    self.text_of_run(c.encode_utf8(&mut [0; 4]));
                }
            }
            "fldChar" => match attribute(tag, "fldCharType")?.as_deref() {
                Some("begin") => self.fields.push(FieldState::Code),
                Some("separate") => {
                    if let Some(field) = self.fields.last_mut() {
                        *field = FieldState::Result;
                    }
                }
                _ => drop(self.fields.pop()),
            },
            "altChunk" => self.sink.n_embedded += 1,
            _ => {}
        }
        Ok(())
    }

    pub(super) fn text(&mut self, text: &str) {
        let in_text = self.frames.last().is_some_and(|frame| frame.element == Element::Text);
        if !in_text || self.passed_over > 0 {
            return;
        }
        match text.contains('\n') || text.contains('\t') {
            true => self.text_of_run(&text.replace(['\n', '\t'], " ")),
            false => self.text_of_run(text),
        }
    }

    /// The look of the run; `None` outside of shown text.
    fn look(&self) -> Option<Look> {
        let is_code = self.fields.contains(&FieldState::Code);
        let open = self.paragraphs.last().filter(|_| !self.veiled && !is_code)?;
        Some(self.run.direct.over(self.run.style).over(open.look))
    }

    fn text_of_run(&mut self, text: &str) {
        let Some(look) = self.look() else { return };
        if look.is_hidden() {
            self.sink.n_hidden += 1;
            return;
        }
        if let Some(open) = self.paragraphs.last_mut() {
            open.paragraph.count(text, look.is_struck(), look.is_capitals());
            let code = look.code(text);
            let text = if look.is_raised() { raised(text) } else { Cow::Borrowed(text) };
            open.paragraph.push(&text, code, look.is_struck());
        }
    }

    fn space(&mut self, space: char) {
        if self.look().is_some_and(|look| !look.is_hidden())
            && let Some(open) = self.paragraphs.last_mut()
        {
            open.paragraph.push_space(space);
        }
    }
}
