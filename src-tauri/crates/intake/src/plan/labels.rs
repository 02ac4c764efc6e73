//! The labels of a file, each once, and the indicator that each names.

use std::sync::Arc;

use foldhash::HashMap;
use serde::{Deserialize, Serialize};
use tongket_figures::spelled;

use super::Subject;
use super::catalogue::{Catalogue, Found};
use super::entry::Matched;
use super::likeness::is_called;
use super::naming::{is_kind_word, key};
use super::newcomers::Newcomers;
use super::propose::RatioLabel;
use crate::reading::{Measure, Row};

/// Place in [`ImportPlan::labels`](super::ImportPlan).
pub(super) type LabelIdx = u32;

/// A label of the file and what it names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileLabel {
    /// Groups above it.
    pub row_path: Arc<str>,
    /// As the file writes it.
    pub label: Arc<str>,
    pub by: MatchedBy,
    /// What it names; more than one where the catalogue has several that fit.
    pub(super) matched: Arc<[Matched]>,
    /// What it would name without the person's word.
    pub(super) proposed: Arc<[Matched]>,
    pub(super) proposed_by: MatchedBy,
    /// The label says how much of a plan is reached, and whose: its values are checked.
    pub(super) ratio_of: Option<String>,
    /// An earlier label of the same group that begins with the same words: equal values in two
    /// units are the same fact.
    pub(super) alike: Option<LabelIdx>,
    /// The new indicator that the person may want instead of what was found.
    #[serde(default)]
    pub(super) instead: Option<Box<Matched>>,
    /// The label that its values are promises of: "Giải ngân" of "Cam kết giải ngân".
    #[serde(default)]
    pub(super) promises: Option<LabelIdx>,
    /// A table names it, not only a sentence.
    #[serde(default)]
    pub(super) in_table: bool,
}

/// Why a label names its indicator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MatchedBy {
    /// Name or alias, in whatever spelling.
    Name,
    /// The same words in another order: asked.
    Guess,
    /// Several indicators have the name: asked.
    Several,
    /// The catalogue has none: a new one would be made.
    New,
    /// The person said so, now or for an earlier edition of the form.
    Person,
    /// Nothing can be made of it.
    Nothing,
    /// The person does not want it.
    Unwanted,
}

impl FileLabel {
    /// What is known when the file is met.
    pub(super) fn proposed(
        row: &Row,
        catalogue: &Catalogue,
        newcomers: &mut Newcomers,
    ) -> FileLabel {
        let (row_path, label) = named(&shared_group_of(row), shared_label_of(row));
        let found = match catalogue.find(&label) {
            Found::Nothing if row.is_in_text() => catalogue.find_in_sentence(&label),
            found => found,
        };
        let instead = match found {
            Found::Nothing => None,
            _ => newcomers.of_label(row, &row_path, &label, catalogue),
        };
        let one = |matched: Matched| Arc::from([matched]);
        let nothing = || (Arc::from([]), MatchedBy::Nothing);
        let (matched, by) = match found {
            // Sentences leave out what tells two indicators apart.
            Found::One(indicator) if row.is_in_text() && !is_called(indicator, &label) => {
                (one(Matched::known(indicator)), MatchedBy::Guess)
            }
            Found::One(indicator) => (one(Matched::known(indicator)), MatchedBy::Name),
            Found::Guess(indicator) => (one(Matched::known(indicator)), MatchedBy::Guess),
            Found::Several(several) => {
                (several.into_iter().map(Matched::known).collect(), MatchedBy::Several)
            }
            // What it is a promise of is known when the whole sheet is.
            Found::Nothing if row.measure() == Some(Measure::Commitment) => nothing(),
            Found::Nothing => match newcomers.of_label(row, &row_path, &label, catalogue) {
                Some(new) => (one(new), MatchedBy::New),
                None => nothing(),
            },
        };
        FileLabel {
            row_path,
            label,
            by,
            matched: matched.clone(),
            proposed: matched,
            proposed_by: by,
            ratio_of: None,
            alike: None,
            instead: instead.map(Box::new),
            promises: None,
            in_table: false,
        }
    }

