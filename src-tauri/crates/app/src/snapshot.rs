//! The facts of one office for one report, loaded at once: a report never sees half of a change.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use foldhash::HashMap;
use tongket_figures::Style;
use tongket_model::{
    Body, BodyId, Collection, Conclusion, ConclusionId, Conference, Document, Figure, Indicator,
    IndicatorId, ItemList, Office, Organisation, OrganisationId, Plan, Reported, Reporter,
    Scorecard, Side, Slug, Target, Theme,
};
use tongket_store::{FactsVersion, Store, StoreError};
use tongket_template::Facts;

use crate::asked_units::asked_units;
use crate::known_indicators::{known_indicator, own_by_known_slug};
use crate::memory::Bodies;
use crate::office::Issuer;
use crate::reported_year::{checked_year, known_years, newest_year};
use crate::{App, AppError, OfficeChoice};

pub(crate) struct Snapshot {
    year: i32,
    issuer: Issuer,
    citation_pattern: String,
    owned: Arc<Owned>,
}

/// All that an organisation knows.
struct Owned {
    organisation: OrganisationId,
    indicators: Vec<Indicator>,
    by_slug: HashMap<Slug, usize>,
    by_id: HashMap<IndicatorId, usize>,
    /// Read by names only where a template asks for a slug that is none of the office's.
    by_known_slug: OnceLock<HashMap<&'static str, usize>>,
    figures: ByIndicator<Figure>,
    plans: ByIndicator<Plan>,
    targets: ByIndicator<Target>,
    scorecards: Vec<Scorecard>,
    themes: Vec<Theme>,
    lists: Vec<ItemList>,
    documents: Vec<Document>,
    bodies: HashMap<BodyId, Body>,
    conferences: Vec<Conference>,
    concluded: Arc<Concluded>,
    reporters: Vec<Reporter>,
    reported: ByIndicator<Reported>,
    rounds: Vec<Collection>,
}

/// What was concluded in any year, since a report may ask for a document's or a conference's. Most
/// of what an office knows, and read anew only when it changed itself.
struct Concluded {
    rows: Vec<Conclusion>,
    places: HashMap<ConclusionId, usize>,
    /// Of each conclusion that has parts, where they stand.
    parts: HashMap<ConclusionId, Vec<usize>>,
}

/// What was read last, good until the facts change.
#[derive(Default)]
pub(crate) struct KnownFacts(Mutex<Option<Known>>);

struct Known {
    /// As the store tells it.
    version: FactsVersion,
    owned: Arc<Owned>,
}

/// Rows of one kind in one block of memory, those of an indicator next to each other.
struct ByIndicator<T> {
    rows: Vec<T>,
    places: HashMap<IndicatorId, Range<usize>>,
}

impl<T> ByIndicator<T> {
    /// `rows` come with those of an indicator next to each other.
    fn new(rows: Vec<T>, indicator: impl Fn(&T) -> IndicatorId) -> ByIndicator<T> {
        let mut places = HashMap::default();
        let mut start = 0;
        for group in rows.chunk_by(|one, next| indicator(one) == indicator(next)) {
            let end = start + group.len();
            places.extend(group.first().map(|row| (indicator(row), start..end)));
            start = end;
        }
        ByIndicator { rows, places }
    }

    fn of(&self, indicator: IndicatorId) -> &[T] {
        self.places.get(&indicator).map_or(&[], |place| &self.rows[place.clone()])
    }
}

impl App {
    /// `year` must be one about which something is known; the newest with figures when `None`.
    pub(crate) fn snapshot(
        &self,
        issuer: Issuer,
        year: Option<i32>,
        citation_pattern: &str,
    ) -> Result<Snapshot, AppError> {
        let owned = self.owned_by(issuer.data.id)?;
        let figures = owned.figures.rows.iter();
        let year = match year {
            Some(year) => {
                let (plans, reported) = (&owned.plans.rows, &owned.reported.rows);
                let known = known_years(figures, plans, &owned.concluded.rows, reported);
                checked_year(&issuer.data, year, known)?
            }
            None => newest_year(&issuer.data, figures)?,
        };
        Ok(Snapshot { year, citation_pattern: citation_pattern.to_owned(), owned, issuer })
    }

    /// The facts of an office around a year, for lists: whoever signs its reports.
    pub(crate) fn facts_around(
        &self,
        office: &OfficeChoice,
        year: i32,
    ) -> Result<Snapshot, AppError> {
        let issuer = self.issuer(office, Side::Party).or_else(|_| self.issuer(office, Side::State));
        self.snapshot(issuer?, Some(year), "")
    }

    /// Of the facts as they are now, read from the store only when they are not known.
    fn owned_by(&self, organisation: OrganisationId) -> Result<Arc<Owned>, AppError> {
        // Asked before reading: a change meanwhile is then seen the next time.
        let version = self.version_of_facts()?;
        let mut known = self.known.0.lock().unwrap_or_else(PoisonError::into_inner);
        let last = known.as_ref().filter(|last| last.owned.organisation == organisation);
        if let Some(last) = last.filter(|last| last.version == version) {
            return Ok(Arc::clone(&last.owned));
        }
        let concluded = match last.filter(|last| last.version.concludes_as(&version)) {
            Some(last) => Arc::clone(&last.owned.concluded),
            None => Arc::new(Concluded::read(&self.store, organisation)?),
        };
        let owned = Arc::new(Owned::read(&self.store, organisation, concluded)?);
        *known = Some(Known { version, owned: Arc::clone(&owned) });
        Ok(owned)
    }
}

