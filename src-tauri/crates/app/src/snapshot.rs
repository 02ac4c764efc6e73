//! The facts of one office for one report, loaded at once: a report never sees half of a change.

use std::collections::HashMap;

use tongket_figures::Style;
use tongket_model::{
    Document, Figure, Indicator, IndicatorId, ItemList, Office, Organisation, Plan, Scorecard,
    Target, Theme,
};
use tongket_template::Facts;

use crate::office::Issuer;
use crate::{App, AppError};

pub(crate) struct Snapshot {
    year: i32,
    issuer: Issuer,
    citation_pattern: String,
    indicators: Vec<Indicator>,
    by_slug: HashMap<String, usize>,
    by_id: HashMap<IndicatorId, usize>,
    figures: HashMap<IndicatorId, Vec<Figure>>,
    plans: HashMap<IndicatorId, Vec<Plan>>,
    targets: HashMap<IndicatorId, Vec<Target>>,
    scorecards: Vec<Scorecard>,
    themes: Vec<Theme>,
    lists: Vec<ItemList>,
    documents: Vec<Document>,
}

impl App {
    pub(crate) fn snapshot(
        &self,
        issuer: Issuer,
        year: i32,
        citation_pattern: &str,
    ) -> Result<Snapshot, AppError> {
        let store = &self.store;
        let owner = issuer.data.id;
        let mut indicators = store.indicators(owner)?;
        indicators.sort_by_key(|indicator| (indicator.position, indicator.id));
        let place = |(idx, of): (usize, &Indicator)| (of.slug.to_string(), idx);
        let by_slug = indicators.iter().enumerate().map(place).collect();
        let by_id = indicators.iter().enumerate().map(|(idx, of)| (of.id, idx)).collect();
        let mut figures: HashMap<IndicatorId, Vec<Figure>> = HashMap::new();
        for figure in store.figures_of(owner)? {
            // Figures of units below are rolled up by their own reports, not printed here.
            if figure.organisation == owner {
                figures.entry(figure.indicator).or_default().push(figure);
            }
        }
        let mut plans: HashMap<IndicatorId, Vec<Plan>> = HashMap::new();
        for plan in store.plans_of(owner)? {
            plans.entry(plan.indicator).or_default().push(plan);
        }
        for plans in plans.values_mut() {
            plans.sort_by_key(|plan| (plan.position, plan.id));
        }
        let mut targets: HashMap<IndicatorId, Vec<Target>> = HashMap::new();
        for target in store.targets_of(owner)? {
            targets.entry(target.indicator).or_default().push(target);
        }
        Ok(Snapshot {
            year,
            citation_pattern: citation_pattern.to_owned(),
            by_slug,
            by_id,
            indicators,
            figures,
            plans,
            targets,
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
        self.figures.get(&indicator).map_or(&[], Vec::as_slice)
    }

    fn plans(&self, indicator: IndicatorId) -> &[Plan] {
        self.plans.get(&indicator).map_or(&[], Vec::as_slice)
    }

    fn targets(&self, indicator: IndicatorId) -> &[Target] {
        self.targets.get(&indicator).map_or(&[], Vec::as_slice)
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
