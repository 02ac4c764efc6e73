//! One draft as the window edits it.

use serde::{Deserialize, Serialize};
use specta::Type;
use tongket_model::{Draft, DraftVersion};

use crate::plain::count;
use crate::stored_draft::{number_of, revision};
use crate::{App, AppError, BodyReading};

/// What stands around the text and can be changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct DraftSettings {
    /// The name in lists and of files.
    pub title: String,
    /// The line under the type name, as a template.
    pub subject: String,
    /// Presentation profile: "hd05".
    pub profile: String,
    /// The document's number; empty until it is known.
    pub number: String,
    /// The date of signing, as 27/12/2023; empty until it is known.
    pub date: String,
    pub toc: bool,
    /// "Dự thảo lần 2" in the head.
    pub draft_mark: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct VersionLine {
    pub number: u32,
    /// "Dự thảo lần 2"
    pub name: String,
    /// ISO time.
    pub time: String,
    pub note: String,
    /// In running text and in tables.
    pub figures: u32,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct DraftView {
    pub id: u32,
    pub kind: String,
    pub kind_name: String,
    pub year: i32,
    /// Slug of the office that issues it.
    pub office: String,
    pub settings: DraftSettings,
    pub body: String,
    /// To be given back when the body is saved.
    pub revision: u32,
    pub reading: BodyReading,
    /// The oldest first.
    pub versions: Vec<VersionLine>,
    /// The template that it was made from reads differently now.
    pub template_changed: bool,
}

/// A draft that cannot be rendered opens as well: its reading tells what is wrong.
pub fn draft(app: &App, id: u32) -> Result<DraftView, AppError> {
    let stored = app.stored(id)?;
    let versions = app.store.versions_of(stored.id)?;
    let reading = app.reading(&stored);
    Ok(DraftView {
        reading,
        id: number_of(stored.id),
        kind: stored.kind.clone(),
        kind_name: stored.settings.kind_name.clone(),
        year: stored.year,
        office: app.organisation(stored.organisation)?.slug.to_string(),
        settings: settings(&stored),
        revision: revision(&stored.body),
        versions: versions.iter().map(version_line).collect(),
        template_changed: template_changed(app, &stored)?,
        body: stored.body,
    })
}

pub(crate) fn version_line(version: &DraftVersion) -> VersionLine {
    VersionLine {
        number: version.number,
        name: version.name.clone(),
        time: version.time.clone(),
        note: version.note.clone(),
        figures: count(version.content.counts().0),
    }
}

fn settings(stored: &Draft) -> DraftSettings {
    let settings = stored.settings.clone();
    DraftSettings {
        title: stored.title.clone(),
        subject: settings.subject,
        profile: settings.profile,
        number: settings.number,
        date: settings.date,
        toc: settings.toc,
        draft_mark: settings.draft_mark,
    }
}

/// A template that is gone has not changed.
fn template_changed(app: &App, stored: &Draft) -> Result<bool, AppError> {
    let Ok(kind) = app.kind(&stored.kind) else { return Ok(false) };
    let then = app.store.content(&stored.template)?;
    Ok(then.is_some_and(|then| then != kind.body.as_bytes()))
}
