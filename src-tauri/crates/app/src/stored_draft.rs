//! What all actions on a stored draft share: finding it, rendering its own body, writing it as Word.

use std::io::{Seek, Write};
use std::sync::Arc;

use tongket_model::{DraftId, Organisation, OrganisationId};
use tongket_report::{
    Draft as RenderedDraft, Finding, Profile, ReportKind, Severity, Spot, Stamp, WordOptions,
    Written, check, draft, write_word,
};
use tongket_template::Facts;

use crate::draft_report::{STORE_ID, created};
use crate::plain::count;
use crate::read_body::read_body;
use crate::read_prose::read_prose;
use crate::{App, AppError, Assets, BodyReading, DateReading, OfficeChoice, read_date};

/// The id as the window knows it.
pub(crate) fn number_of(id: DraftId) -> u32 {
    u32::try_from(id.0).unwrap_or(u32::MAX)
}

/// A fingerprint of a body: what is saved must have been typed on the text that is stored.
pub(crate) fn revision(body: &str) -> u32 {
    // FNV-1a
    body.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// A draft on the data of now, with all that is needed to write it.
pub(crate) struct Rendered {
    pub draft: RenderedDraft,
    profile: Profile,
    word: WordOptions,
}

/// How many figures, gaps and findings a draft has, as the window counts them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Counts {
    /// In running text and in tables.
    pub figures: u32,
    pub gaps: u32,
    /// Without gaps, and without what is only worth knowing.
    pub findings: u32,
}

impl Counts {
    pub fn of(draft: &RenderedDraft) -> Counts {
        let matters = |finding: &Finding| {
            finding.severity != Severity::Note && !matches!(finding.spot, Some(Spot::Gap(_)))
        };
        Counts {
            figures: count(draft.n_figures() + draft.n_table_figures()),
            gaps: count(draft.gaps().len()),
            findings: count(
                check(draft, read_prose).iter().filter(|finding| matters(finding)).count(),
            ),
        }
    }
}

impl App {
    pub(crate) fn stored(&self, id: u32) -> Result<tongket_model::Draft, AppError> {
        Ok(self.store.draft(DraftId(i64::from(id)))?)
    }

    pub(crate) fn organisation(&self, id: OrganisationId) -> Result<Organisation, AppError> {
        let mut all = self.store.organisations()?.into_iter();
        all.find(|organisation| organisation.id == id).ok_or_else(|| {
            AppError::refused("Cơ quan của dự thảo không còn trong dữ liệu; hãy tải lại")
        })
    }

    /// The facts of the draft's office and year, and its profile.
    pub(crate) fn facts_of(
        &self,
        stored: &tongket_model::Draft,
    ) -> Result<(Arc<dyn Facts>, Profile), AppError> {
        let profile = Assets::profile(&stored.settings.profile)?;
        let slug = self.organisation(stored.organisation)?.slug.to_string();
        let issuer = self.issuer(&OfficeChoice(Some(slug)), stored.settings.side)?;
        let facts = self.snapshot(issuer, Some(stored.year), profile.citation_pattern())?;
        Ok((Arc::new(facts), profile))
    }

    pub(crate) fn render_stored(
        &self,
        stored: &tongket_model::Draft,
    ) -> Result<Rendered, AppError> {
        let (facts, profile) = self.facts_of(stored)?;
        let draft = draft(&kind_of(stored), &profile, &facts)?;
        let settings = &stored.settings;
        let word = WordOptions {
            contents: settings.toc,
            number: (!settings.number.is_empty()).then(|| settings.number.clone()),
            date: match read_date(&settings.date) {
                Some(DateReading::Day(day)) => Some(day),
                _ => None,
            },
            draft_no: settings.draft_mark.then_some(self.next_version(stored)?),
        };
        Ok(Rendered { draft, profile, word })
    }

    /// What the body says, or what is wrong with it; also when the office or the data of the year
    /// are gone, so that the text can still be seen and saved.
    pub(crate) fn reading(&self, stored: &tongket_model::Draft) -> BodyReading {
        match self.facts_of(stored) {
            Ok((facts, profile)) => read_body(&kind_of(stored), &profile, &facts),
            Err(error) => BodyReading::without_facts(&error),
        }
    }

    /// What is worked on becomes the version of this number when it is frozen.
    pub(crate) fn next_version(&self, stored: &tongket_model::Draft) -> Result<u32, AppError> {
        Ok(self.store.latest_version(stored.id)? + 1)
    }

    pub(crate) fn write_draft<W: Write + Seek>(
        &self,
        rendered: &Rendered,
        out: W,
    ) -> Result<(W, Written), AppError> {
        let stamp = Stamp { created: created(self.clock), store_id: STORE_ID.to_owned() };
        write_word(&rendered.draft, &rendered.profile, &stamp, &rendered.word, out)
            .map_err(AppError::refused)
    }

    /// Local time: `2026-11-22T08:30:05`.
    pub(crate) fn time(&self) -> String {
        crate::backups::iso(self.clock.now())
    }
}

/// A kind of its own: errors name the draft, its body and subject are the draft's.
pub(crate) fn kind_of(stored: &tongket_model::Draft) -> ReportKind {
    let settings = &stored.settings;
    ReportKind {
        slug: stored.title.clone(),
        name: settings.kind_name.clone(),
        side: settings.side,
        profile: settings.profile.clone(),
        type_name: settings.type_name.clone(),
        symbol: settings.symbol.clone(),
        subject: settings.subject.clone(),
        body: stored.body.clone(),
    }
}
