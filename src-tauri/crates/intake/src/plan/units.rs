//! The units that rows are of, found among those that report to the office.

use std::collections::{HashMap, HashSet};

use tongket_model::{OrganisationId, Reporter, Slug};

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
    known: HashMap<String, Vec<OrganisationId>>,
    slugs: HashSet<Slug>,
    pub(super) units: Vec<OfUnit>,
    pub(super) new: Vec<NewUnit>,
    places: HashMap<String, UnitIdx>,
    last: Option<(Box<str>, UnitIdx)>,
}

impl Units {
    pub(super) fn new(reporters: &[Reporter]) -> Units {
        let mut known: HashMap<String, Vec<OrganisationId>> = HashMap::new();
        for reporter in reporters {
            let names = [&reporter.name].into_iter().chain(&reporter.aliases);
            for name in names.map(|name| key(name)).filter(|name| !name.is_empty()) {
                let list = known.entry(name).or_default();
                if !list.contains(&reporter.organisation) {
                    list.push(reporter.organisation);
                }
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
        let key = key(name);
        let idx = match self.places.get(&key) {
            Some(idx) => *idx,
            None => {
                let unit = self.find(&key).or_else(|| self.make(name, row.row_path()));
                let Some(unit) = unit else { return OFFICE };
                self.units.push(unit);
                let idx = UnitIdx::try_from(self.units.len() - 1).unwrap_or(OFFICE);
                self.places.insert(key, idx);
                idx
            }
        };
        self.last = Some((name.into(), idx));
        idx
    }

    /// A name that two of them share names neither.
    fn find(&self, key: &str) -> Option<OfUnit> {
        match self.known.get(key)?.as_slice() {
            [one] => Some(OfUnit::Known { id: *one }),
            _ => None,
        }
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
