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
    /// Without what offices put before the name of a place.
    known_places: HashMap<String, Vec<(String, OrganisationId)>>,
    slugs: HashSet<Slug>,
    pub(super) units: Vec<OfUnit>,
    /// Of each unit that is new the one that may be meant: "Xã An" of "UBND xã An".
    pub(super) guesses: Vec<Option<OfUnit>>,
    pub(super) new: Vec<NewUnit>,
    places: HashMap<String, Vec<(String, UnitIdx)>>,
    last: Option<(Box<str>, UnitIdx)>,
}

impl Units {
    pub(super) fn new(reporters: &[Reporter]) -> Units {
        let (mut known, mut known_places) = (HashMap::new(), HashMap::new());
        for reporter in reporters {
            let names = [&reporter.name].into_iter().chain(&reporter.aliases);
            for name in names.filter(|name| !key(name).is_empty()) {
                let named = || (name.clone(), reporter.organisation);
                known.entry(key(name)).or_insert_with(Vec::new).push(named());
                let place = key(place_of(name));
                known_places.entry(place).or_insert_with(Vec::new).push(named());
            }
        }
        Units { known, known_places, ..Units::default() }
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
                let (unit, guess) = match self.find(&key, name) {
                    Some(known) => (Some(known), None),
                    None => (self.make(name, row.row_path()), self.guess(name)),
                };
                let Some(unit) = unit else { return OFFICE };
                self.units.push(unit);
                self.guesses.push(guess);
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

    /// The only unit of the same place, where one of the two names nothing but the place: "UBND xã
    /// An" and "Đảng ủy xã An" are two.
    fn guess(&self, name: &str) -> Option<OfUnit> {
        let place = place_of(name);
        let alike = self.known_places.get(&key(place))?.iter();
        let mut same = alike.filter(|(known, _)| {
            let is_bare = place == name.trim() || place_of(known) == known.trim();
            is_bare && likeness(place, place_of(known)) == Likeness::Same
        });
        let (_, id) = same.next()?;
        same.all(|(_, other)| other == id).then_some(OfUnit::Known { id: *id })
    }

    fn make(&mut self, name: &str, group: &str) -> Option<OfUnit> {
        let slug = Slug::free(name, |slug| self.slugs.contains(slug))?;
        self.slugs.insert(slug.clone());
        self.new.push(NewUnit {
            slug: slug.clone(),
            name: name.to_owned(),
            group: group.to_owned(),
        });
        Some(OfUnit::New { slug })
    }
}

/// The name without the office of the place before it, and without "(mới)" behind it.
fn place_of(name: &str) -> &str {
    const OFFICES: [&str; 7] = [
        "ủy ban nhân dân ",
        "uỷ ban nhân dân ",
        "ubnd ",
        "đảng ủy ",
        "đảng uỷ ",
        "đảng bộ ",
        "văn phòng ",
    ];
    let name = name.trim();
    let name = name.strip_suffix("(mới)").unwrap_or(name).trim_end();
    let head = |office: &str| name.char_indices().nth(office.chars().count()).map(|(at, _)| at);
    let office = OFFICES.iter().find_map(|office| {
        let at = head(office)?;
        (name[..at].to_lowercase() == *office).then_some(at)
    });
    office.map_or(name, |at| name[at..].trim_start())
}
