//! The nouns that offices count, from `nouns.txt`: the longest that fits is the unit.

use std::sync::LazyLock;

use foldhash::{HashMap, HashMapExt};

use super::token::{Token, lowered, starts};

/// What a line of the list says of its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Entry {
    /// A thing counted; nouns with the same letter are listed together.
    Noun(Option<char>),
    /// Looks like one, and is none.
    Other,
}

/// By their first word, longest first.
static NOUNS: LazyLock<HashMap<String, Vec<(String, Entry)>>> = LazyLock::new(|| {
    let mut nouns: HashMap<String, Vec<(String, Entry)>> = HashMap::new();
    for line in include_str!("nouns.txt").lines().filter(|line| !line.starts_with('#')) {
        let (text, entry) = match (line.strip_prefix('!'), line.split_once('|')) {
            (Some(text), _) => (text, Entry::Other),
            (None, Some((text, group))) => (text, Entry::Noun(group.chars().next())),
            (None, None) => (line, Entry::Noun(None)),
        };
        let noun = lowered(text);
        let first = noun.split(' ').next().unwrap_or_default().to_owned();
        nouns.entry(first).or_default().push((noun, entry));
    }
    for of_word in nouns.values_mut() {
        of_word.sort_by_key(|(noun, _)| std::cmp::Reverse(noun.split(' ').count()));
    }
    nouns
});

/// What stands at a place of a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Found {
    /// A counted noun that ends there.
    Noun(usize),
    /// A word that only looks like the beginning of one.
    Other,
    Nothing,
}

/// The noun at `at`. A capital in running text begins a name, not a thing counted; but "7 Bộ và 12
/// địa phương" counts.
pub(super) fn noun(tokens: &[Token], at: usize) -> Found {
    match entry(tokens, at) {
        Some((end, Entry::Noun(_))) if !begins_name(tokens, at, end) => Found::Noun(end),
        Some(_) => Found::Other,
        None => Found::Nothing,
    }
}

/// [`noun`] with the nouns of the same kind that are listed behind it: "cán bộ, công chức, viên
/// chức", "tập thể và cá nhân".
pub(super) fn nouns(tokens: &[Token], at: usize) -> Found {
    let first = noun(tokens, at);
    let Found::Noun(mut end) = first else { return first };
    let Some((_, Entry::Noun(Some(group)))) = entry(tokens, at) else { return Found::Noun(end) };
    while let Some(join) = tokens.get(end) {
        let joins = join.is_mark(",/") || join.low == "và" || join.low == "hoặc";
        match entry(tokens, end + 1) {
            Some((after, Entry::Noun(Some(other)))) if joins && other == group => end = after,
            _ => break,
        }
    }
    Found::Noun(end)
}

fn entry(tokens: &[Token], at: usize) -> Option<(usize, Entry)> {
    let first = tokens.get(at).filter(|token| token.is_word())?;
    let of_word = NOUNS.get(&first.low)?;
    of_word.iter().find_map(|(noun, entry)| Some((starts(tokens, at, noun)?, *entry)))
}

/// The noun from `at` to `end` is the beginning of a name.
fn begins_name(tokens: &[Token], at: usize, end: usize) -> bool {
    let shouted = |token: &Token| token.is_acronym() && token.text.chars().count() > 1;
    let capital = |at: usize| tokens.get(at).is_some_and(Token::is_capitalised);
    let counted = at > 0 && tokens[at - 1].is_number() && !capital(end);
    capital(at) && !counted && !tokens.get(at).is_some_and(shouted)
}