impl Owned {
    fn read(
        store: &Store,
        owner: OrganisationId,
        concluded: Arc<Concluded>,
    ) -> Result<Owned, StoreError> {
        let mut indicators = store.indicators(owner)?;
        indicators.sort_by_key(|indicator| (indicator.position, indicator.id));
        let place = |(idx, of): (usize, &Indicator)| (of.slug.clone(), idx);
        let by_slug = indicators.iter().enumerate().map(place).collect();
        let by_id = indicators.iter().enumerate().map(|(idx, of)| (of.id, idx)).collect();
        let mut figures = store.figures_of(owner)?;
        // Figures of units below are rolled up by their own reports, not printed here.
        figures.retain(|figure| figure.organisation == owner);
        let mut plans = store.plans_of(owner)?;
        for of_indicator in plans.chunk_by_mut(|one, next| one.indicator == next.indicator) {
            of_indicator.sort_by_key(|plan| (plan.position, plan.id));
        }
        let targets = store.targets_of(owner)?;
        Ok(Owned {
            organisation: owner,
            by_slug,
            by_id,
            by_known_slug: OnceLock::new(),
            indicators,
            figures: ByIndicator::new(figures, |figure| figure.indicator),
            plans: ByIndicator::new(plans, |plan| plan.indicator),
            targets: ByIndicator::new(targets, |target| target.indicator),
            scorecards: store.scorecards_of(owner)?,
            themes: store.themes_of(owner)?,
            lists: store.lists_of(owner)?,
            documents: store.documents_of(owner)?,
            bodies: Bodies::load(store, owner)?.labelled().map(|body| (body.id, body)).collect(),
            conferences: store.conferences_of(owner)?,
            concluded,
            reporters: store.reporters_of(owner)?,
            rounds: store.collections_of(owner)?,
            reported: ByIndicator::new(store.reported_to(owner)?, |reported| reported.indicator),
        })
    }
}

impl Owned {
    fn by_known_slug(&self) -> &HashMap<&'static str, usize> {
        self.by_known_slug.get_or_init(|| own_by_known_slug(&self.indicators))
    }
}

impl Concluded {
    fn read(store: &Store, owner: OrganisationId) -> Result<Concluded, StoreError> {
        let rows = store.conclusions_of(owner)?;
        let numbered = || rows.iter().enumerate();
        let mut parts: HashMap<ConclusionId, Vec<usize>> = HashMap::default();
        for (idx, whole) in numbered().filter_map(|(idx, it)| Some((idx, it.part_of?))) {
            parts.entry(whole).or_default().push(idx);
        }
        let places = numbered().map(|(idx, it)| (it.id, idx)).collect();
        Ok(Concluded { rows, places, parts })
    }
}

impl Facts for Snapshot {
    fn year(&self) -> i32 {
        self.year
    }

    fn style(&self) -> &Style {
        &self.issuer.office.style
    }

    fn organisation(&self) -> &Organisation {
        &self.issuer.organisation
    }

    fn office(&self) -> &Office {
        &self.issuer.office
    }

    fn citation_pattern(&self) -> &str {
        &self.citation_pattern
    }

    fn indicators(&self) -> &[Indicator] {
        &self.owned.indicators
    }

    fn indicator(&self, slug: &str) -> Option<&Indicator> {
        let own = self.owned.by_slug.get(slug).or_else(|| self.owned.by_known_slug().get(slug));
        own.map(|idx| &self.owned.indicators[*idx])
    }

    fn common_name(&self, slug: &str) -> Option<&str> {
        known_indicator(slug).map(|known| known.name)
    }

    fn indicator_of(&self, id: IndicatorId) -> Option<&Indicator> {
        self.owned.by_id.get(&id).map(|idx| &self.owned.indicators[*idx])
    }

    fn figures(&self, indicator: IndicatorId) -> &[Figure] {
        self.owned.figures.of(indicator)
    }

    fn plans(&self, indicator: IndicatorId) -> &[Plan] {
        self.owned.plans.of(indicator)
    }

    fn targets(&self, indicator: IndicatorId) -> &[Target] {
        self.owned.targets.of(indicator)
    }

    fn scorecards(&self) -> &[Scorecard] {
        &self.owned.scorecards
    }

    fn themes(&self) -> &[Theme] {
        &self.owned.themes
    }

    fn lists(&self) -> &[ItemList] {
        &self.owned.lists
    }

    fn documents(&self) -> &[Document] {
        &self.owned.documents
    }

    fn bodies(&self) -> Box<dyn Iterator<Item = &Body> + '_> {
        Box::new(self.owned.bodies.values())
    }

    fn body(&self, id: BodyId) -> Option<&Body> {
        self.owned.bodies.get(&id)
    }

    fn conferences(&self) -> &[Conference] {
        &self.owned.conferences
    }

    fn conclusions(&self) -> &[Conclusion] {
        &self.owned.concluded.rows
    }

    fn conclusion(&self, id: ConclusionId) -> Option<&Conclusion> {
        let concluded = &self.owned.concluded;
        concluded.places.get(&id).map(|idx| &concluded.rows[*idx])
    }

    fn parts_of(&self, whole: ConclusionId) -> Vec<&Conclusion> {
        let Concluded { rows, parts, .. } = &*self.owned.concluded;
        let places = parts.get(&whole).map_or(&[][..], Vec::as_slice);
        places.iter().map(|idx| &rows[*idx]).collect()
    }

    fn reporters(&self) -> &[Reporter] {
        &self.owned.reporters
    }

    fn reported(&self, indicator: IndicatorId) -> &[Reported] {
        self.owned.reported.of(indicator)
    }

    fn asked(&self, indicator: IndicatorId, year: i32) -> Option<HashSet<OrganisationId>> {
        asked_units(indicator, year, &self.owned.rounds, &self.owned.reported.rows)
    }
}
