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
    /// How many of them changed what was concluded.
    n_changes_of_conclusions: u64,
}

/// Stays as it is for as long as everything does that reports are made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FactsVersion {
    /// By other programs.
    elsewhere: i64,
    n_changes_of_facts: u64,
    n_changes_of_conclusions: u64,
}

impl FactsVersion {
    /// Whether what was concluded is the same in both.
    pub fn concludes_as(&self, other: &FactsVersion) -> bool {
        self.elsewhere == other.elsewhere
            && self.n_changes_of_conclusions == other.n_changes_of_conclusions
    }
}

impl Touched {
    pub fn extend(&mut self, nouns: &BTreeSet<Noun>) {
        self.n_changes_of_facts += u64::from(nouns.iter().any(|noun| is_fact(*noun)));
        self.n_changes_of_conclusions += u64::from(nouns.contains(&Noun::Conclusion));
        self.nouns.extend(nouns);
    }

    pub fn take(&mut self) -> (BTreeSet<Noun>, Option<StepId>) {
        (std::mem::take(&mut self.nouns), self.step.take())
    }

    /// `elsewhere` counts the changes of other programs.
    pub fn version_of_facts(&self, elsewhere: i64) -> FactsVersion {
        let Touched { n_changes_of_facts, n_changes_of_conclusions, .. } = *self;
        FactsVersion { elsewhere, n_changes_of_facts, n_changes_of_conclusions }
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
