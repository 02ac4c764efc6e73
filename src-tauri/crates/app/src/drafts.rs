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
    let mut stored = app.stored_drafts(scope)?;
    stored.sort_by_key(|draft| draft.year != scope.year);
    stored.iter().map(|draft| draft_line(app, draft)).collect()
}

/// Those of the scope's year.
pub(crate) fn drafts_of_year(app: &App, scope: &Scope) -> Result<Vec<DraftLine>, AppError> {
    let mut stored = app.stored_drafts(scope)?;
    stored.retain(|draft| draft.year == scope.year);
    stored.iter().map(|draft| draft_line(app, draft)).collect()
}

impl App {
    /// Those that report on the data of the scope's office, of every year.
    pub(crate) fn stored_drafts(&self, scope: &Scope) -> Result<Vec<Draft>, AppError> {
        let data = self.data_office(&scope.choice())?;
        let mut drafts = Vec::new();
        for stored in self.store.drafts()? {
            let issuer = self.organisation(stored.organisation)?.slug.to_string();
            if self.data_office(&OfficeChoice(Some(issuer)))?.id == data.id {
                drafts.push(stored);
            }
        }
        Ok(drafts)
    }
}

pub(crate) fn draft_line(app: &App, stored: &Draft) -> Result<DraftLine, AppError> {
    let unreadable = Counts { figures: 0, gaps: 0, findings: 1 };
    let counts = app.counts_of(stored)?.unwrap_or(unreadable);
    Ok(DraftLine {
        id: number_of(stored.id),
        title: stored.title.clone(),
        kind: stored.kind.clone(),
        kind_name: stored.settings.kind_name.clone(),
        year: stored.year,
        office: app.organisation(stored.organisation)?.slug.to_string(),
        changed: stored.changed.clone(),
        latest_version: app.store.latest_version(stored.id)?,
        gaps: counts.gaps,
        findings: counts.findings,
        figures: counts.figures,
    })
}
