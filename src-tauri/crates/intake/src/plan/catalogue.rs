//! The indicators that the office has, found by the labels that files use.

use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};

use tongket_model::{Indicator, Slug};

use super::likeness::{Likeness, likeness, loose_likeness};
use super::naming::{Keys, key, without_brackets, word_bag};
use crate::prose::Names;

pub(super) struct Catalogue<'c> {
    by_key: HashMap<String, Vec<Named<'c>>>,
    by_loose_key: HashMap<String, Vec<Named<'c>>>,
    /// The same words in any order.
    by_words: HashMap<String, Vec<&'c Indicator>>,
    slugs: HashSet<&'c Slug>,
    indicators: &'c [Indicator],
    /// For the words of sentences; made when the first comes.
    names: OnceCell<Names<'c>>,
}

/// What a label means beyond doubt, for those who ask nobody.
pub struct IndicatorNames<'c>(Catalogue<'c>);

impl<'c> IndicatorNames<'c> {
    pub fn new(indicators: &'c [Indicator]) -> IndicatorNames<'c> {
        IndicatorNames(Catalogue::new(indicators))
    }

    pub fn find(&self, label: &str) -> Option<&'c Indicator> {
        match self.0.find(label) {
            Found::One(indicator) => Some(indicator),
            Found::Guess(_) | Found::Several(_) | Found::Nothing => None,
        }
    }
}

/// A name, and the indicator that has it.
type Named<'c> = (&'c str, &'c Indicator);

/// What a label can mean.
pub(super) enum Found<'c> {
    One(&'c Indicator),
    /// The only one with these words, but in another order, with other accents, or with words in
    /// brackets that may change what it is.
    Guess(&'c Indicator),
    Several(Vec<&'c Indicator>),
    Nothing,
}

impl<'c> Catalogue<'c> {
    pub(super) fn new(indicators: &'c [Indicator]) -> Catalogue<'c> {
        let (mut by_key, mut by_loose_key) = (HashMap::new(), HashMap::new());
        let mut by_words = HashMap::new();
        for indicator in indicators {
            let names = [&indicator.name, &indicator.short_name];
            for name in names.into_iter().chain(&indicator.aliases).filter(|name| !name.is_empty())
            {
                let Keys { exact, loose } = Keys::of(name);
                add(&mut by_words, word_bag(&loose), indicator);
                by_key.entry(exact).or_insert_with(Vec::new).push((&**name, indicator));
                by_loose_key.entry(loose).or_insert_with(Vec::new).push((&**name, indicator));
            }
        }
        let slugs = indicators.iter().map(|indicator| &indicator.slug).collect();
        by_words.remove("");
        Catalogue { by_key, by_loose_key, by_words, slugs, indicators, names: OnceCell::new() }
    }

    /// By the label of a row. A part "A / B" is the part B of A where the catalogue says so.
    pub(super) fn find(&self, label: &str) -> Found<'c> {
        let keys = Keys::of(label);
        match self.by_keys(label, &keys) {
            Found::Nothing => {}
            found => return found,
        }
        let Some((parent, part)) = label.rsplit_once(" / ") else {
            return self.by_words(&keys.loose);
        };
        let parent = match self.find(parent) {
            Found::One(parent) => Some(parent.id),
            _ => None,
        };
        let candidates = match self.by_name(part) {
            Found::One(one) => vec![one],
            Found::Several(several) => several,
            Found::Guess(one) if parent.is_some() && one.part_of == parent => {
                return Found::Guess(one);
            }
            Found::Guess(_) | Found::Nothing => return Found::Nothing,
        };
        match candidates.iter().find(|one| parent.is_some() && one.part_of == parent) {
            Some(one) => Found::One(one),
            // A part of another whole is another indicator.
            None => of_list(candidates.into_iter().filter(|one| one.part_of.is_none()).collect()),
        }
    }

    /// By words of a sentence that say a name among others: only a guess.
    pub(super) fn find_in_sentence(&self, label: &str) -> Found<'c> {
        let names = self.names.get_or_init(|| Names::new(self.indicators));
        let mut named = names.find(label).into_iter().flat_map(|name| {
            self.indicators.iter().filter(move |indicator| indicator.name == name)
        });
        named.next().map_or(Found::Nothing, Found::Guess)
    }

    pub(super) fn has_slug(&self, slug: &Slug) -> bool {
        self.slugs.contains(slug)
    }

    /// "Tỷ lệ giải ngân so với kế hoạch thành phố giao" in a group "Giải ngân đầu tư công" is a
    /// ratio of that indicator: by its own words, else by the innermost group.
    pub(super) fn find_ratio_of(&self, measured: &str, row_path: &str) -> Option<&'c Indicator> {
        let group = row_path.rsplit(" > ").next().unwrap_or_default();
        let group = without_brackets(group);
        let named = |name: &str| match self.by_name(name) {
            Found::One(indicator) => Some(indicator),
            _ => None,
        };
        let speaks_of = key(group).contains(&key(measured));
        named(measured).or_else(|| if speaks_of { named(group) } else { None })
    }

    fn by_words(&self, loose_key: &str) -> Found<'c> {
        match self.by_words.get(&word_bag(loose_key)).map(Vec::as_slice) {
            Some([one]) => Found::Guess(one),
            _ => Found::Nothing,
        }
    }

    fn by_name(&self, name: &str) -> Found<'c> {
        self.by_keys(name, &Keys::of(name))
    }

    fn by_keys(&self, name: &str, keys: &Keys) -> Found<'c> {
        if let Some(exact) = self.by_key.get(&keys.exact) {
            return likest(exact, |(known, _)| likeness(name, known));
        }
        match self.by_loose_key.get(&keys.loose) {
            Some(loose) => likest(loose, |(known, of)| loose_likeness(name, known, of)),
            None => Found::Nothing,
        }
    }
}

fn add<'c>(names: &mut HashMap<String, Vec<&'c Indicator>>, key: String, indicator: &'c Indicator) {
    let list = names.entry(key).or_default();
    if !list.iter().any(|other| other.id == indicator.id) {
        list.push(indicator);
    }
}

/// The indicators that a label is most like.
fn likest<'c>(named: &[Named<'c>], like: impl Fn(&Named<'c>) -> Likeness) -> Found<'c> {
    let best = named.iter().map(&like).max().unwrap_or(Likeness::Different);
    let mut list: Vec<&Indicator> = Vec::new();
    for named in named.iter().filter(|named| like(named) == best) {
        if !list.iter().any(|other| other.id == named.1.id) {
            list.push(named.1);
        }
    }
    match (best, list.as_slice()) {
        (Likeness::Different, _) => Found::Nothing,
        (Likeness::Doubtful, [one]) => Found::Guess(one),
        _ => of_list(list),
    }
}

fn of_list(list: Vec<&Indicator>) -> Found<'_> {
    match list.as_slice() {
        [] => Found::Nothing,
        [one] => Found::One(one),
        _ => Found::Several(list),
    }
}
