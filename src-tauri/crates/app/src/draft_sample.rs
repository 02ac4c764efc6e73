//! Drafts on the embedded sample offices, with nothing to prepare: the sample's database stands
//! beside the output and never touches the person's own.

use std::path::{Path, PathBuf};

use crate::{
    App, AppError, Clock, DraftRequest, Drafted, OfficeChoice, Out, draft_report, kind_slugs,
};
use crate::{init, sample_files::SAMPLES};

#[derive(Debug, Clone, Default)]
pub struct SampleRequest {
    pub draft: DraftRequest,
    /// Every kind for every sample office instead of one.
    pub all: bool,
}

/// The name of the sample's database.
const DATABASE: &str = "tong-ket-mau.db";

/// Drafts the asked report, or all that the samples can fill; returns the database beside them.
pub fn draft_sample(
    request: &SampleRequest,
    clock: Clock,
) -> Result<(PathBuf, Vec<Drafted>), AppError> {
    let folder = folder_of(&request.draft.out);
    let database = folder.join(DATABASE);
    let app = if database.exists() {
        App::open(&database, clock)?
    } else {
        init(&database, true, clock)?;
        App::open(&database, clock)?
    };
    let mut drafted = Vec::new();
    for request in requests(&app, request)? {
        drafted.push(draft_report(&app, &request)?);
    }
    Ok((database, drafted))
}

fn requests(app: &App, request: &SampleRequest) -> Result<Vec<DraftRequest>, AppError> {
    if request.all {
        let all = SAMPLES.iter().flat_map(|sample| {
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
