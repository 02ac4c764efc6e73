//! The plan in numbers.

use foldhash::{HashSet, HashSetExt};

use super::entry::converts_from;
use super::labels::LabelIdx;
use super::rule::Ruling;
use super::units::OFFICE;
use super::{Action, Entry, ImportPlan, NewIndicator, NewUnit, OfUnit, Subject, Summary};
use crate::reading::Measure;
use tongket_model::{OrganisationId, Slug};

impl ImportPlan {
    /// Counts what was ruled; only what is applied makes new indicators and units.
    pub(super) fn count(&mut self) {
        let mut summary = Summary::default();
        let (mut new_labels, mut new_units) = (HashSet::new(), HashSet::new());
        let mut last = None;
        for (idx, ruling) in self.rulings.iter().enumerate() {
            let row = &self.rows[idx];
            let applied = match ruling {
                Ruling::Ask(_) => &mut summary.n_questions,
                Ruling::Skip(_) => &mut summary.n_skipped,
                Ruling::Apply(_) => match self.measure_of(row) {
                    _ if row.is_date() => &mut summary.n_dates,
                    _ if self.checks_ratio(idx) => &mut summary.n_ratio_checks,
                    Some(Measure::Plan) => &mut summary.n_plans,
                    Some(Measure::Target) => &mut summary.n_targets,
                    Some(Measure::Commitment) => &mut summary.n_commitments,
                    _ => &mut summary.n_figures,
                },
            };
            *applied += 1;
            if !matches!(ruling, Ruling::Apply(_)) || self.checks_ratio(idx) {
                continue;
            }
            let label = self.row_labels[idx];
            let (unit, matched) =
                (row.unit(), self.label_of(idx).and_then(|of| of.matched.first()));
            if let Some(Subject::New { .. }) = matched.map(|matched| &matched.subject) {
                new_labels.insert(label);
            }
            if let Some(OfUnit::New { .. }) = self.unit_of(idx) {
                new_units.insert(self.row_units[idx]);
            }
            let converted = match last {
                Some((of, text, converted)) if (of, text) == (label, unit) => converted,
                _ => matched.is_some_and(|matched| converts_from(unit, &matched.unit)),
            };
            last = Some((label, unit, converted));
            summary.n_converted += usize::from(converted && !row.is_date());
        }
        summary.n_new_indicators = new_labels.len();
        summary.n_new_units = new_units.iter().filter(|unit| **unit != OFFICE).count();
        self.summary = summary;
    }
}

impl ImportPlan {
    /// The indicators and units that would be made: those that an applied row names.
    pub fn newcomers(&self) -> (Vec<&NewIndicator>, Vec<&NewUnit>) {
        let (mut labels, mut units) = (HashSet::new(), HashSet::new());
        for (idx, ruling) in self.rulings.iter().enumerate() {
            if matches!(ruling, Ruling::Apply(_)) && !self.checks_ratio(idx) {
                labels.insert(self.row_labels[idx]);
                units.extend(self.unit_of(idx));
            }
        }
        let of_label = |label: &LabelIdx| self.labels.get(usize::try_from(*label).ok()?);
        let subjects: HashSet<&Subject> =
            labels.iter().filter_map(of_label).filter_map(|label| label.named().next()).collect();
        let new = |slug: &Slug| Subject::New { slug: slug.clone() };
        let indicators = self.new_indicators.iter().filter(|of| subjects.contains(&new(&of.slug)));
        let new = |slug: &Slug| OfUnit::New { slug: slug.clone() };
        let of_units = self.new_units.iter().filter(|unit| units.contains(&new(&unit.slug)));
        (indicators.collect(), of_units.collect())
    }
}

impl ImportPlan {
    /// Names under which the file has units of the office, as the person said.
    pub fn unit_names(&self) -> Vec<(OrganisationId, &str)> {
        let meant = self.unit_answers.iter().filter(|(_, is_meant)| **is_meant);
        let named = meant.filter_map(|(unit, _)| {
            let guess = self.guesses.get(usize::try_from(*unit).ok()?)?;
            let Some(OfUnit::Known { id }) = guess else { return None };
            let row = self.row_units.iter().position(|of| of == unit)?;
            Some((*id, self.rows[row].organisation()))
        });
        named.collect()
    }
}

impl Action {
    /// The value that the action would store.
    pub fn entry(&self) -> Option<&Entry> {
        match self {
            Action::SetFigure { entry, .. }
            | Action::SetPlan { entry, .. }
            | Action::SetTarget { entry, .. }
            | Action::SetCommitment { entry, .. } => Some(entry),
            Action::SetDate { .. }
            | Action::CheckRatio { .. }
            | Action::Ask { .. }
            | Action::Skip { .. } => None,
        }
    }

    /// The indicator that the action speaks of.
    pub fn subject(&self) -> Option<&Subject> {
        match self {
            Action::SetFigure { indicator, .. }
            | Action::SetPlan { indicator, .. }
            | Action::SetTarget { indicator, .. }
            | Action::SetCommitment { indicator, .. }
            | Action::SetDate { indicator, .. }
            | Action::CheckRatio { indicator, .. } => Some(indicator),
            Action::Ask { .. } | Action::Skip { .. } => None,
        }
    }

    /// The unit that the value is of; `None` for the office itself.
    pub fn of_unit(&self) -> Option<&OfUnit> {
        match self {
            Action::SetFigure { unit, .. }
            | Action::SetPlan { unit, .. }
            | Action::SetTarget { unit, .. }
            | Action::SetCommitment { unit, .. }
            | Action::SetDate { unit, .. }
            | Action::CheckRatio { unit, .. } => unit.as_ref(),
            Action::Ask { .. } | Action::Skip { .. } => None,
        }
    }
}
