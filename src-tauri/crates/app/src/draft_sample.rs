//! Drafts on the embedded sample offices, with nothing to prepare: the sample's database stands
//! beside the output and never touches the person's own.

use std::path::{Path, PathBuf};

use tongket_store::remove_database;

use crate::sample_files::{SAMPLES, SampleFiles};
use crate::session::SAMPLE_DATABASE;
use crate::{
    App, AppError, Assets, Clock, DraftRequest, Drafted, OfficeChoice, Out, draft_report, init,
    kind_slugs,
};

#[derive(Debug, Clone, Default)]
pub struct SampleRequest {
    pub draft: DraftRequest,
    /// Every kind for every sample office instead of one.
    pub all: bool,
}

/// Drafts the asked report, or all that the samples can fill; returns the database beside them.
/// When nothing could be drafted, a database made for it is taken away again.
pub fn draft_sample(
    request: &SampleRequest,
    clock: Clock,
) -> Result<(PathBuf, Vec<Drafted>), AppError> {
    refuse_unknown_names(&request.draft)?;
    let database = folder_of(&request.draft.out).join(SAMPLE_DATABASE);
    let is_new = !database.exists();
    if is_new {
        init(&database, true, clock)?;
    }
    let mut drafted = Vec::new();
    let done = draft_all(&database, request, clock, &mut drafted);
    if done.is_err() && is_new && drafted.is_empty() {
        remove_database(&database);
    }
    done.map(|()| (database, drafted))
}

/// Before anything is made.
fn refuse_unknown_names(request: &DraftRequest) -> Result<(), AppError> {
    request.kind.as_deref().map(Assets::kind).transpose()?;
    request.profile.as_deref().map(Assets::profile).transpose()?;
    Ok(())
}

fn draft_all(
    database: &Path,
    request: &SampleRequest,
    clock: Clock,
    drafted: &mut Vec<Drafted>,
) -> Result<(), AppError> {
    let app = App::open(database, clock)?;
    for request in requests(&app, request)? {
        drafted.push(draft_report(&app, &request)?.0);
    }
    Ok(())
}

fn requests(app: &App, request: &SampleRequest) -> Result<Vec<DraftRequest>, AppError> {
    if request.all {
        let samples = samples_with(app, request.draft.year)?;
        let all = samples.into_iter().flat_map(|sample| {
            kind_slugs().map(|kind| DraftRequest {
                kind: Some(kind.to_owned()),
                office: OfficeChoice(Some(sample.slug.to_owned())),
                ..request.draft.clone()
            })
        });
        return Ok(all.collect());
    }
    let mut one = request.draft.clone();
    if let (OfficeChoice(None), Some(year)) = (&one.office, one.year) {
        one.office = OfficeChoice(sample_of_year(app, year)?);
    }
    Ok(vec![one])
}

/// The sample offices that know something of the year; at least one.
fn samples_with(app: &App, year: Option<i32>) -> Result<Vec<&'static SampleFiles>, AppError> {
    let Some(year) = year else { return Ok(SAMPLES.iter().collect()) };
    let (mut samples, mut refusal) = (Vec::new(), None);
    for sample in &SAMPLES {
        let office = app.data_office(&OfficeChoice(Some(sample.slug.to_owned())))?;
        match app.checked_year(&office, year) {
            Ok(_) => samples.push(sample),
            Err(error) => refusal = Some(error),
        }
    }
    match refusal {
        Some(error) if samples.is_empty() => Err(error),
        _ => Ok(samples),
    }
}

/// The sample office whose newest figures are of this year; the default office when none is.
fn sample_of_year(app: &App, year: i32) -> Result<Option<String>, AppError> {
    for sample in &SAMPLES {
        let slug = Some(sample.slug.to_owned());
        let office = app.data_office(&OfficeChoice(slug.clone()))?;
        if app.newest_year(&office)? == year {
            return Ok(slug);
        }
    }
    Ok(None)
}

fn folder_of(out: &Out) -> PathBuf {
    match out {
        Out::Folder(folder) => folder.clone(),
        Out::File { path, .. } => path.parent().unwrap_or(Path::new("")).to_owned(),
    }
}
