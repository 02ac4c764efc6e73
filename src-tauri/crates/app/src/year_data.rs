//! What an office knows around one year, read at once: the rows of the grid, the overview.

use std::collections::HashMap;

use tongket_figures::{Period, Style, Verdict as Met, verdict};
use tongket_model::{Figure, Indicator, IndicatorId, Organisation, Plan, Target};
use tongket_template::{of_period, of_year, plans_among};

use crate::figure_grid::Verdict;
use crate::{App, AppError, OfficeChoice};

pub(crate) struct YearData {
    pub owner: Organisation,
    pub year: i32,
    pub style: Style,
    /// In the order of tables.
    pub indicators: Vec<Indicator>,
    /// Of the year and the one before.
    figures: HashMap<IndicatorId, Vec<Figure>>,
    /// Of the year, in their order.
    plans: HashMap<IndicatorId, Vec<Plan>>,
    /// For the year after.
    targets: HashMap<IndicatorId, Target>,
    /// Of the year.
    notes: HashMap<IndicatorId, String>,
}

impl YearData {
    pub fn load(app: &App, office: &OfficeChoice, year: i32) -> Result<YearData, AppError> {
        let owner = app.data_office(office)?;
        let store = &app.store;
        let targets = store.targets_for(owner.id, year + 1)?;
        let notes = store.notes_of(owner.id)?.into_iter().filter(|note| note.year == year);
        Ok(YearData {
            year,
            style: app.style(&owner)?,
            indicators: store.indicators(owner.id)?,
            figures: grouped(store.figures_around(owner.id, year)?, |figure| figure.indicator),
            plans: grouped(store.plans_in(owner.id, year)?, |plan| plan.indicator),
            targets: targets.into_iter().map(|target| (target.indicator, target)).collect(),
            notes: notes.map(|note| (note.indicator, note.text)).collect(),
            owner,
        })
    }

    /// Refused when there is none of this slug.
    pub fn indicator(&self, slug: &str) -> Result<&Indicator, AppError> {
        self.indicators.iter().find(|of| of.slug.as_str() == slug).ok_or_else(|| {
            AppError::refused(format!(
                "Không còn chỉ tiêu «{slug}»; có thể vừa bị xóa, hãy tải lại"
            ))
        })
    }

    pub fn figures(&self, of: IndicatorId) -> &[Figure] {
        self.figures.get(&of).map_or(&[], Vec::as_slice)
    }

    /// The figure that stands for the year.
    pub fn result(&self, of: IndicatorId) -> Option<&Figure> {
        of_year(self.figures(of), self.year)
    }

    pub fn last_year(&self, of: IndicatorId) -> Option<&Figure> {
        of_year(self.figures(of), self.year - 1)
    }

    /// What a figure is compared with: exactly the same stretch of the year before. A report may
    /// compare with another stretch, since it says so among its findings; a table has no room to.
    pub fn same_period(&self, of: IndicatorId, figure: &Figure) -> Option<&Figure> {
        of_period(self.figures(of), figure.period.same_period_last_year()?)
    }

    /// Every plan of the year, whatever part of it the plan is for.
    pub fn plans(&self, of: IndicatorId) -> &[Plan] {
        self.plans.get(&of).map_or(&[], Vec::as_slice)
    }

    /// The plan of the year by one assigner; that of the whole year before one of a part of it.
    pub fn plan_by(&self, of: IndicatorId, assigner: &str) -> Option<&Plan> {
        let by = self.plans(of).iter().filter(|plan| plan.assigner == assigner);
        by.max_by_key(|plan| (plan.period == Period::Year(self.year), std::cmp::Reverse(plan.id)))
    }

    pub fn target(&self, of: IndicatorId) -> Option<&Target> {
        self.targets.get(&of)
    }

    /// Empty when there is none.
    pub fn note(&self, of: IndicatorId) -> &str {
        self.notes.get(&of).map_or("", String::as_str)
    }

    /// Whose figure is owed for the year and not in. Wherever the window counts what is missing, it
    /// is these.
    pub fn missing(&self) -> impl Iterator<Item = &Indicator> {
        self.indicators.iter().filter(|of| self.is_missing(of.id))
    }

    /// A figure is owed when there is a plan for it, or it was given last year.
    fn is_missing(&self, of: IndicatorId) -> bool {
        let is_owed = !self.plans(of).is_empty() || self.last_year(of).is_some();
        is_owed && self.result(of).is_none()
    }

    /// The plan by which the year's figure is judged.
    pub fn judging_plan(&self, of: IndicatorId) -> Option<&Plan> {
        plans_among(self.plans(of), self.result(of)?.period).next()
    }

    /// How the year's figure stands against its first plan, as reports judge it; pending while
    /// only a part of the planned stretch is in.
    pub fn verdict(&self, of: &Indicator) -> Option<Verdict> {
        let Some(figure) = self.result(of.id) else {
            return self.is_missing(of.id).then_some(Verdict::Missing);
        };
        let plan = self.judging_plan(of.id)?;
        if is_part(figure.period) && plan.period != figure.period {
            return Some(Verdict::Pending);
        }
        Some(match verdict(&figure.quantity, &plan.quantity, of.direction)? {
            Met::Exceeded => Verdict::Exceeded,
            Met::Met => Verdict::Met,
            Met::NotMet => Verdict::NotMet,
        })
    }
}

/// Whether the stretch ends before its year does, or leaves out the start of it.
pub(crate) fn is_part(period: Period) -> bool {
    match period {
        Period::Year(_) | Period::Range { .. } | Period::Term { .. } => false,
        Period::Quarter { .. } => true,
        Period::Months { months, .. } => months < 12,
        Period::CutOff(date) => (date.month(), date.day()) != (12, 31),
    }
}

fn grouped<T>(rows: Vec<T>, indicator: impl Fn(&T) -> IndicatorId) -> HashMap<IndicatorId, Vec<T>> {
    let mut groups: HashMap<IndicatorId, Vec<T>> = HashMap::new();
    for row in rows {
        groups.entry(indicator(&row)).or_default().push(row);
    }
    groups
}
