//! Search as people type it: without accents, words in any order, the beginning of a name first.

use tongket_figures::fold;

pub(crate) struct SearchWords {
    words: Vec<String>,
}

impl SearchWords {
    pub fn read(query: &str) -> SearchWords {
        SearchWords { words: fold(query).split(' ').map(str::to_owned).collect() }
    }

    /// How well something of this name and these other texts fits: smaller is better, `None` when
    /// a word is nowhere in it.
    pub fn rank<'t>(&self, name: &str, others: impl IntoIterator<Item = &'t str>) -> Option<u8> {
        let name = fold(name);
        let mut all = name.clone();
        for other in others {
            all.push(' ');
            all.push_str(&fold(other));
        }
        if !self.words.iter().all(|word| all.contains(word.as_str())) {
            return None;
        }
        let phrase = self.words.join(" ");
        let begins_word = |word: &String| name.split(' ').any(|part| part.starts_with(word));
        Some(match () {
            () if name.starts_with(&phrase) => 0,
            () if name.contains(&phrase) => 1,
            () if self.words.iter().all(begins_word) => 2,
            () => 3,
        })
    }
}

/// The best of what fits, equals in their order.
pub(crate) fn best<T>(ranked: impl Iterator<Item = (u8, T)>, n_wanted: usize) -> Vec<T> {
    let mut ranked: Vec<(u8, T)> = ranked.collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    ranked.into_iter().take(n_wanted).map(|(_, found)| found).collect()
}
