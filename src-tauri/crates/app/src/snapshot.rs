//! The facts of one office for one report, loaded at once: a report never sees half of a change.

use std::collections::HashMap;
use std::ops::Range;

use tongket_figures::Style;
use tongket_model::{
    Document, Figure, Indicator, IndicatorId, ItemList, Office, Organisation, Plan, Scorecard,
    Slug, Target, Theme,
};
use tongket_template::Facts;

use crate::office::Issuer;
use crate::reported_year::{checked_year, newest_year};
use crate::{App, AppError};

pub(crate) struct Snapshot {
    year: i32,
    issuer: Issuer,
    citation_pattern: String,
    indicators: Vec<Indicator>,
    by_slug: HashMap<Slug, usize>,
    by_id: HashMap<IndicatorId, usize>,
    figures: ByIndicator<Figure>,
    plans: ByIndicator<Plan>,
    targets: ByIndicator<Target>,
    scorecards: Vec<Scorecard>,
    themes: Vec<Theme>,
    lists: Vec<ItemList>,
    documents: Vec<Document>,
}

/// Rows of one kind in one block of memory, those of an indicator next to each other.
struct ByIndicator<T> {
    rows: Vec<T>,
    places: HashMap<IndicatorId, Range<usize>>,
}

impl<T> ByIndicator<T> {
    /// `rows` come with those of an indicator next to each other.
    fn new(rows: Vec<T>, indicator: impl Fn(&T) -> IndicatorId) -> ByIndicator<T> {
        let mut places = HashMap::new();
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
        let store = &self.store;
        let owner = issuer.data.id;
        let mut indicators = store.indicators(owner)?;
        indicators.sort_by_key(|indicator| (indicator.position, indicator.id));
        let place = |(idx, of): (usize, &Indicator)| (of.slug.clone(), idx);
        let by_slug = indicators.iter().enumerate().map(place).collect();
        let by_id = indicators.iter().enumerate().map(|(idx, of)| (of.id, idx)).collect();
        let mut figures = store.figures_of(owner)?;
        // Figures of units below are rolled up by their own reports, not printed here.
        figures.retain(|figure| figure.organisation == owner);
        let mut plans = store.plans_of(owner)?;
        plans.sort_by_cached_key(|plan| (plan.indicator, plan.position, plan.id));
        let mut targets = store.targets_of(owner)?;
        targets.sort_by_cached_key(|target| target.indicator);
        let year = match year {
            Some(year) => checked_year(&issuer.data, year, figures.iter(), plans.iter())?,
            None => newest_year(&issuer.data, figures.iter())?,
        };
        Ok(Snapshot {
            year,
            citation_pattern: citation_pattern.to_owned(),
            by_slug,
            by_id,
            indicators,
            figures: ByIndicator::new(figures, |figure| figure.indicator),
            plans: ByIndicator::new(plans, |plan| plan.indicator),
            targets: ByIndicator::new(targets, |target| target.indicator),
            scorecards: store.scorecards_of(owner)?,
            themes: store.themes_of(owner)?,
            lists: store.lists_of(owner)?,
            documents: store.documents_of(owner)?,
            issuer,
        })
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
        &self.indicators
    }

    fn indicator(&self, slug: &str) -> Option<&Indicator> {
        self.by_slug.get(slug).map(|idx| &self.indicators[*idx])
    }

    fn indicator_of(&self, id: IndicatorId) -> Option<&Indicator> {
        self.by_id.get(&id).map(|idx| &self.indicators[*idx])
    }

    fn figures(&self, indicator: IndicatorId) -> &[Figure] {
        self.figures.of(indicator)
    }

    fn plans(&self, indicator: IndicatorId) -> &[Plan] {
        self.plans.of(indicator)
    }

    fn targets(&self, indicator: IndicatorId) -> &[Target] {
        self.targets.of(indicator)
    }

    fn scorecards(&self) -> &[Scorecard] {
        &self.scorecards
    }

    fn themes(&self) -> &[Theme] {
        &self.themes
    }

    fn lists(&self) -> &[ItemList] {
        &self.lists
    }

    fn documents(&self) -> &[Document] {
        &self.documents
    }
}
