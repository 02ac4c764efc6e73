//! What would become of each row of the plan, the stored values considered.

use tongket_intake::{AskReason, Ruling, SkipReason, Subject};

use super::OpenImport;
use crate::import_file::Comparison;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Outcome {
    pub state: State,
    /// The unit of the file is another than the indicator's.
    pub is_converted: bool,
    /// About a thousand times last year's value, or a thousandth of it.
    pub is_far: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    Ask(AskReason),
    /// Something else is stored, and the person has not chosen.
    Differs,
    /// … and stays.
    Kept,
    /// … and is replaced.
    Replaced,
    /// The same is stored.
    Same,
    Write,
    /// A ratio, which is compared and not stored.
    Check,
    Skip(SkipReason),
}

impl State {
    pub fn is_written(self) -> bool {
        matches!(self, State::Write | State::Replaced)
    }
}

impl OpenImport {
    /// Judges every row anew, after the plan or the database changed.
    pub(super) fn judge(&mut self) {
        let n_rows = self.import.plan.rows().len();
        self.outcomes = (0..n_rows).map(|row| self.outcome(row)).collect();
    }

    fn outcome(&self, row: usize) -> Outcome {
        let plain = |state| Outcome { state, is_converted: false, is_far: false };
        let plan = &self.import.plan;
        match plan.ruled(row) {
            Ruling::Ask(reason) => return plain(State::Ask(reason)),
            Ruling::Skip(reason) => return plain(State::Skip(reason)),
            Ruling::Apply(_) => {}
        }
        if plan.checks_ratio(row) {
            return plain(State::Check);
        }
        let unit = plan.rows()[row].unit();
        let kept_in = match plan.subject(row) {
            Some(Subject::Known { id, .. }) => self.known.indicator(*id).map(|of| of.unit.text()),
            _ => None,
        };
        // Nothing can be stored of a new indicator, and most rows of large files are of such.
        let Some(kept_in) = kept_in else { return plain(State::Write) };
        let action = plan.action(row);
        let state = match self.known.stored.compare(&action) {
            Comparison::Nothing => State::Write,
            Comparison::Same => State::Same,
            Comparison::Quantity(_) | Comparison::Date(_) => {
                match self.answers.replaced.get(&row) {
                    None => State::Differs,
                    Some(true) => State::Replaced,
                    Some(false) => State::Kept,
                }
            }
        };
        let is_converted =
            unit != kept_in && action.entry().is_some_and(|entry| entry.converted_from.is_some());
        Outcome { state, is_converted, is_far: self.known.stored.thousandfold(&action).is_some() }
    }
}
