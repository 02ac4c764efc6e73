//! What drafts come to, remembered while neither their text nor the facts change: lists and panels
//! ask for it again and again, and finding it out means rendering the draft.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use foldhash::HashMap;
use tongket_model::{Draft, DraftId};
use tongket_store::FactsVersion;

use crate::stored_draft::Counts;
use crate::{App, AppError};

/// Where a draft names an indicator, by its slug.
pub(crate) type Uses = BTreeMap<String, Places>;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Places {
    pub n_places: usize,
    /// The first, in UTF-16 code units.
    pub first: u32,
}

#[derive(Default)]
pub(crate) struct KnownDrafts(Mutex<HashMap<DraftId, Known>>);

struct Known {
    draft: Draft,
    /// Of the facts.
    version: FactsVersion,
    /// `None` until somebody asks; an inner `None` of a draft that cannot be rendered.
    counts: Option<Option<Counts>>,
    uses: Option<Arc<Uses>>,
}

impl KnownDrafts {
    fn all(&self) -> MutexGuard<'_, HashMap<DraftId, Known>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What is known of a draft that reads like this, on these facts.
    fn ask<T>(
        &self,
        draft: &Draft,
        version: FactsVersion,
        known: impl FnOnce(&Known) -> Option<T>,
    ) -> Option<T> {
        let all = self.all();
        let of_draft = all.get(&draft.id)?;
        (of_draft.version == version && of_draft.draft == *draft).then(|| known(of_draft))?
    }

    fn learn(&self, draft: &Draft, version: FactsVersion, learn: impl FnOnce(&mut Known)) {
        let new = || Known { draft: draft.clone(), version, counts: None, uses: None };
        let mut all = self.all();
        let known = all.entry(draft.id).or_insert_with(new);
        if known.version != version || known.draft != *draft {
            *known = new();
        }
        learn(known);
    }
}

impl App {
    /// How many figures, gaps and findings the draft has; `None` when it cannot be rendered.
    pub(crate) fn counts_of(&self, draft: &Draft) -> Result<Option<Counts>, AppError> {
        let version = self.version_of_facts()?;
        if let Some(counts) = self.known_drafts.ask(draft, version, |known| known.counts) {
            return Ok(counts);
        }
        let counts = self.render_stored(draft).ok().map(|rendered| Counts::of(&rendered.draft));
        self.known_drafts.learn(draft, version, |known| known.counts = Some(counts));
        Ok(counts)
    }

    /// Where the draft names which indicators; nothing of one that cannot be read.
    pub(crate) fn uses_of(&self, draft: &Draft) -> Result<Arc<Uses>, AppError> {
        let version = self.version_of_facts()?;
        if let Some(uses) = self.known_drafts.ask(draft, version, |known| known.uses.clone()) {
            return Ok(uses);
        }
        let mut uses = Uses::new();
        for chip in self.reading(draft).chips {
            let Some(slug) = chip.indicator else { continue };
            let places = uses.entry(slug).or_insert(Places { n_places: 0, first: chip.from });
            places.n_places += 1;
        }
        let uses = Arc::new(uses);
        self.known_drafts.learn(draft, version, |known| known.uses = Some(Arc::clone(&uses)));
        Ok(uses)
    }
}
