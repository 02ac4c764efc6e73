//! .docx, .docm, .dotx into paragraphs and tables, streamed: memory follows the text, not the
//! markup. Headers are not data; macros, comments, links and embedded files are never opened.

mod container;
mod element;
mod look;
mod paragraph;
mod sink;
mod story;
mod styles;
mod symbol;
mod table;
mod theme;

use crate::encoding::RunReader;
use crate::error::{MissingPart, Refusal};
use crate::package::Package;
use crate::raw::{Notice, RawParagraph, RawSheet};
use crate::relations::Relations;
use crate::stamp;
use container::Place;
use sink::Sink;
use story::Story;
use styles::Styles;
use theme::Theme;

/// A document that was read.
pub(crate) struct Document {
    pub(crate) sheets: Vec<RawSheet>,
    pub(crate) paragraphs: Vec<RawParagraph>,
    pub(crate) notices: Vec<Notice>,
    /// Its head carries a stamp of secrecy.
    pub(crate) is_stamped: bool,
}

pub(crate) fn read(package: &mut Package, runs: &mut RunReader) -> Result<Document, Refusal> {
    let main = match Relations::of_package(package)?.of_kind("officeDocument") {
        Some(target) => target.part()?.to_owned(),
        None => "word/document.xml".to_owned(),
    };
    let relations = Relations::of_part(package, &main)?;
    let theme = match relations.of_kind("theme") {
        Some(target) => Theme::read(package, target.part()?)?,
        None => Theme::default(),
    };
    let styles = match relations.of_kind("styles") {
        Some(target) => Styles::read(package, target.part()?, &theme)?,
        None => Styles::default(),
    };
    let look = (&styles, &theme);
    let missing = Refusal::MissingPart(MissingPart::Document);
    let mut sink = Sink::new(runs);
    let xml = package.xml(&main)?.ok_or_else(|| missing.clone())?;
    Story::read(xml, Place::Body, look, &mut sink)?;
    if !sink.has_body {
        return Err(missing);
    }
    for kind in ["footnotes", "endnotes"] {
        if let Some(target) = relations.of_kind(kind)
            && let Some(xml) = package.xml(target.part()?)?
        {
            Story::read(xml, Place::Margin, look, &mut sink)?;
        }
    }
    let Sink { sheets, paragraphs, mut head, n_hidden, n_deletions, n_embedded, .. } = sink;
    for target in relations.all_of_kind("header") {
        if let Some(xml) = package.xml(target.part()?)? {
            let mut margin = Sink::new(runs);
            Story::read(xml, Place::Margin, look, &mut margin)?;
            head.append(&mut margin.head);
        }
    }
    let n_external = relations.n_external + external_of_settings(package, &relations)?;
    let counted = [
        Notice::ExternalLinks { n: n_external },
        Notice::HiddenText { n: n_hidden },
        Notice::TrackedDeletions { n: n_deletions },
        Notice::EmbeddedDocuments { n: n_embedded },
    ];
    let notices = counted.into_iter().filter(|notice| notice.n() > 0).collect();
    let is_stamped = stamp::is_in(head.iter().map(String::as_str));
    Ok(Document { sheets, paragraphs, notices, is_stamped })
}

/// A template elsewhere is named by the settings.
fn external_of_settings(package: &mut Package, relations: &Relations) -> Result<usize, Refusal> {
    let Some(target) = relations.of_kind("settings") else { return Ok(0) };
    let part = target.part()?.to_owned();
    Ok(Relations::of_part(package, &part)?.n_external)
}
