//! Writes what an import is certain of, each value under its indicator.

use std::collections::{BTreeSet, HashMap};

use tongket_figures::Direction;
use tongket_intake::{Action, ImportPlan, NewIndicator, OfUnit, Subject};
use tongket_model::{
    Figure, FigureId, Indicator, IndicatorId, OrganisationId, Plan, PlanId, Reported, ReportedId,
    ReportedValue, Reporter, State, Target, TargetId,
};
use tongket_store::{Changes, StoreError};

use super::Applied;
use super::stored::{Comparison, Stored, reported_key};
use crate::AppError;
use crate::reporters::Newcomers;

/// Where the file's value is to take the place of another that is stored.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Replacing<'r> {
    None,
    All,
    /// By rows of the plan.
    Rows(&'r BTreeSet<usize>),
}

impl Replacing<'_> {
    fn has(self, row: usize) -> bool {
        match self {
            Replacing::None => false,
            Replacing::All => true,
            Replacing::Rows(rows) => rows.contains(&row),
        }
    }
}

/// Writes the certain part of a plan.
pub(super) struct Writer<'s> {
    office: OrganisationId,
    stored: &'s Stored,
    plan: &'s ImportPlan,
    /// The plan's new indicators, and the ids of those that were made.
    proposed: HashMap<&'s str, &'s NewIndicator>,
    new: HashMap<String, IndicatorId>,
    newcomers: Newcomers<'s>,
    new_units: HashMap<String, OrganisationId>,
    replacing: Replacing<'s>,
    applied: Applied,
}

