//! The drafts of an office.

use serde::{Deserialize, Serialize};
use specta::Type;
use tongket_model::Draft;

use crate::stored_draft::{Counts, number_of};
use crate::{App, AppError, OfficeChoice, Scope};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct DraftLine {
    pub id: u32,
    pub title: String,
    /// `tong-ket-xay-dung-dang` or `own:3`
    pub kind: String,
    pub kind_name: String,
    pub year: i32,
    /// Slug of the office that issues it.
    pub office: String,
    /// ISO time.
    pub changed: String,
    /// 0 when none is frozen.
    pub latest_version: u32,
    pub gaps: u32,
    /// A draft that cannot be rendered is one finding.
    pub findings: u32,
    /// In running text and in tables.
    pub figures: u32,
}

/// Those of every year that report on the office's data; of the scope's year first.
pub fn drafts(app: &App, scope: &Scope) -> Result<Vec<DraftLine>, AppError> {
    let mut lines = lines(app, scope, |_| true)?;
    lines.sort_by_key(|line| line.year != scope.year);
    Ok(lines)
}

/// Those of the scope's year.
pub(crate) fn drafts_of_year(app: &App, scope: &Scope) -> Result<Vec<DraftLine>, AppError> {
    lines(app, scope, |draft| draft.year == scope.year)
}

fn lines(
    app: &App,
    scope: &Scope,
    wanted: impl Fn(&Draft) -> bool,
) -> Result<Vec<DraftLine>, AppError> {
    let data = app.data_office(&scope.choice())?;
    let mut lines = Vec::new();
    for stored in app.store.drafts()?.into_iter().filter(wanted) {
        let issuer = app.organisation(stored.organisation)?.slug.to_string();
        if app.data_office(&OfficeChoice(Some(issuer)))?.id == data.id {
            lines.push(draft_line(app, &stored)?);
        }
    }
    Ok(lines)
}

pub(crate) fn draft_line(app: &App, stored: &Draft) -> Result<DraftLine, AppError> {
    let counts = match app.render_stored(stored) {
        Ok(rendered) => Counts::of(&rendered.draft),
        Err(_) => Counts { figures: 0, gaps: 0, findings: 1 },
    };
    let versions = app.store.versions_of(stored.id)?;
    Ok(DraftLine {
        id: number_of(stored.id),
        title: stored.title.clone(),
        kind: stored.kind.clone(),
        kind_name: stored.settings.kind_name.clone(),
        year: stored.year,
        office: app.organisation(stored.organisation)?.slug.to_string(),
        changed: stored.changed.clone(),
        latest_version: versions.last().map_or(0, |version| version.number),
        gaps: counts.gaps,
        findings: counts.findings,
        figures: counts.figures,
    })
}
