//! The styles of a document: of each the look of its text, with what it is based on.

use std::collections::HashMap;

use quick_xml::events::BytesStart;

use super::look::Look;
use super::theme::Theme;
use crate::error::Refusal;
use crate::package::Package;
use crate::xml::{Node, attribute, flag};

#[derive(Default)]
pub(super) struct Styles {
    looks: HashMap<String, Look>,
    /// Of paragraphs that name no style.
    default_paragraph: Look,
    defaults: Look,
}

/// A style as the part states it.
#[derive(Default)]
struct Stated {
    id: String,
    based_on: Option<String>,
    look: Look,
    is_default_paragraph: bool,
}

/// Longer chains are loops.
const LONGEST_CHAIN: usize = 32;

impl Styles {
    pub(super) fn read(
        package: &mut Package,
        part: &str,
        theme: &Theme,
    ) -> Result<Styles, Refusal> {
        let Some(mut xml) = package.xml(part)? else { return Ok(Styles::default()) };
        let mut pass =
            Pass { theme, place: Place::Elsewhere, stated: Vec::new(), defaults: Look::default() };
        loop {
            match xml.next()? {
                Node::Eof => return Ok(pass.into_styles()),
                Node::Start(tag) => pass.open(&tag)?,
                Node::Empty(tag) => {
                    pass.open(&tag)?;
                    pass.close(tag.local_name().as_ref());
                }
                Node::End(tag) => pass.close(tag.local_name().as_ref()),
                Node::Text(_) | Node::Aside => {}
            }
        }
    }

    /// The look of a style of characters or of tables.
    pub(super) fn look(&self, id: Option<&str>) -> Look {
        id.and_then(|id| self.looks.get(id)).copied().unwrap_or_default()
    }

    /// The look of a paragraph's style; of the default one, when it names none.
    pub(super) fn paragraph(&self, id: Option<&str>) -> Look {
        id.and_then(|id| self.looks.get(id)).copied().unwrap_or(self.default_paragraph)
    }

    pub(super) fn defaults(&self) -> Look {
        self.defaults
    }
}

/// How far the reading of the part has come.
struct Pass<'t> {
    theme: &'t Theme,
    place: Place,
    stated: Vec<Stated>,
    defaults: Look,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Defaults,
    Style,
    /// Of a table style: a head row or the like, which has a look of its own.
    TablePart,
    Elsewhere,
}

impl Pass<'_> {
    fn open(&mut self, tag: &BytesStart) -> Result<(), Refusal> {
        match (tag.local_name().as_ref(), self.place, self.stated.last_mut()) {
            ("rPrDefault", ..) => self.place = Place::Defaults,
            ("style", ..) => {
                self.place = Place::Style;
                let kind = attribute(tag, "type")?.unwrap_or_default();
                self.stated.push(Stated {
                    id: attribute(tag, "styleId")?.unwrap_or_default().into_owned(),
                    is_default_paragraph: kind == "paragraph" && flag(tag, "default")?,
                    ..Stated::default()
                });
            }
            ("tblStylePr", ..) => self.place = Place::TablePart,
            ("basedOn", Place::Style, Some(style)) => {
                style.based_on = attribute(tag, "val")?.map(|id| id.into_owned());
            }
            (_, Place::Style, Some(style)) => style.look.take(tag, self.theme)?,
            (_, Place::Defaults, _) => self.defaults.take(tag, self.theme)?,
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, element: &str) {
        match element {
            "rPrDefault" | "style" => self.place = Place::Elsewhere,
            "tblStylePr" => self.place = Place::Style,
            _ => {}
        }
    }

    fn into_styles(self) -> Styles {
        let mut styles = Styles { defaults: self.defaults, ..Styles::default() };
        let by_id: HashMap<&str, &Stated> =
            self.stated.iter().map(|style| (style.id.as_str(), style)).collect();
        for style in &self.stated {
            let mut look = style.look;
            let mut below = style.based_on.as_deref();
            for _ in 0..LONGEST_CHAIN {
                let Some(base) = below.and_then(|id| by_id.get(id)) else { break };
                look = look.over(base.look);
                below = base.based_on.as_deref();
            }
            if style.is_default_paragraph {
                styles.default_paragraph = look;
            }
            styles.looks.insert(style.id.clone(), look);
        }
        styles
    }
}
