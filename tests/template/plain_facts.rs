//! Facts held in memory, for the suite's runners.

use std::collections::BTreeMap;

use tongket_figures::Style;
use tongket_model::{
    Body, BodyId, Conclusion, Conference, Document, Figure, Indicator, IndicatorId, ItemList,
    Office, Organisation, Plan, Reported, Reporter, Scorecard, Target, Theme,
};
use tongket_template::Facts;

/// One office's facts for one report.
pub struct PlainFacts {
    pub year: i32,
    pub citation: String,
    pub organisation: Organisation,
    pub office: Office,
    pub indicators: Vec<Indicator>,
    pub figures: BTreeMap<IndicatorId, Vec<Figure>>,
    pub plans: BTreeMap<IndicatorId, Vec<Plan>>,
    pub targets: BTreeMap<IndicatorId, Vec<Target>>,
    pub scorecards: Vec<Scorecard>,
    pub themes: Vec<Theme>,
    pub lists: Vec<ItemList>,
    pub documents: Vec<Document>,
    pub bodies: Vec<Body>,
    pub conferences: Vec<Conference>,
    pub conclusions: Vec<Conclusion>,
    pub reporters: Vec<Reporter>,
    pub reported: BTreeMap<IndicatorId, Vec<Reported>>,
}

impl Facts for PlainFacts {
    fn year(&self) -> i32 {
        self.year
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
        &self.citation
    }

    fn indicators(&self) -> &[Indicator] {
        &self.indicators
    }

    fn indicator(&self, slug: &str) -> Option<&Indicator> {
        self.indicators.iter().find(|indicator| indicator.slug.as_str() == slug)
    }

    fn indicator_of(&self, id: IndicatorId) -> Option<&Indicator> {
        self.indicators.iter().find(|indicator| indicator.id == id)
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

    fn bodies(&self) -> Box<dyn Iterator<Item = &Body> + '_> {
        Box::new(self.bodies.iter())
    }

    fn body(&self, id: BodyId) -> Option<&Body> {
        self.bodies.iter().find(|body| body.id == id)
    }

    fn conferences(&self) -> &[Conference] {
        &self.conferences
    }

    fn conclusions(&self) -> &[Conclusion] {
        &self.conclusions
    }

    fn reporters(&self) -> &[Reporter] {
        &self.reporters
    }

    fn reported(&self, indicator: IndicatorId) -> &[Reported] {
        self.reported.get(&indicator).map_or(&[], Vec::as_slice)
    }
}
