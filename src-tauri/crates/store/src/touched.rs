//! What the steps of one open store touched.

use std::collections::BTreeSet;

use tongket_model::StepId;

use crate::Noun;

#[derive(Debug, Default)]
pub(crate) struct Touched {
    /// Since somebody last asked.
    nouns: BTreeSet<Noun>,
    /// The step done last since then; what was undone and redone is none.
    pub step: Option<StepId>,
    /// How many steps changed what reports are made from, since the store was opened.
    n_changes_of_facts: u64,
}

impl Touched {
    pub fn extend(&mut self, nouns: &BTreeSet<Noun>) {
        self.n_changes_of_facts += u64::from(nouns.iter().any(|noun| is_fact(*noun)));
        self.nouns.extend(nouns);
    }

    pub fn take(&mut self) -> (BTreeSet<Noun>, Option<StepId>) {
        (std::mem::take(&mut self.nouns), self.step.take())
    }

    pub fn n_changes_of_facts(&self) -> u64 {
        self.n_changes_of_facts
    }
}

/// Not what is written from the facts, such as drafts.
fn is_fact(noun: Noun) -> bool {
    matches!(
        noun,
        Noun::Organisation
            | Noun::Office
            | Noun::Indicator
            | Noun::Figure
            | Noun::Plan
            | Noun::Target
            | Noun::Scorecard
            | Noun::Theme
            | Noun::List
            | Noun::Body
            | Noun::Conference
            | Noun::Document
            | Noun::Conclusion
            | Noun::Reporter
            | Noun::Reported
    )
}
