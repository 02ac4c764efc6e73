//! Drafts on the embedded sample offices, with nothing to prepare: the sample's database stands
//! beside the output and never touches the person's own.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use tongket_store::remove_database;

use crate::add_sample::SAMPLES;
use crate::session::SAMPLE_DATABASE;
use crate::{
    App, AppError, Assets, Clock, DraftRequest, Drafted, OfficeChoice, Out, draft_report, init,
};

#[derive(Debug, Clone, Default)]
pub struct SampleRequest {
    pub draft: DraftRequest,
    /// Everything that the samples can fill instead of one report.
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
        return all_requests(&request.draft);
    }
    let mut one = request.draft.clone();
    if let (OfficeChoice(None), Some(year)) = (&one.office, one.year) {
        one.office = OfficeChoice(sample_of_year(app, year)?);
    }
    Ok(vec![one])
}

/// Everything that the samples can fill, of one year when it is given.
fn all_requests(asked: &DraftRequest) -> Result<Vec<DraftRequest>, AppError> {
    let mut all = Vec::new();
    let mut years = BTreeSet::new();
    for sample in &SAMPLES {
        for report in sample.reports().map_err(AppError::refused)? {
            years.insert(report.year);
            if asked.year.is_none_or(|year| year == report.year) {
                all.push(DraftRequest {
                    kind: Some(report.kind),
                    year: Some(report.year),
                    office: OfficeChoice(Some(sample.slug.to_owned())),
                    ..asked.clone()
                });
            }
        }
    }
    if let (true, Some(year)) = (all.is_empty(), asked.year) {
        let years: Vec<String> = years.iter().map(i32::to_string).collect();
        return Err(AppError::usage(format!(
            "Dữ liệu mẫu không có báo cáo năm {year}; các năm hiện có: {}",
            years.join(", ")
        )));
    }
    Ok(all)
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
