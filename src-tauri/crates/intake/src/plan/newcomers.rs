//! Indicators that the catalogue does not have: made once per label and group, with a slug that
//! nobody uses yet.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use tongket_figures::Unit;
use tongket_model::{Origin, Slug};

use super::catalogue::{Catalogue, Found};
use super::entry::Matched;
use super::field::field_of;
use super::likeness::{Likeness, likeness};
use super::naming::key;
use super::{NewIndicator, Subject};
use crate::reading::{Measure, Row, Status};

/// A label as written, and its place in the list.
type Placed = (String, usize);

#[derive(Default)]
pub(super) struct Newcomers {
    pub(super) indicators: Vec<NewIndicator>,
    /// Group and label to the place in `indicators`.
    places: HashMap<(Arc<str>, String), Vec<Placed>>,
    slugs: HashSet<Slug>,
    /// How often a name was met, to count its slug up from there.
    n_slugs: HashMap<Slug, usize>,
}

impl Newcomers {
    /// The new indicator of a label. `None` when nothing of it can stand in a slug, or when the
    /// row is a ratio or the sum of a page, which do not tell the indicator's unit.
    pub(super) fn of_label(
        &mut self,
        row: &Row,
        row_path: &Arc<str>,
        label: &str,
        catalogue: &Catalogue,
        origin: impl FnOnce() -> Origin,
    ) -> Option<Matched> {
        let compares =
            |measure: Measure| measure.is_ratio() || row.is_in_text() && measure == Measure::Change;
        let tells_unit =
            !row.measure().is_some_and(compares) && row.status() != Status::PageSubtotal;
        if !tells_unit || row.value().is_none() && !row.is_date() {
            return None;
        }
        let idx = match self.place(row_path, label) {
            Some(idx) => idx,
            None => {
                let made = self.make(row, row_path, label, catalogue, origin)?;
                self.slugs.insert(made.slug.clone());
                self.indicators.push(made);
                let place = (Arc::clone(row_path), key(label));
                let idx = self.indicators.len() - 1;
                self.places.entry(place).or_default().push((label.to_owned(), idx));
                idx
            }
        };
        let new = &self.indicators[idx];
        Some(Matched { subject: Subject::New { slug: new.slug.clone() }, unit: new.unit.clone() })
    }

    fn place(&self, row_path: &Arc<str>, label: &str) -> Option<usize> {
        let alike = self.places.get(&(Arc::clone(row_path), key(label)))?;
        let same = alike.iter().find(|(other, _)| likeness(label, other) == Likeness::Same);
        same.map(|(_, idx)| *idx)
    }

    fn make(
        &mut self,
        row: &Row,
        row_path: &Arc<str>,
        label: &str,
        catalogue: &Catalogue,
        origin: impl FnOnce() -> Origin,
    ) -> Option<NewIndicator> {
        let (parent, name) = match label.rsplit_once(" / ") {
            Some((parent, part)) => (self.subject(row_path, parent, catalogue), part),
            None => (None, label),
        };
        let groups = row_path.rsplit(" > ");
        let texts = [label].into_iter().chain(groups).chain([row.place().sheet()]);
        Some(NewIndicator {
            slug: self.free_slug(label, catalogue)?,
            name: name.to_owned(),
            unit: Unit::read(row.unit()),
            field: field_of(texts),
            part_of: parent,
            origin: origin(),
        })
    }

    fn subject(&self, row_path: &Arc<str>, label: &str, catalogue: &Catalogue) -> Option<Subject> {
        if let Found::One(indicator) = catalogue.find(label) {
            return Some(Matched::known(indicator).subject);
        }
        let place = self.place(row_path, label)?;
        Some(Subject::New { slug: self.indicators[place].slug.clone() })
    }

    /// The slug of a name, counted up while another indicator has it.
    fn free_slug(&mut self, name: &str, catalogue: &Catalogue) -> Option<Slug> {
        let first = Slug::from_name(name)?;
        let n_met = self.n_slugs.entry(first.clone()).or_default();
        loop {
            *n_met += 1;
            let slug = match *n_met {
                1 => first.clone(),
                n => Slug::from_name(&format!("{first}-{n}"))?,
            };
            if !catalogue.has_slug(&slug) && !self.slugs.contains(&slug) {
                return Some(slug);
            }
        }
    }
}
