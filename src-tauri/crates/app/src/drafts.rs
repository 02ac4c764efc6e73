//! The drafts of an office.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};
use specta::Type;
use tongket_model::{Draft, DraftTitle, OrganisationId};

use crate::stored_draft::{Counts, number_of};
use crate::{App, AppError, Scope};

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
        let issuers = self.issuers_on(self.data_office(&scope.choice())?.id)?;
        let mut drafts = self.store.drafts()?;
        drafts.retain(|draft| issuers.contains(&draft.organisation));
        Ok(drafts)
    }

    /// As [`App::stored_drafts`], without their texts.
    pub(crate) fn draft_titles(&self, scope: &Scope) -> Result<Vec<DraftTitle>, AppError> {
        let issuers = self.issuers_on(self.data_office(&scope.choice())?.id)?;
        let mut titles = self.store.draft_titles()?;
        titles.retain(|title| issuers.contains(&title.organisation));
        Ok(titles)
    }

    /// The organisations that report on the data of one.
    pub(crate) fn issuers_on(
        &self,
        data: OrganisationId,
    ) -> Result<HashSet<OrganisationId>, AppError> {
        let mut issuers = HashSet::new();
        for issuer in self.store.organisations()? {
            let id = issuer.id;
            // Its data is its own, or that of the body above it.
            let may_be = id == data || issuer.parent == Some(data);
            if may_be && self.data_of(issuer)?.id == data {
                issuers.insert(id);
            }
        }
        Ok(issuers)
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
