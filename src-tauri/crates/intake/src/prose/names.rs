//! The names of the office's indicators, for those of a text: the one whose words are the same,
//! or stand in the text with little besides.

use std::collections::{BTreeSet, HashMap};

use tongket_model::Indicator;

use crate::plan::naming::{key, without_brackets};

/// Words that offices add or leave out without speaking of something else.
const LIGHT: [&str; 20] = [
    "so", "ty", "le", "tong", "trong", "tam", "ve", "cong", "tac", "duoc", "dat", "cua", "tren",
    "dia", "ban", "nam", "chinh", "phu", "va", "den",
];

/// Of the words of a text, the part out of a hundred that the name must say.
const ENOUGH: usize = 50;

pub(crate) struct Names<'c> {
    names: Vec<(BTreeSet<String>, &'c str)>,
    /// The names by the one of their words that the fewest names have: who looks for names whose
    /// words all stand in a text need not look at every one.
    by_rarest: HashMap<String, Vec<usize>>,
    by_key: HashMap<String, &'c str>,
}

impl<'c> Names<'c> {
    pub(crate) fn new(catalogue: &'c [Indicator]) -> Names<'c> {
        let (by_rarest, by_key) = (HashMap::new(), HashMap::new());
        let mut names = Names { names: Vec::new(), by_rarest, by_key };
        for indicator in catalogue {
            let said = [&indicator.name, &indicator.short_name];
            for text in said.into_iter().chain(&indicator.aliases).filter(|text| !text.is_empty()) {
                names.by_key.entry(key(text)).or_insert(&indicator.name);
                names.names.push((words(text), &indicator.name));
            }
        }
        names.index();
        names
    }

    fn index(&mut self) {
        let mut n_names: HashMap<&str, usize> = HashMap::new();
        for word in self.names.iter().flat_map(|(words, _)| words) {
            *n_names.entry(word).or_default() += 1;
        }
        for (idx, (words, _)) in self.names.iter().enumerate() {
            if let Some(rarest) = words.iter().min_by_key(|word| n_names[word.as_str()]) {
                self.by_rarest.entry(rarest.clone()).or_default().push(idx);
            }
        }
    }

    /// The catalogue's name for what a text calls `named`; a name with a comparison ("… so với kế
    /// hoạch") may be known whole or without it.
    pub(crate) fn find(&self, named: &str) -> Option<String> {
        if self.names.is_empty() || named.is_empty() {
            return None;
        }
        if let Some(name) = self.one(named) {
            return Some(name.to_owned());
        }
        let (base, compared) = named.split_once(" so với ")?;
        Some(format!("{} so với {compared}", self.one(base)?))
    }

    fn one(&self, named: &str) -> Option<&'c str> {
        let exact = |text: &str| self.by_key.get(&key(text)).copied();
        let abbreviation = named.strip_suffix(')').and_then(|text| Some(text.rsplit_once('(')?.1));
        exact(named)
            .or_else(|| exact(without_brackets(named)))
            .or_else(|| abbreviation.and_then(exact))
            .or_else(|| self.of_words(&words(named)))
    }

    /// The name with the most words whose words all stand in the text; two such names are none.
    fn of_words(&self, said: &BTreeSet<String>) -> Option<&'c str> {
        let compares = |words: &BTreeSet<String>| words.contains("voi");
        let indexed = said.iter().filter_map(|word| self.by_rarest.get(word)).flatten();
        let fitting = indexed.map(|idx| &self.names[*idx]).filter(|(name, _)| {
            name.is_subset(said)
                && compares(name) == compares(said)
                && name.len() >= 2
                && name.len() * 100 >= said.len() * ENOUGH
        });
        let longest = fitting.clone().map(|(name, _)| name.len()).max()?;
        let mut best = fitting.filter(|(name, _)| name.len() == longest).map(|(_, name)| *name);
        let first = best.next()?;
        best.all(|other| other == first).then_some(first)
    }
}

/// The words that tell one indicator from another.
fn words(name: &str) -> BTreeSet<String> {
    let written_out = key(name).replace("kt xh", "kinh te xa hoi");
    let words: BTreeSet<String> = written_out.split(' ').map(str::to_owned).collect();
    let telling: BTreeSet<String> =
        words.iter().filter(|word| !LIGHT.contains(&word.as_str())).cloned().collect();
    if telling.is_empty() { words } else { telling }
}
