//! A draft as a Word document in the form that its presentation profile sets.

mod appendix;
mod body;
mod contents;
mod data_part;
mod inlines;
mod letterhead;
mod page;
mod signing;
mod styles;
mod tables;
mod title;

use std::io::{Seek, Write};

use tongket_docx::{Counts, DataStore, DocumentSpec, Error, Properties, Writer};
use tongket_figures::Date;

use crate::{Draft, Profile};
use data_part::DataPart;

/// What would otherwise come from the clock or from chance, handed in so that the same data gives
/// the same file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    /// UTC as `2026-12-15T08:30:00Z`.
    pub created: String,
    /// GUID of the data part, without braces.
    pub store_id: String,
}

/// What the person chooses for one export.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WordOptions {
    /// A table of contents after the title.
    pub contents: bool,
    /// The document's number; blank space until it is known.
    pub number: Option<String>,
    /// The date of signing; blank space until it is known.
    pub date: Option<Date>,
    /// "Dự thảo lần 2"
    pub draft_no: Option<u32>,
}

/// What the finished document holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Written {
    /// Content controls in running text.
    pub controls: u64,
    pub tables: u64,
    pub paragraphs: u64,
}

/// Everything the parts of the document share while they are written.
struct Job<'d, W: Write + Seek> {
    draft: &'d Draft,
    profile: &'d Profile,
    options: &'d WordOptions,
    writer: Writer<W>,
    data: DataPart,
}

/// Writes the draft to `out`.
///
/// # Errors
/// When the profile contradicts itself or `out` cannot be written.
pub fn write_word<W: Write + Seek>(
    draft: &Draft,
    profile: &Profile,
    stamp: &Stamp,
    options: &WordOptions,
    out: W,
) -> Result<(W, Written), Error> {
    let spec = spec(draft, profile, stamp);
    let mut job = Job {
        draft,
        profile,
        options,
        writer: Writer::new(out, &spec)?,
        data: DataPart::new(draft, stamp),
    };
    job.letterhead()?;
    job.title()?;
    if options.contents {
        job.contents()?;
    }
    job.body()?;
    let xml = job.data.finish();
    let (out, counts) = job.writer.finish(Some(xml.as_bytes()))?;
    let Counts { controls, tables, paragraphs, .. } = counts;
    Ok((out, Written { controls, tables, paragraphs }))
}

fn spec(draft: &Draft, profile: &Profile, stamp: &Stamp) -> DocumentSpec {
    DocumentSpec {
        page: page::portrait(profile),
        font: profile.font.family.value.clone(),
        size: profile.body.size.pt(),
        language: "vi-VN".to_owned(),
        styles: styles::styles(profile),
        lists: styles::lists(profile),
        properties: Properties {
            title: format!("{} {}", draft.kind.type_name, draft.subject),
            creator: draft.organisation.name.clone(),
            created: stamp.created.clone(),
        },
        page_number: Some(page::page_number(profile)),
        data: Some(DataStore {
            id: stamp.store_id.clone(),
            namespace: data_part::NAMESPACE.to_owned(),
            prefix: data_part::PREFIX.to_owned(),
        }),
    }
}
