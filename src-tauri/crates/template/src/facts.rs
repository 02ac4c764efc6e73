//! What a template may ask for. The application answers from the database; tests answer from
//! plain data.

use std::collections::HashSet;

use tongket_figures::{Period, Style};
use tongket_model::{
    Body, BodyId, Conclusion, ConclusionId, Conference, Document, Figure, Indicator, IndicatorId,
    ItemList, Office, Organisation, OrganisationId, Plan, Reported, Reporter, Scorecard, Target,
    Theme,
};

/// The facts of one office for one report.
pub trait Facts: Send + Sync {
    /// The year the report is about.
    fn year(&self) -> i32;
    fn style(&self) -> &Style;
    fn organisation(&self) -> &Organisation;
    fn office(&self) -> &Office;
    /// Pattern of a document's first mention, from the presentation profile.
    fn citation_pattern(&self) -> &str;

    /// In the order of tables.
    fn indicators(&self) -> &[Indicator];
    fn indicator(&self, slug: &str) -> Option<&Indicator>;
    /// What is commonly called so by templates, where the office has no such indicator.
    fn common_name(&self, _slug: &str) -> Option<&str> {
        None
    }
    fn indicator_of(&self, id: IndicatorId) -> Option<&Indicator>;
    /// All figures of the office's own for an indicator, every period and kind.
    fn figures(&self, indicator: IndicatorId) -> &[Figure];
    /// All plans of an indicator, every period, in their order.
    fn plans(&self, indicator: IndicatorId) -> &[Plan];
    /// All targets of an indicator, every year.
    fn targets(&self, indicator: IndicatorId) -> &[Target];
    fn scorecards(&self) -> &[Scorecard];
    fn themes(&self) -> &[Theme];
    fn lists(&self) -> &[ItemList];
    fn documents(&self) -> &[Document];
    /// The bodies that rows may name. No two are of one name: what tells them apart stands in it.
    fn bodies(&self) -> Box<dyn Iterator<Item = &Body> + '_>;
    fn body(&self, id: BodyId) -> Option<&Body>;
    fn conferences(&self) -> &[Conference];
    /// Everything that was concluded, by year and place.
    fn conclusions(&self) -> &[Conclusion];
    fn conclusion(&self, id: ConclusionId) -> Option<&Conclusion> {
        self.conclusions().iter().find(|it| it.id == id)
    }
    /// What is a part of a conclusion: its causes, solutions, tasks below it; by year and place.
    fn parts_of(&self, whole: ConclusionId) -> Vec<&Conclusion> {
        self.conclusions().iter().filter(|it| it.part_of == Some(whole)).collect()
    }
    /// The units that report to the office, in the order of tables.
    fn reporters(&self) -> &[Reporter];
    /// Everything that units gave for an indicator, every period and measure.
    fn reported(&self, indicator: IndicatorId) -> &[Reported];
    /// The units that were asked for an indicator of a year; `None` where nobody can say: all.
    fn asked(&self, _indicator: IndicatorId, _year: i32) -> Option<HashSet<OrganisationId>> {
        None
    }
}

/// The figure of exactly `period`: the actual result before the estimate.
pub fn figure_in(facts: &dyn Facts, indicator: IndicatorId, period: Period) -> Option<&Figure> {
    of_period(facts.figures(indicator), period)
}

/// The figure that stands for `year`: that of the whole year, or else of the longest and latest
/// stretch that ends in it (a cut-off, the first n months, a range up to the year).
pub fn figure_for_year(facts: &dyn Facts, indicator: IndicatorId, year: i32) -> Option<&Figure> {
    of_year(facts.figures(indicator), year)
}

/// [`figure_in`] among the figures of one indicator.
pub fn of_period(figures: &[Figure], period: Period) -> Option<&Figure> {
    figures.iter().filter(|f| f.period == period).max_by_key(|f| f.kind)
}

/// [`figure_for_year`] among the figures of one indicator.
pub fn of_year(figures: &[Figure], year: i32) -> Option<&Figure> {
    let periods = figures.iter().map(|f| f.period).filter(|p| p.year() == year);
    let newest = periods.max_by_key(|period| {
        let is_year = matches!(period, Period::Year(_));
        let (first, last) = period.bounds();
        (is_year, last, last.days_since(first))
    });
    of_period(figures, newest?)
}

/// The plans that hold for a figure of `period`: those of the period itself, or else of its year.
pub fn plans_for(
    facts: &dyn Facts,
    indicator: IndicatorId,
    period: Period,
) -> impl Iterator<Item = &Plan> {
    plans_among(facts.plans(indicator), period)
}

/// [`plans_for`] among the plans of one indicator.
pub fn plans_among(plans: &[Plan], period: Period) -> impl Iterator<Item = &Plan> {
    let has_own = plans.iter().any(|plan| plan.period == period);
    let wanted = if has_own { period } else { Period::Year(period.year()) };
    plans.iter().filter(move |plan| plan.period == wanted)
}

/// The scorecard of `year` with this slug; without a slug the only one of the year.
pub(crate) fn scorecard_for<'f>(
    facts: &'f dyn Facts,
    slug: Option<&str>,
    year: i32,
) -> Option<&'f Scorecard> {
    let mut of_year = facts.scorecards().iter().filter(|card| card.year == year);
    match slug {
        Some(slug) => of_year.find(|card| card.slug.as_str() == slug),
        None => of_year.next(),
    }
}
