//! Words with their places, folded: what all the patterns are looked for in.

use std::collections::HashMap;
use std::ops::Range;

use tongket_figures::{TonePlacement, fold, place_tones};
use unicode_normalization::UnicodeNormalization as _;

/// A word between spaces, without the marks around it.
#[derive(Debug, Clone)]
pub(super) struct Word {
    /// Without accents, in small letters.
    pub plain: String,
    /// With its accents, in small letters, spelled one way.
    pub spelled: String,
    pub range: Range<usize>,
    /// Whether it begins with a capital.
    pub capital: bool,
    /// Whether it has no small letter: "UBND".
    pub shouted: bool,
    /// The mark right behind it, if any.
    pub mark: Option<char>,
    /// The longest name of a body of the office that begins here, in words; 0 for none.
    pub known: usize,
}

/// The names that the office has for bodies, by their first words.
#[derive(Debug, Default)]
pub(super) struct KnownNames(HashMap<String, Vec<Vec<Word>>>);

impl KnownNames {
    /// A name of one word is too little to be told by.
    pub fn new(names: &[String]) -> KnownNames {
        let mut known = KnownNames::default();
        for name in names.iter().map(|name| words(name)).filter(|name| name.len() > 1) {
            known.0.entry(name[0].plain.clone()).or_default().push(name);
        }
        known
    }

    pub fn mark(&self, words: &mut [Word]) {
        for at in 0..words.len() {
            let names = self.0.get(&words[at].plain).into_iter().flatten();
            let fitting = names.filter(|name| begins_with(&words[at..], name));
            words[at].known = fitting.map(Vec::len).max().unwrap_or(0);
        }
    }
}

/// With the accents and the marks of the name, whatever its capitals.
fn begins_with(words: &[Word], name: &[Word]) -> bool {
    let inside = name.len() - 1;
    words.len() >= name.len()
        && words.iter().zip(name).all(|(word, of_name)| word.spelled == of_name.spelled)
        && words.iter().zip(&name[..inside]).all(|(word, of_name)| word.mark == of_name.mark)
}

const MARKS: &[char] = &[
    '.', ',', ';', ':', '!', '?', '(', ')', '[', ']', '"', '“', '”', '«', '»', '…', '\'', '‘', '’',
];

pub(super) fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (start, c.is_whitespace()) {
            (None, false) => start = Some(at),
            (Some(from), true) => {
                words.extend(word(text, from..at));
                start = None;
            }
            _ => {}
        }
    }
    words
}

fn word(text: &str, range: Range<usize>) -> Option<Word> {
    let raw = text.get(range.clone())?;
    let inner = raw.trim_start_matches(MARKS);
    let start = range.start + raw.len() - inner.len();
    let inner = inner.trim_end_matches(MARKS);
    if inner.is_empty() {
        return None;
    }
    let end = start + inner.len();
    Some(Word {
        plain: fold(inner),
        spelled: place_tones(&inner.nfc().collect::<String>().to_lowercase(), TonePlacement::Old),
        shouted: !inner.contains(char::is_lowercase),
        capital: inner.starts_with(char::is_uppercase),
        mark: text.get(end..range.end).and_then(|after| after.chars().next()),
        known: 0,
        range: start..end,
    })
}

/// Whether the words from the beginning are these: "ban can su dang".
pub(super) fn starts(words: &[Word], phrase: &str) -> bool {
    let mut n = 0;
    let fits = phrase.split(' ').all(|wanted| {
        n += 1;
        words.get(n - 1).is_some_and(|word| word.plain == wanted)
    });
    // A mark inside parts what belongs to two phrases.
    fits && words.iter().take(n - 1).all(|word| word.mark.is_none())
}

/// The longest of the phrases that the words begin with, in words.
pub(super) fn longest(words: &[Word], phrases: &[&str]) -> Option<usize> {
    let fitting = phrases.iter().filter(|phrase| starts(words, phrase));
    fitting.map(|phrase| phrase.split(' ').count()).max()
}

/// The same for phrases with their accents, where without them another word would fit.
pub(super) fn longest_spelled(words: &[Word], phrases: &[&str]) -> Option<usize> {
    let fits = |phrase: &&&str| {
        let n = phrase.split(' ').count();
        let same = phrase.split(' ').zip(words).all(|(wanted, word)| word.spelled == wanted);
        same && n <= words.len() && words[..n - 1].iter().all(|word| word.mark.is_none())
    };
    phrases.iter().filter(fits).map(|phrase| phrase.split(' ').count()).max()
}

/// The first place where one of the phrases stands, with its length in words.
pub(super) fn find(words: &[Word], phrases: &[&str]) -> Option<(usize, usize)> {
    (0..words.len()).find_map(|at| longest(&words[at..], phrases).map(|n| (at, n)))
}
