//! Drafts a report and writes it as a Word file.

use std::path::PathBuf;
use std::sync::Arc;

use serde::Serialize;
use tongket_report::{
    Draft, Finding, Place, Profile, ReportKind, Stamp, WordOptions, Written, check, draft,
    write_word,
};
use tongket_template::Facts;

use crate::assets::DEFAULT_KIND;
use crate::read_prose::read_prose;
use crate::{App, AppError, Assets, Clock, OfficeChoice, Slot, place_file};

/// The GUID under which the data part of every file of ours is known.
pub(crate) const STORE_ID: &str = "7B1E6E0C-5C0A-4E7B-9B52-8D3A6F2C41D7";

#[derive(Debug, Clone, Default)]
pub struct DraftRequest {
    /// A built-in kind or the folder of one; the year-end report when `None`.
    pub kind: Option<String>,
    /// The newest year with figures when `None`.
    pub year: Option<i32>,
    pub office: OfficeChoice,
    /// The office's, or else the kind's, when `None`.
    pub profile: Option<String>,
    pub word: WordOptions,
    pub out: Out,
}

/// Where the file goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Out {
    /// Exactly there; refused when it exists, unless `replace`.
    File { path: PathBuf, replace: bool },
    /// Into this folder under a name of our own, counted up until it is free.
    Folder(PathBuf),
}

impl Default for Out {
    fn default() -> Out {
        Out::Folder(PathBuf::from("."))
    }
}

#[derive(Debug, Clone, Serialize)]
pub struct Drafted {
    pub path: PathBuf,
    pub kind: String,
    pub year: i32,
    pub office: String,
    /// Figures in running text, each in a content control.
    pub figures: usize,
    /// Figures in tables.
    pub table_figures: usize,
    pub gaps: Vec<GapLine>,
    pub findings: Vec<Finding>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct GapLine {
    pub kind: &'static str,
    /// As it stands in the text, with brackets.
    pub text: String,
    pub subject: String,
    pub hint: String,
    pub place: Place,
}

/// Drafts and writes the report. The draft itself comes along for whoever goes on with it.
pub fn draft_report(app: &App, request: &DraftRequest) -> Result<(Drafted, Draft), AppError> {
    let (draft, profile) = render_draft(app, request)?;
    let slot = slot(&request.out, &draft)?;
    let stamp = Stamp { created: created(app.clock), store_id: STORE_ID.to_owned() };
    let (path, _): (_, Written) = place_file(&slot, |out| {
        write_word(&draft, &profile, &stamp, &request.word, out).map_err(AppError::refused)
    })?;
    Ok((drafted(path, &draft), draft))
}

/// The draft without its file.
pub(crate) fn render_draft(
    app: &App,
    request: &DraftRequest,
) -> Result<(Draft, Profile), AppError> {
    let kind = Assets::kind(request.kind.as_deref().unwrap_or(DEFAULT_KIND))?;
    let issuer = app.issuer(&request.office, kind.side)?;
    let profile = Assets::profile(&profile_name(request, &issuer.office.profile, &kind))?;
    let facts = app.snapshot(issuer, request.year, profile.citation_pattern())?;
    let facts: Arc<dyn Facts> = Arc::new(facts);
    let draft = draft(&kind, &profile, &facts)?;
    Ok((draft, profile))
}

fn profile_name(request: &DraftRequest, of_office: &str, kind: &ReportKind) -> String {
    match &request.profile {
        Some(profile) => profile.clone(),
        None if !of_office.is_empty() => of_office.to_owned(),
        None => kind.profile.clone(),
    }
}

fn drafted(path: PathBuf, draft: &Draft) -> Drafted {
    let gaps = draft.gaps();
    let gaps = gaps.into_iter().map(|placed| GapLine {
        kind: placed.gap.kind.code(),
        text: placed.gap.text.clone(),
        subject: placed.gap.subject.clone(),
        hint: placed.gap.hint.clone(),
        place: placed.place,
    });
    Drafted {
        path,
        kind: draft.kind.slug.clone(),
        year: draft.year,
        office: draft.organisation.slug.to_string(),
        figures: draft.n_figures(),
        table_figures: draft.n_table_figures(),
        gaps: gaps.collect(),
        findings: check(draft, read_prose),
    }
}

fn slot(out: &Out, draft: &Draft) -> Result<Slot, AppError> {
    match out {
        Out::File { path, replace } => Slot::chosen(path, *replace),
        Out::Folder(folder) => {
            let (kind, office) = (&draft.kind.slug, &draft.organisation.slug);
            let name = format!("bao-cao-{kind}-{office}-{}.docx", draft.year);
            Ok(Slot::Free(folder.join(name)))
        }
    }
}

/// The time in the file's properties, in UTC.
pub(crate) fn created(clock: Clock) -> String {
    let now = match clock {
        Clock::System => chrono::Utc::now().naive_utc(),
        Clock::Fixed(time) => time,
    };
    now.format("%Y-%m-%dT%H:%M:%SZ").to_string()
}
