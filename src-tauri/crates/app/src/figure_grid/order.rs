//! The order of the grid: fields as they first appear, parts under their whole, numbers within
//! the field.

use std::collections::{HashMap, HashSet};

use tongket_model::{Indicator, IndicatorId};

pub(super) struct Group<'d> {
    pub field: &'d str,
    pub rows: Vec<Placed<'d>>,
}

pub(super) struct Placed<'d> {
    pub of: &'d Indicator,
    pub number: String,
    pub depth: u32,
}

/// `indicators` in the order of tables. A part whose whole is in another field stands by itself.
pub(super) fn by_field(indicators: &[Indicator]) -> Vec<Group<'_>> {
    let mut places: HashMap<&str, usize> = HashMap::new();
    let mut fields: Vec<(&str, Vec<&Indicator>)> = Vec::new();
    for of in indicators {
        let place = *places.entry(&of.field).or_insert_with(|| {
            fields.push((&of.field, Vec::new()));
            fields.len() - 1
        });
        fields[place].1.push(of);
    }
    let group = |(field, members): (_, Vec<_>)| Group { field, rows: Tree::new(&members).rows() };
    fields.into_iter().map(group).collect()
}

struct Tree<'t, 'd> {
    members: &'t [&'d Indicator],
    parts: HashMap<IndicatorId, Vec<&'d Indicator>>,
    /// Guards against indicators that are parts of each other.
    placed: HashSet<IndicatorId>,
    rows: Vec<Placed<'d>>,
}

impl<'t, 'd> Tree<'t, 'd> {
    fn new(members: &'t [&'d Indicator]) -> Tree<'t, 'd> {
        let ids: HashSet<IndicatorId> = members.iter().map(|of| of.id).collect();
        let mut parts: HashMap<IndicatorId, Vec<&Indicator>> = HashMap::new();
        for of in members {
            if let Some(whole) = of.part_of.filter(|whole| ids.contains(whole)) {
                parts.entry(whole).or_default().push(of);
            }
        }
        Tree { members, parts, placed: HashSet::new(), rows: Vec::with_capacity(members.len()) }
    }

    fn rows(mut self) -> Vec<Placed<'d>> {
        let parts: HashSet<IndicatorId> = self.parts.values().flatten().map(|of| of.id).collect();
        let members = self.members;
        let mut number = 0;
        let wholes = members.iter().filter(|of| !parts.contains(&of.id));
        // Whatever only hangs on itself comes last.
        for of in wholes.chain(members) {
            if !self.placed.contains(&of.id) {
                number += 1;
                self.place(of, number.to_string(), 0);
            }
        }
        self.rows
    }

    fn place(&mut self, of: &'d Indicator, number: String, depth: u32) {
        if !self.placed.insert(of.id) {
            return;
        }
        let parts = self.parts.remove(&of.id).unwrap_or_default();
        let numbered: Vec<_> = parts
            .iter()
            .enumerate()
            .map(|(idx, part)| (*part, format!("{number}.{}", idx + 1)))
            .collect();
        self.rows.push(Placed { of, number, depth });
        for (part, number) in numbered {
            self.place(part, number, depth + 1);
        }
    }
}