    /// The new indicator that was proposed for it, or can be.
    pub(super) fn new_one(&self) -> Option<Matched> {
        let is_new = |matched: &&Matched| matches!(matched.subject, Subject::New { .. });
        self.proposed.iter().find(is_new).cloned().or_else(|| self.instead.as_deref().cloned())
    }

    /// The same for every spelling of its group and words that is no doubt.
    pub fn key(&self) -> String {
        format!("{} | {}", spelled(&self.row_path), spelled(&self.label))
    }

    /// A new indicator was proposed for it, or can be made instead.
    pub fn can_be_new(&self) -> bool {
        self.new_one().is_some()
    }

    /// What the label names, best first; empty when nothing is known.
    pub fn named(&self) -> impl Iterator<Item = &Subject> {
        self.matched.iter().map(|matched| &matched.subject)
    }
}

/// The groups that the row's indicator stands in; where the rows are units, groups are of units.
pub(super) fn group_of(row: &Row) -> &str {
    if row.organisation().is_empty() { row.row_path() } else { "" }
}

fn shared_group_of(row: &Row) -> Arc<str> {
    if row.organisation().is_empty() { Arc::clone(row.shared_path()) } else { Arc::default() }
}

/// What a row is of. A sentence says "thu ngân sách so với kế hoạch tỉnh giao" of a ratio: it is
/// one to "thu ngân sách".
fn label_of(row: &Row) -> &str {
    let said = row.indicator();
    match row.measure() {
        Some(measure) if row.is_in_text() && (measure.is_ratio() || measure == Measure::Change) => {
            said.split_once(" so với ").map_or(said, |(thing, _)| thing)
        }
        _ => said,
    }
}

/// As [`label_of`], shared by the rows of a line where it is the whole of what they say.
fn shared_label_of(row: &Row) -> Arc<str> {
    let (label, said) = (label_of(row), row.shared_indicator());
    if label.len() == said.len() { Arc::clone(said) } else { label.into() }
}

/// A label that only names a kind of value ("Kế hoạch") speaks of the group it stands in.
fn named(row_path: &Arc<str>, label: Arc<str>) -> (Arc<str>, Arc<str>) {
    if !row_path.is_empty() && is_kind_word(&label) {
        let (path, group) = row_path.rsplit_once(" > ").unwrap_or(("", row_path));
        return (path.into(), group.into());
    }
    (Arc::clone(row_path), label)
}

/// Gathers labels as the rows go by; rows of one line follow each other.
#[derive(Default)]
pub(super) struct Labels {
    pub(super) labels: Vec<FileLabel>,
    places: HashMap<(Arc<str>, Arc<str>), LabelIdx>,
    last: Option<(Arc<str>, Arc<str>, LabelIdx)>,
    /// The labels of each group.
    of_group: HashMap<Arc<str>, Vec<LabelIdx>>,
}

impl Labels {
    pub(super) fn of_row(
        &mut self,
        row: &Row,
        catalogue: &Catalogue,
        newcomers: &mut Newcomers,
    ) -> LabelIdx {
        let idx = self.place_of(row, catalogue, newcomers);
        if !row.is_in_text()
            && row.value().is_some()
            && let Some(label) = self.get_mut(idx)
        {
            label.in_table = true;
        }
        idx
    }

    fn place_of(
        &mut self,
        row: &Row,
        catalogue: &Catalogue,
        newcomers: &mut Newcomers,
    ) -> LabelIdx {
        let (path, label) = (group_of(row), label_of(row));
        if let Some((last_path, last_label, idx)) = &self.last
            && (&**last_path, &**last_label) == (path, label)
            && !self.may_name_now(*idx, row)
        {
            return *idx;
        }
        let place = (shared_group_of(row), shared_label_of(row));
        let known = self.places.get(&place).copied();
        let idx = match known {
            Some(idx) if !self.may_name_now(idx, row) => idx,
            // A ratio came first: it did not tell the indicator's unit.
            Some(idx) => {
                let made = FileLabel::proposed(row, catalogue, newcomers);
                if let Some(label) = self.get_mut(idx) {
                    *label = FileLabel { alike: label.alike, in_table: label.in_table, ..made };
                }
                idx
            }
            None => self.add(FileLabel::proposed(row, catalogue, newcomers)),
        };
        self.places.insert(place.clone(), idx);
        self.last = Some((place.0, place.1, idx));
        idx
    }

