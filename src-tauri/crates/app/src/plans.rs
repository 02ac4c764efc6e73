//! The plans of an office and the targets for years to come: listed and set.

use serde::Serialize;
use tongket_figures::{Quantity, Style};
use tongket_model::{Indicator, IndicatorId, Origin, State};

use crate::cell_entry::{CellReader, EntryColumn};
use crate::year_data::YearData;
use crate::{App, AppError, OfficeChoice};

/// One plan or target as a line of a list. Amounts are plain decimal text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlanLine {
    pub indicator: String,
    pub name: String,
    /// The period in its machine form; of a target the year it is set for.
    pub period: String,
    /// Who assigned it; empty when nobody is named.
    pub assigner: String,
    /// As reports print it: "trên 120 đảng viên".
    pub printed: String,
    pub value: String,
    /// The denominator of a count "7/8".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<String>,
    /// The upper end of a range.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    pub unit: String,
    pub state: State,
    /// The text as it was written.
    pub raw: String,
    pub origin: String,
}

/// What a person types for one plan or target.
#[derive(Debug, Clone)]
pub struct PlanEntry {
    pub office: OfficeChoice,
    pub indicator: String,
    /// "1.172,5", "trên 120", "7/8"; empty takes it away.
    pub value: String,
    pub year: i32,
}

/// The plans in the order of the indicators; of one year or all.
pub fn list_plans(
    app: &App,
    office: &OfficeChoice,
    year: Option<i32>,
) -> Result<Vec<PlanLine>, AppError> {
    let lister = Lister::new(app, office)?;
    let mut plans = app.store.plans_of(lister.owner)?;
    plans.retain(|plan| year.is_none_or(|year| plan.period.year() == year));
    let lines = plans.iter().filter_map(|plan| {
        let line = lister.line(plan.indicator, &plan.quantity, (&plan.raw, &plan.origin))?;
        let (period, assigner) = (plan.period.to_string(), plan.assigner.clone());
        Some((plan.indicator, PlanLine { period, assigner, state: plan.state, ..line }))
    });
    Ok(lister.in_order(lines.collect()))
}

/// The targets in the order of the indicators; for one year or all.
pub fn list_targets(
    app: &App,
    office: &OfficeChoice,
    year: Option<i32>,
) -> Result<Vec<PlanLine>, AppError> {
    let lister = Lister::new(app, office)?;
    let mut targets = app.store.targets_of(lister.owner)?;
    targets.retain(|target| year.is_none_or(|year| target.year == year));
    let lines = targets.iter().filter_map(|target| {
        let line =
            lister.line(target.indicator, &target.quantity, (&target.raw, &target.origin))?;
        let period = target.year.to_string();
        Some((target.indicator, PlanLine { period, state: target.state, ..line }))
    });
    Ok(lister.in_order(lines.collect()))
}

/// Stores the plan of a year by one assigner as one step; returns it as it is now.
pub fn set_plan(
    app: &mut App,
    entry: &PlanEntry,
    assigner: &str,
) -> Result<Option<PlanLine>, AppError> {
    let column = EntryColumn::Plan(assigner.trim().to_owned());
    write(app, entry, &column, entry.year)?;
    let lines = list_plans(app, &entry.office, Some(entry.year))?;
    Ok(lines.into_iter().find(|line| {
        line.indicator == entry.indicator
            && line.assigner == assigner.trim()
            && line.period == entry.year.to_string()
    }))
}

/// Stores the target for a year as one step; returns it as it is now.
pub fn set_target(app: &mut App, entry: &PlanEntry) -> Result<Option<PlanLine>, AppError> {
    write(app, entry, &EntryColumn::NextTarget, entry.year - 1)?;
    let lines = list_targets(app, &entry.office, Some(entry.year))?;
    Ok(lines.into_iter().find(|line| line.indicator == entry.indicator))
}

fn write(
    app: &mut App,
    entry: &PlanEntry,
    column: &EntryColumn,
    year: i32,
) -> Result<(), AppError> {
    let data = YearData::load(app, &entry.office, year)?;
    let of = app.indicator(&data.owner, &entry.indicator)?;
    let changes = CellReader::new(&data).read(&of, column, &entry.value, &entry.value)?;
    let name = format!("Sửa {}: {}", column.name(year), of.name_in_sentence());
    app.store.transact(&name, |open| changes.iter().try_for_each(|change| change.write(open)))?;
    Ok(())
}

struct Lister {
    owner: tongket_model::OrganisationId,
    indicators: Vec<Indicator>,
    style: Style,
}

impl Lister {
    fn new(app: &App, office: &OfficeChoice) -> Result<Lister, AppError> {
        let office = app.data_office(office)?;
        let indicators = app.store.indicators(office.id)?;
        Ok(Lister { owner: office.id, indicators, style: app.style(&office)? })
    }

    /// Without period and assigner.
    fn line(
        &self,
        of: IndicatorId,
        quantity: &Quantity,
        (raw, origin): (&str, &Origin),
    ) -> Option<PlanLine> {
        let of = self.indicators.iter().find(|indicator| indicator.id == of)?;
        Some(PlanLine {
            indicator: of.slug.to_string(),
            name: of.name.clone(),
            period: String::new(),
            assigner: String::new(),
            printed: quantity.print(&self.style),
            value: quantity.amount.plain(),
            of: quantity.of.map(|of| of.plain()),
            to: quantity.to.map(|to| to.plain()),
            unit: quantity.unit.text().to_owned(),
            state: State::Confirmed,
            raw: raw.to_owned(),
            origin: origin.describe(),
        })
    }

    fn in_order(&self, mut lines: Vec<(IndicatorId, PlanLine)>) -> Vec<PlanLine> {
        let place = |id: IndicatorId| self.indicators.iter().position(|of| of.id == id);
        lines.sort_by_cached_key(|(id, line)| (place(*id), line.period.clone()));
        lines.into_iter().map(|(_, line)| line).collect()
    }
}
