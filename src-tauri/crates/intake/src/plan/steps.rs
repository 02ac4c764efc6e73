//! The steps of a plan, made from its rows when they are asked for.

use std::collections::HashSet;

use serde::ser::SerializeSeq;
use serde::{Serialize, Serializer};

use super::labels::MatchedBy;
use super::rule::Ruling;
use super::{
    Action, AskReason, FileLabel, ImportPlan, NewIndicator, NewUnit, Step, Subject, Summary,
};
use crate::reading::Row;

impl ImportPlan {
    /// The rows of the file, one per step.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// In the order of the rows.
    pub fn steps(&self) -> impl Iterator<Item = Step> + '_ {
        (0..self.rows.len()).map(|row| self.step(row))
    }

    /// What becomes of a row, with its place.
    pub fn step(&self, row: usize) -> Step {
        Step { place: self.rows[row].place().clone(), action: self.action(row) }
    }

    /// What was ruled on a row, without making its action.
    pub fn ruled(&self, row: usize) -> Ruling {
        self.rulings[row]
    }

    /// The indicator that an applied row speaks of, without making its action.
    pub fn subject(&self, row: usize) -> Option<&Subject> {
        self.label_of(row)?.named().next()
    }

    /// What becomes of a row of the plan.
    pub fn action(&self, row: usize) -> Action {
        match self.rulings[row] {
            Ruling::Skip(reason) => Action::Skip { reason },
            Ruling::Ask(reason) => Action::Ask { reason, readings: self.readings(row) },
            Ruling::Apply(choice) => match self.readings(row).into_iter().nth(choice.into()) {
                Some(action) => action,
                // Beyond 28 digits in the indicator's unit.
                None => Action::Ask { reason: AskReason::OtherUnit, readings: Vec::new() },
            },
        }
    }

    /// Of the new indicators those that a label names now.
    fn named_newcomers(&self) -> Vec<&NewIndicator> {
        let wanted = self.labels.iter().filter(|label| label.by != MatchedBy::Unwanted);
        let named: HashSet<&Subject> = wanted.flat_map(FileLabel::named).collect();
        let new = self.new_indicators.iter();
        new.filter(|new| named.contains(&Subject::New { slug: new.slug.clone() })).collect()
    }

    /// The plan as it is shown: with its steps, and without what only keeping it needs.
    pub fn shown(&self) -> ShownPlan<'_> {
        ShownPlan {
            file: &self.file,
            hash: &self.hash,
            form: &self.form,
            new_indicators: self.named_newcomers(),
            new_units: &self.new_units,
            summary: &self.summary,
            steps: Steps(self),
        }
    }
}

/// See [`ImportPlan::shown`].
#[derive(Serialize)]
pub struct ShownPlan<'p> {
    file: &'p str,
    hash: &'p str,
    form: &'p str,
    new_indicators: Vec<&'p NewIndicator>,
    new_units: &'p [NewUnit],
    summary: &'p Summary,
    steps: Steps<'p>,
}

struct Steps<'p>(&'p ImportPlan);

impl Serialize for Steps<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut steps = to.serialize_seq(Some(self.0.rows.len()))?;
        for step in self.0.steps() {
            steps.serialize_element(&step)?;
        }
        steps.end()
    }
}
