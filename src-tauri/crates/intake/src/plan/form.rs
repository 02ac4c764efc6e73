//! The memory of forms: what makes two files editions of one form, and what the person confirmed
//! for it.

use std::collections::{BTreeMap, BTreeSet};

use foldhash::{HashSet, HashSetExt};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use tongket_model::{Indicator, Slug};

use super::edit::LabelChoice;
use super::labels::{MatchedBy, group_of};
use super::naming::key;
use super::{ImportPlan, Subject};
use crate::reading::{Measure, Row};

/// What the person confirmed for a form, to be kept with its fingerprint and handed in when the
/// next edition comes.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Learned {
    /// By the key of group and label.
    pub labels: BTreeMap<String, LearnedLabel>,
    /// By the key of a heading.
    pub measures: BTreeMap<String, Measure>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LearnedLabel {
    Indicator(Slug),
    Unwanted,
}

impl Learned {
    pub fn is_empty(&self) -> bool {
        self.labels.is_empty() && self.measures.is_empty()
    }
}

impl ImportPlan {
    /// What the next edition of this form need not ask again: every label that the person mapped
    /// or that names its indicator, with new ones under the slug they were given.
    pub fn learned(&self) -> Learned {
        let labels = self.labels.iter().filter_map(|label| {
            let learned = match (label.by, &*label.matched) {
                (MatchedBy::Unwanted, _) => LearnedLabel::Unwanted,
                (MatchedBy::Person | MatchedBy::New, [one]) => match &one.subject {
                    Subject::Known { slug, .. } | Subject::New { slug } => {
                        LearnedLabel::Indicator(slug.clone())
                    }
                },
                _ => return None,
            };
            Some((label.key(), learned))
        });
        Learned { labels: labels.collect(), measures: self.measures.clone() }
    }

    /// Takes over what was confirmed for this form, as [`propose`](super::propose) does. A slug
    /// that is gone is asked anew.
    pub fn recall(&mut self, learned: &Learned, indicators: &[Indicator]) {
        if !learned.is_empty() {
            self.learn(learned, indicators);
            self.rule();
        }
    }

    pub(super) fn learn(&mut self, learned: &Learned, indicators: &[Indicator]) {
        if learned.is_empty() {
            return;
        }
        self.measures.clone_from(&learned.measures);
        for label in &mut self.labels {
            let choice = match learned.labels.get(&label.key()) {
                Some(LearnedLabel::Unwanted) => LabelChoice::Unwanted,
                Some(LearnedLabel::Indicator(slug)) => {
                    match indicators.iter().find(|indicator| indicator.slug == *slug) {
                        Some(indicator) => LabelChoice::Indicator(indicator),
                        None => continue,
                    }
                }
                None => continue,
            };
            label.choose(choice);
        }
    }
}

/// A fingerprint of headings and labels, without years, numbers, values and the names of units.
pub(super) fn fingerprint(rows: &[Row]) -> String {
    let mut texts = BTreeSet::new();
    let (mut heads, mut labels) = (HashSet::new(), HashSet::new());
    for row in rows {
        if heads.insert(row.head()) {
            texts.insert(undated(row.head()));
        }
        // Groups of units are units as well.
        let label = (group_of(row), row.indicator());
        if labels.insert(label) {
            texts.insert(undated(&format!("{} | {}", label.0, label.1)));
        }
    }
    let mut hash = Sha256::new();
    for text in texts.iter().filter(|text| !text.is_empty()) {
        hash.update(text.as_bytes());
        hash.update(b"\n");
    }
    hash.finalize().iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

fn undated(text: &str) -> String {
    let key = key(text);
    let words = key.split(' ').filter(|word| !word.contains(|c: char| c.is_ascii_digit()));
    words.collect::<Vec<_>>().join(" ")
}
