//! What a person can change in a plan. Each edit rules on all rows anew, so that conflicts,
//! repetitions and counts follow; taking an edit back leaves no trace.

use tongket_model::Indicator;

use super::entry::Matched;
use super::labels::MatchedBy;
use super::naming::key;
use super::{Answer, FileLabel, ImportPlan};
use crate::reading::Measure;

/// What a label is to mean.
#[derive(Debug, Clone, Copy)]
pub enum LabelChoice<'c> {
    Indicator(&'c Indicator),
    /// A new one, whether it was proposed or another was found.
    New,
    /// Nothing of it is wanted.
    Unwanted,
}

impl ImportPlan {
    /// Every label of the file once, in the order of the rows.
    pub fn labels(&self) -> &[FileLabel] {
        &self.labels
    }

    /// Place in [`ImportPlan::labels`] of the label of a row.
    pub fn label_of_row(&self, row: usize) -> Option<usize> {
        self.row_labels.get(row).and_then(|idx| usize::try_from(*idx).ok())
    }

    /// One of the readings of a row is right: answers a question, takes a hidden or struck-out
    /// value. False when the row has no such reading.
    pub fn take_reading(&mut self, row: usize, reading: usize) -> bool {
        let known = row < self.rows.len() && reading < self.readings(row).len();
        // Said of one row, it holds for all rows of the unit.
        if known && self.guessed_unit(row).is_some() {
            self.unit_answers.insert(self.row_units[row], reading == 0);
            self.rule();
            return true;
        }
        known && self.answer(row, Answer::Take(reading))
    }

    /// The row is not wanted, or none of its readings is right.
    pub fn skip_row(&mut self, row: usize) -> bool {
        row < self.rows.len() && self.answer(row, Answer::Skip)
    }

    /// Takes back what was said of a row.
    pub fn forget_row(&mut self, row: usize) {
        if self.answers.remove(&row).is_none()
            && let Some(unit) = self.row_units.get(row)
        {
            self.unit_answers.remove(unit);
        }
        self.rule();
    }

    fn answer(&mut self, row: usize, answer: Answer) -> bool {
        self.answers.insert(row, answer);
        self.rule();
        true
    }

    /// All rows of a label mean another indicator, a new one, or nothing. False for a label that
    /// the plan does not have, or a new one where the file does not tell its unit.
    pub fn map_label(&mut self, label: usize, choice: LabelChoice) -> bool {
        let Some(label) = self.labels.get_mut(label) else { return false };
        if !label.choose(choice) {
            return false;
        }
        self.rule();
        true
    }

    /// Takes back what was said of a label.
    pub fn forget_label(&mut self, label: usize) {
        if let Some(label) = self.labels.get_mut(label) {
            label.matched.clone_from(&label.proposed);
            label.by = label.proposed_by;
        }
        self.rule();
    }

    /// All cells under this heading hold values of this kind.
    pub fn set_measure(&mut self, head: &str, measure: Measure) {
        self.measures.insert(key(head), measure);
        self.rule();
    }

    /// Takes back what was said of a heading.
    pub fn forget_measure(&mut self, head: &str) {
        self.measures.remove(&key(head));
        self.rule();
    }
}

impl FileLabel {
    pub(super) fn choose(&mut self, choice: LabelChoice) -> bool {
        match choice {
            LabelChoice::Indicator(indicator) => {
                self.matched = [Matched::known(indicator)].into();
                self.by = MatchedBy::Person;
            }
            LabelChoice::New if self.new_one().is_none() => return false,
            LabelChoice::New => {
                self.matched = self.new_one().into_iter().collect();
                self.by = MatchedBy::Person;
            }
            LabelChoice::Unwanted => self.by = MatchedBy::Unwanted,
        }
        true
    }
}