    /// A label that names a ratio of what the catalogue has.
    pub(super) fn add_ratio(&mut self, row: &Row, label: RatioLabel) -> LabelIdx {
        let place = (shared_group_of(row), Arc::clone(row.shared_indicator()));
        if let Some(idx) = self.places.get(&place) {
            return *idx;
        }
        let idx = self.add(FileLabel::of_ratio(row, label));
        self.places.insert(place, idx);
        idx
    }

    /// The values of an unnamed label are promises of those of `leader`.
    pub(super) fn promise(&mut self, label: LabelIdx, leader: LabelIdx) {
        let of_leader = usize::try_from(leader).ok().and_then(|at| self.labels.get(at));
        let Some((proposed, by)) = of_leader.map(|of| (of.proposed.clone(), of.proposed_by)) else {
            return;
        };
        if let Some(label) = self.get_mut(label).filter(|label| label.by == MatchedBy::Nothing) {
            label.matched.clone_from(&proposed);
            (label.proposed, label.by, label.proposed_by) = (proposed, by, by);
            label.promises = Some(leader);
        }
    }

    /// An unnamed label becomes an indicator of its own.
    pub(super) fn name(
        &mut self,
        label: LabelIdx,
        row: &Row,
        catalogue: &Catalogue,
        newcomers: &mut Newcomers,
    ) {
        let Some(label) = self.get_mut(label).filter(|label| label.by == MatchedBy::Nothing) else {
            return;
        };
        let (row_path, text) = (label.row_path.clone(), label.label.clone());
        if let Some(new) = newcomers.of_label(row, &row_path, &text, catalogue) {
            label.matched = [new].into();
            label.proposed = label.matched.clone();
            (label.by, label.proposed_by) = (MatchedBy::New, MatchedBy::New);
        }
    }

    fn get_mut(&mut self, idx: LabelIdx) -> Option<&mut FileLabel> {
        self.labels.get_mut(usize::try_from(idx).ok()?)
    }

    fn may_name_now(&self, idx: LabelIdx, row: &Row) -> bool {
        let at = usize::try_from(idx).unwrap_or(usize::MAX);
        let unnamed = self.labels.get(at).is_some_and(|label| label.by == MatchedBy::Nothing);
        let tells = |measure: Measure| {
            !measure.is_ratio() && !matches!(measure, Measure::Commitment | Measure::Change)
        };
        unnamed && row.value().is_some() && row.measure().is_none_or(tells)
    }

    fn add(&mut self, mut label: FileLabel) -> LabelIdx {
        let idx = LabelIdx::try_from(self.labels.len()).unwrap_or(LabelIdx::MAX);
        let same_group = self.of_group.entry(label.row_path.clone()).or_default();
        let begins = |long: &str, short: &str| {
            short.contains(' ')
                && long.strip_prefix(short).is_some_and(|rest| rest.starts_with(' '))
        };
        // Only few labels stand in one group; a flat list of thousands is not compared.
        if same_group.len() < MAX_GROUP {
            let own = key(&label.label);
            label.alike = same_group.iter().copied().find(|other| {
                let other = usize::try_from(*other).ok().and_then(|at| self.labels.get(at));
                other.is_some_and(|other| {
                    let other = key(&other.label);
                    begins(&other, &own) || begins(&own, &other)
                })
            });
        }
        same_group.push(idx);
        self.labels.push(label);
        idx
    }
}

const MAX_GROUP: usize = 100;
