//! Indicators that the catalogue does not have: made once per label and group, with a slug that
//! nobody uses yet.

use std::collections::{HashMap, HashSet};

use tongket_figures::Unit;
use tongket_model::{Origin, Slug};

use super::catalogue::{Catalogue, Found};
use super::entry::Matched;
use super::field::field_of;
use super::naming::key;
use super::{NewIndicator, Subject};
use crate::reading::{Measure, Row};

#[derive(Default)]
pub(super) struct Newcomers {
    pub(super) indicators: Vec<NewIndicator>,
    /// Group and label to the place in `indicators`.
    places: HashMap<(String, String), usize>,
    slugs: HashSet<Slug>,
    /// How often a name was met, to count its slug up from there.
    n_slugs: HashMap<Slug, usize>,
}

impl Newcomers {
    /// The new indicator of a row. `None` when nothing of its label can stand in a slug, or when
    /// the row is a ratio, which does not tell the indicator's unit.
    pub(super) fn of_row(
        &mut self,
        row: &Row,
        catalogue: &Catalogue,
        origin: &Origin,
    ) -> Option<Matched> {
        let label = (row.row_path.clone(), key(&row.indicator));
        let place = match self.places.get(&label) {
            Some(place) => *place,
            None => {
                let made = self.make(row, catalogue, origin)?;
                self.slugs.insert(made.slug.clone());
                self.indicators.push(made);
                self.places.insert(label, self.indicators.len() - 1);
                self.indicators.len() - 1
            }
        };
        let new = &self.indicators[place];
        Some(Matched { subject: Subject::New { slug: new.slug.clone() }, unit: new.unit.clone() })
    }

    fn make(&mut self, row: &Row, catalogue: &Catalogue, origin: &Origin) -> Option<NewIndicator> {
        if matches!(row.measure?, Measure::RatioPlan | Measure::RatioPrior) {
            return None;
        }
        let (parent, name) = match row.indicator.rsplit_once(" / ") {
            Some((parent, part)) => (self.subject(row, parent, catalogue), part),
            None => (None, row.indicator.as_str()),
        };
        let groups = row.row_path.rsplit(" > ");
        let texts = [row.indicator.as_str()].into_iter().chain(groups).chain([row.sheet.as_str()]);
        Some(NewIndicator {
            slug: self.free_slug(&row.indicator, catalogue)?,
            name: name.to_owned(),
            unit: Unit::read(&row.unit),
            field: field_of(texts),
            part_of: parent,
            origin: origin.clone(),
        })
    }

    fn subject(&self, row: &Row, label: &str, catalogue: &Catalogue) -> Option<Subject> {
        if let Found::One(indicator) = catalogue.find(label) {
            return Some(Matched::known(indicator).subject);
        }
        let place = self.places.get(&(row.row_path.clone(), key(label)))?;
        Some(Subject::New { slug: self.indicators[*place].slug.clone() })
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