impl<'s> Writer<'s> {
    pub fn new(
        office: OrganisationId,
        stored: &'s Stored,
        plan: &'s ImportPlan,
        newcomers: Newcomers<'s>,
        replacing: Replacing<'s>,
    ) -> Writer<'s> {
        let proposed = plan.new_indicators.iter().map(|new| (new.slug.as_str(), new)).collect();
        let (new, new_units, applied) = (HashMap::new(), HashMap::new(), Applied::default());
        Writer { office, stored, plan, proposed, new, newcomers, new_units, replacing, applied }
    }

    pub fn write(mut self, changes: &mut Changes) -> Result<Applied, AppError> {
        for (row, step) in self.plan.steps().enumerate() {
            self.step(changes, &step.action, row)?;
        }
        for reporter in self.newcomers.also_called(&self.plan.unit_names()) {
            changes.set_reporter(&reporter)?;
        }
        Ok(self.applied)
    }

    fn step(&mut self, changes: &mut Changes, action: &Action, row: usize) -> Result<(), AppError> {
        if let Some(unit) = action.of_unit() {
            return self.reported(changes, action, unit, row);
        }
        let Some(entry) = action.entry() else { return Ok(()) };
        if self.is_left(action, row) {
            return Ok(());
        }
        let (quantity, raw, origin) =
            (entry.quantity.clone(), entry.raw.clone(), entry.origin.clone());
        let state = if entry.assumed { State::Assumed } else { State::Draft };
        let position = i64::try_from(row).unwrap_or(i64::MAX);
        match action {
            Action::SetFigure { indicator, period, kind, .. } => {
                let Some(indicator) = self.id_of(changes, indicator)? else { return Ok(()) };
                let (id, organisation, period, kind) = (FigureId(0), self.office, *period, *kind);
                changes.set_figure(&Figure {
                    id,
                    indicator,
                    organisation,
                    period,
                    kind,
                    quantity,
                    raw,
                    origin,
                    state,
                    published: None,
                })?;
                self.applied.figures += 1;
                self.applied.years.insert(period.year());
            }
            Action::SetPlan { indicator, period, assigner, .. } => {
                let Some(indicator) = self.id_of(changes, indicator)? else { return Ok(()) };
                let (id, period, assigner) = (PlanId(0), *period, assigner.clone());
                changes.set_plan(&Plan {
                    id,
                    indicator,
                    period,
                    assigner,
                    quantity,
                    raw,
                    origin,
                    state,
                    position,
                })?;
                self.applied.plans += 1;
                self.applied.years.insert(period.year());
            }
            Action::SetTarget { indicator, year, .. } => {
                let Some(indicator) = self.id_of(changes, indicator)? else { return Ok(()) };
                let (id, year, document, selected) = (TargetId(0), *year, None, false);
                changes.set_target(&Target {
                    id,
                    indicator,
                    year,
                    quantity,
                    document,
                    selected,
                    position,
                    raw,
                    origin,
                    state,
                })?;
                self.applied.targets += 1;
            }
            Action::SetCommitment { .. }
            | Action::SetDate { .. }
            | Action::CheckRatio { .. }
            | Action::Ask { .. }
            | Action::Skip { .. } => {}
        }
        Ok(())
    }

    /// Nothing is to be written, because it stands there already or because something else does
    /// that is not to be replaced.
    fn is_left(&mut self, action: &Action, row: usize) -> bool {
        match self.stored.compare(action) {
            Comparison::Nothing => false,
            Comparison::Same => {
                self.applied.unchanged += 1;
                true
            }
            Comparison::Quantity(_) | Comparison::Date(_) => {
                let is_kept = !self.replacing.has(row);
                self.applied.conflicts += usize::from(is_kept);
                is_kept
            }
        }
    }

    /// What is of a single unit.
    fn reported(
        &mut self,
        changes: &mut Changes,
        action: &Action,
        unit: &OfUnit,
        row: usize,
    ) -> Result<(), AppError> {
        let Some((period, measure)) = reported_key(action) else { return Ok(()) };
        let (indicator, value, raw, origin, state) = match action {
            Action::SetDate { indicator, date, origin, .. } => {
                (indicator, ReportedValue::Date(*date), date.iso(), origin, State::Draft)
            }
            Action::SetFigure { indicator, entry, .. }
            | Action::SetPlan { indicator, entry, .. }
            | Action::SetCommitment { indicator, entry, .. } => {
                let state = if entry.assumed { State::Assumed } else { State::Draft };
                let value = ReportedValue::Quantity(entry.quantity.clone());
                (indicator, value, entry.raw.clone(), &entry.origin, state)
            }
            _ => return Ok(()),
        };
        if self.is_left(action, row) {
            return Ok(());
        }
        let Some(indicator) = self.id_of(changes, indicator)? else { return Ok(()) };
        let Some(reporter) = self.reporter_of(changes, unit)? else { return Ok(()) };
        changes.set_reported(&Reported {
            id: ReportedId(0),
            indicator,
            reporter,
            period,
            measure,
            value,
            raw,
            origin: origin.clone(),
            state,
        })?;
        self.applied.reported += 1;
        self.applied.years.insert(period.year());
        Ok(())
    }

    /// The unit's id; a new unit is made when the first value of it is written.
    fn reporter_of(
        &mut self,
        changes: &mut Changes,
        unit: &OfUnit,
    ) -> Result<Option<OrganisationId>, AppError> {
        let slug = match unit {
            OfUnit::Known { id } => return Ok(Some(*id)),
            OfUnit::New { slug } => slug,
        };
        if let Some(id) = self.new_units.get(slug.as_str()) {
            return Ok(Some(*id));
        }
        let Some(new) = self.plan.new_units.iter().find(|new| new.slug == *slug) else {
            return Ok(None);
        };
        let id = match self.newcomers.one(&new.name, &new.group)? {
            None => self.newcomers.known(&new.name),
            Some((organisation, reporter)) => {
                let id = changes.add_organisation(&organisation)?;
                changes.set_reporter(&Reporter { organisation: id, ..reporter })?;
                self.applied.new_units += 1;
                Some(id)
            }
        };
        self.new_units.extend(id.map(|id| (slug.to_string(), id)));
        Ok(id)
    }

    /// The subject's id; a new indicator is made when the first value of it is written.
    fn id_of(
        &mut self,
        changes: &mut Changes,
        subject: &Subject,
    ) -> Result<Option<IndicatorId>, StoreError> {
        let slug = match subject {
            Subject::Known { id, .. } => return Ok(Some(*id)),
            Subject::New { slug } => slug,
        };
        if let Some(id) = self.new.get(slug.as_str()) {
            return Ok(Some(*id));
        }
        let Some(new) = self.proposed.get(slug.as_str()).copied() else { return Ok(None) };
        let part_of = match &new.part_of {
            Some(parent) => self.id_of(changes, parent)?,
            None => None,
        };
        let position = self.stored.names.len() + self.new.len();
        let indicator = Indicator { part_of, ..self.indicator_of(new, position) };
        let id = changes.add_indicator(&indicator)?;
        self.new.insert(slug.to_string(), id);
        self.applied.new_indicators += 1;
        Ok(Some(id))
    }

    fn indicator_of(&self, new: &NewIndicator, position: usize) -> Indicator {
        Indicator {
            id: IndicatorId(0),
            organisation: self.office,
            slug: new.slug.clone(),
            name: new.name.to_string(),
            short_name: String::new(),
            aliases: Vec::new(),
            unit: new.unit.clone(),
            field: new.field.clone(),
            direction: Direction::default(),
            decimals: None,
            phrase: String::new(),
            part_of: None,
            cumulates: None,
            since: None,
            supplier: String::new(),
            due: String::new(),
            position: i64::try_from(position).unwrap_or(i64::MAX),
        }
    }
}
