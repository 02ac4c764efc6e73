//! Indicators that the catalogue does not have: made once per label and group, with a slug that
//! nobody uses yet.

use std::hash::BuildHasher;
use std::sync::Arc;

use foldhash::HashMap;
use foldhash::fast::RandomState;
use tongket_figures::Unit;
use tongket_model::Slug;

use super::catalogue::{Catalogue, Found};
use super::entry::Matched;
use super::field::field_of;
use super::likeness::{Likeness, likeness};
use super::naming::key;
use super::{NewIndicator, Subject};
use crate::reading::{Measure, Row, Status};

#[derive(Default)]
pub(super) struct Newcomers {
    pub(super) indicators: Vec<NewIndicator>,
    /// The labels of `indicators`.
    made_of: Vec<MadeOf>,
    /// The newest in `indicators` by the hash of its group and of its label without accents.
    newest: HashMap<u64, usize>,
    hashes: RandomState,
    /// The slugs of `indicators`, and how often each was met as that of a name.
    slugs: HashMap<Slug, usize>,
}

/// What a new indicator was made of.
struct MadeOf {
    row_path: Arc<str>,
    label: Arc<str>,
    /// The one before it with the same hash.
    before: Option<usize>,
}

impl Newcomers {
    /// The new indicator of a label. `None` when nothing of it can stand in a slug, or when the
    /// row is a ratio or the sum of a page, which do not tell the indicator's unit.
    pub(super) fn of_label(
        &mut self,
        row: &Row,
        row_path: &Arc<str>,
        label: &Arc<str>,
        catalogue: &Catalogue,
    ) -> Option<Matched> {
        let compares =
            |measure: Measure| measure.is_ratio() || row.is_in_text() && measure == Measure::Change;
        let tells_unit =
            !row.measure().is_some_and(compares) && row.status() != Status::PageSubtotal;
        if !tells_unit || row.value().is_none() && !row.is_date() {
            return None;
        }
        let hash = self.hash_of(row_path, label);
        let idx = match self.place(hash, row_path, label) {
            Some(idx) => idx,
            None => {
                let made = self.make(row, row_path, label, catalogue)?;
                self.slugs.entry(made.slug.clone()).or_default();
                self.indicators.push(made);
                let idx = self.indicators.len() - 1;
                let before = self.newest.insert(hash, idx);
                let (row_path, label) = (Arc::clone(row_path), Arc::clone(label));
                self.made_of.push(MadeOf { row_path, label, before });
                idx
            }
        };
        let new = &self.indicators[idx];
        Some(Matched { subject: Subject::New { slug: new.slug.clone() }, unit: new.unit.clone() })
    }

    fn place(&self, hash: u64, row_path: &str, label: &str) -> Option<usize> {
        let newest = self.newest.get(&hash).copied();
        let alike = std::iter::successors(newest, |idx| self.made_of[*idx].before);
        let mut same = alike.filter(|idx| {
            let made_of = &self.made_of[*idx];
            *made_of.row_path == *row_path && likeness(label, &made_of.label) == Likeness::Same
        });
        same.next()
    }

    fn hash_of(&self, row_path: &str, label: &str) -> u64 {
        self.hashes.hash_one((row_path, key(label)))
    }

    fn make(
        &mut self,
        row: &Row,
        row_path: &Arc<str>,
        label: &Arc<str>,
        catalogue: &Catalogue,
    ) -> Option<NewIndicator> {
        let (parent, name) = match label.rsplit_once(" / ") {
            Some((parent, part)) => (self.subject(row_path, parent, catalogue), Arc::from(part)),
            None => (None, Arc::clone(label)),
        };
        let groups = row_path.rsplit(" > ");
        let texts = [&**label].into_iter().chain(groups).chain([row.place().sheet()]);
        Some(NewIndicator {
            slug: self.free_slug(label, catalogue)?,
            name,
            unit: self.unit(row.unit()),
            field: field_of(texts),
            part_of: parent,
        })
    }

    /// As written; lines of one unit follow each other and share it.
    fn unit(&self, text: &str) -> Unit {
        let last = self.indicators.last().map(|made| &made.unit);
        last.filter(|unit| unit.text() == text).cloned().unwrap_or_else(|| Unit::read(text))
    }

    fn subject(&self, row_path: &Arc<str>, label: &str, catalogue: &Catalogue) -> Option<Subject> {
        if let Found::One(indicator) = catalogue.find(label) {
            return Some(Matched::known(indicator).subject);
        }
        let place = self.place(self.hash_of(row_path, label), row_path, label)?;
        Some(Subject::New { slug: self.indicators[place].slug.clone() })
    }

    /// The slug of a name, counted up while another indicator has it.
    fn free_slug(&mut self, name: &str, catalogue: &Catalogue) -> Option<Slug> {
        let first = Slug::from_name(name)?;
        let mut n_met = self.slugs.get(&first).copied().unwrap_or_default();
        let mut slug = first.clone();
        while catalogue.has_slug(&slug) || self.slugs.contains_key(&slug) {
            n_met += 1;
            slug = Slug::from_name(&format!("{first}-{}", n_met + 1))?;
        }
        self.slugs.insert(first, n_met);
        Some(slug)
    }
}
