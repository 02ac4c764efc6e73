//! The facts of the benchmark's office, read from its database, so that the phases of drafting can
//! be measured apart from each other.

use std::collections::HashMap;

use tongket_figures::Style;
use tongket_model::{
    Body, BodyId, Conclusion, Conference, Document, Figure, Indicator, IndicatorId, ItemList,
    Office, Organisation, Plan, Reported, Reporter, Scorecard, Target, Theme,
};
use tongket_store::Store;
use tongket_template::Facts;

use crate::Failure;
use crate::dataset::YEAR;

pub struct StoredFacts {
    organisation: Organisation,
    office: Office,
    citation_pattern: String,
    indicators: Vec<Indicator>,
    by_slug: HashMap<String, usize>,
    by_id: HashMap<IndicatorId, usize>,
    figures: HashMap<IndicatorId, Vec<Figure>>,
    plans: HashMap<IndicatorId, Vec<Plan>>,
    targets: HashMap<IndicatorId, Vec<Target>>,
    scorecards: Vec<Scorecard>,
    conclusions: Vec<Conclusion>,
}

impl StoredFacts {
    pub fn read(store: &Store, citation_pattern: &str) -> Result<StoredFacts, Failure> {
        let organisation = store.organisations()?.into_iter().next().ok_or("no organisation")?;
        let owner = organisation.id;
        let office = store.office(owner)?.ok_or("no office")?;
        let indicators = store.indicators(owner)?;
        let numbered = || indicators.iter().enumerate();
        Ok(StoredFacts {
            office,
            citation_pattern: citation_pattern.to_owned(),
            by_slug: numbered().map(|(idx, of)| (of.slug.to_string(), idx)).collect(),
            by_id: numbered().map(|(idx, of)| (of.id, idx)).collect(),
            figures: grouped(store.figures_of(owner)?, |figure| figure.indicator),
            plans: grouped(store.plans_of(owner)?, |plan| plan.indicator),
            targets: grouped(store.targets_of(owner)?, |target| target.indicator),
            scorecards: store.scorecards_of(owner)?,
            conclusions: store.conclusions_of(owner)?,
            indicators,
            organisation,
        })
    }
}

fn grouped<T>(all: Vec<T>, of: impl Fn(&T) -> IndicatorId) -> HashMap<IndicatorId, Vec<T>> {
    let mut groups: HashMap<IndicatorId, Vec<T>> = HashMap::new();
    for one in all {
        groups.entry(of(&one)).or_default().push(one);
    }
    groups
}

impl Facts for StoredFacts {
    fn year(&self) -> i32 {
        YEAR
    }

    fn style(&self) -> &Style {
        &self.office.style
    }

    fn organisation(&self) -> &Organisation {
        &self.organisation
    }

    fn office(&self) -> &Office {
        &self.office
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
        &[]
    }

    fn lists(&self) -> &[ItemList] {
        &[]
    }

    fn documents(&self) -> &[Document] {
        &[]
    }

    fn bodies(&self) -> Box<dyn Iterator<Item = &Body> + '_> {
        Box::new(std::iter::empty())
    }

    fn body(&self, _: BodyId) -> Option<&Body> {
        None
    }

    fn conferences(&self) -> &[Conference] {
        &[]
    }

    fn conclusions(&self) -> &[Conclusion] {
        &self.conclusions
    }

    fn reporters(&self) -> &[Reporter] {
        &[]
    }

    fn reported(&self, _: IndicatorId) -> &[Reported] {
        &[]
    }
}
