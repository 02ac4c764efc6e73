//! The units that rows are of, found among those that report to the office.

use std::collections::{HashMap, HashSet};

use tongket_model::{OrganisationId, Reporter, Slug};

use super::likeness::{Likeness, likeness};
use super::naming::key;
use super::{NewUnit, OfUnit};
use crate::interpret::is_total;
use crate::reading::Row;

/// Place in [`ImportPlan::units`](super::ImportPlan); the office itself has none.
pub(super) type UnitIdx = u32;
pub(super) const OFFICE: UnitIdx = UnitIdx::MAX;

/// Gathers units as the rows go by; rows of one line follow each other.
#[derive(Default)]
pub(super) struct Units {
    known: HashMap<String, Vec<(String, OrganisationId)>>,
    slugs: HashSet<Slug>,
    pub(super) units: Vec<OfUnit>,
    pub(super) new: Vec<NewUnit>,
    places: HashMap<String, Vec<(String, UnitIdx)>>,
    last: Option<(Box<str>, UnitIdx)>,
}

impl Units {
    pub(super) fn new(reporters: &[Reporter]) -> Units {
        let mut known: HashMap<String, Vec<(String, OrganisationId)>> = HashMap::new();
        for reporter in reporters {
            let names = [&reporter.name].into_iter().chain(&reporter.aliases);
            for name in names.filter(|name| !key(name).is_empty()) {
                known.entry(key(name)).or_default().push((name.clone(), reporter.organisation));
            }
        }
        Units { known, ..Units::default() }
    }

    /// The unit of a row; the office itself where it names none, or all of them.
    pub(super) fn of_row(&mut self, row: &Row) -> UnitIdx {
        let name = row.organisation();
        if name.is_empty() || is_total(name) {
            return OFFICE;
        }
        if let Some((_, idx)) = self.last.as_ref().filter(|(last, _)| **last == *name) {
            return *idx;
        }
        let same = |(other, _): &&(String, UnitIdx)| likeness(name, other) == Likeness::Same;
        let key = key(name);
        let idx = match self.places.get(&key).and_then(|alike| alike.iter().find(same)) {
            Some((_, idx)) => *idx,
            None => {
                let unit = self.find(&key, name).or_else(|| self.make(name, row.row_path()));
                let Some(unit) = unit else { return OFFICE };
                self.units.push(unit);
                let idx = UnitIdx::try_from(self.units.len() - 1).unwrap_or(OFFICE);
                self.places.entry(key).or_default().push((name.to_owned(), idx));
                idx
            }
        };
        self.last = Some((name.into(), idx));
        idx
    }

    /// A name that two of them share names neither; accents tell "Bình Minh" from "Bính Minh".
    fn find(&self, key: &str, name: &str) -> Option<OfUnit> {
        let alike = self.known.get(key)?.iter();
        let mut same = alike.filter(|(known, _)| likeness(name, known) == Likeness::Same);
        let (_, id) = same.next()?;
        same.all(|(_, other)| other == id).then_some(OfUnit::Known { id: *id })
    }

    fn make(&mut self, name: &str, group: &str) -> Option<OfUnit> {
        let first = Slug::from_name(name)?;
        let mut slug = first.clone();
        let mut n = 1;
        while self.slugs.contains(&slug) {
            n += 1;
            slug = Slug::from_name(&format!("{first}-{n}"))?;
        }
        self.slugs.insert(slug.clone());
        self.new.push(NewUnit {
            slug: slug.clone(),
            name: name.to_owned(),
            group: group.to_owned(),
        });
        Some(OfUnit::New { slug })
    }
}
