//! How alike two names are that fold to the same letters. Accents tell things apart (dừa, dứa, dưa),
//! and so do brackets ("(giá hiện hành)", "(giá so sánh)").

use tongket_figures::{Unit, fold, spelled};
use tongket_model::{Indicator, Reporter};

use super::abbreviations::{has_second_meaning, written_out};
use super::naming::{key, without_brackets};

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Likeness {
    Different,
    /// The person has to say.
    Doubtful,
    Same,
}

/// Of two names with the same key. Only a name that was typed without any accents is the same as
/// one with them.
pub(super) fn likeness(one: &str, other: &str) -> Likeness {
    compare(&words(one), &words(other))
}

/// The indicator has this name, in whatever spelling.
pub(super) fn is_called(indicator: &Indicator, name: &str) -> bool {
    let names = [&indicator.name, &indicator.short_name].into_iter().chain(&indicator.aliases);
    is_one_of(name, names)
}

/// The unit has this name, in whatever spelling: "UBND xã An", "Ủy ban nhân dân xã An"; accents
/// tell "Bình Minh" from "Bính Minh".
pub fn is_unit(reporter: &Reporter, name: &str) -> bool {
    is_one_of(name, [&reporter.name].into_iter().chain(&reporter.aliases))
}

fn is_one_of<'n>(name: &str, mut names: impl Iterator<Item = &'n String>) -> bool {
    let own = key(name);
    names.any(|other| key(other) == own && likeness(name, other) == Likeness::Same)
}

/// Of two names that have the same loose key; `other` is one of the indicator's.
pub(super) fn loose_likeness(one: &str, other: &str, indicator: &Indicator) -> Likeness {
    let bare = compare(
        without_counting(&words(without_brackets(one))),
        without_counting(&words(without_brackets(other))),
    );
    let adds_nothing = |brackets: &str| adds_nothing(brackets, indicator);
    let brackets = match (brackets(one), brackets(other)) {
        (None, None) => Likeness::Same,
        (Some(one), Some(other)) if key(one) == key(other) => likeness(one, other),
        (Some(one), Some(other)) if adds_nothing(one) && adds_nothing(other) => Likeness::Same,
        (Some(_), Some(_)) => Likeness::Different,
        (Some(brackets), None) | (None, Some(brackets)) if adds_nothing(brackets) => Likeness::Same,
        _ => Likeness::Doubtful,
    };
    bare.min(brackets)
}

/// One word of a name.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Word {
    /// Lower case, NFC, tones in one place.
    Spelled(String),
    /// A word of what an abbreviation stands for, folded; it may stand for something else.
    Short { word: String, in_doubt: bool },
}

fn words(name: &str) -> Vec<Word> {
    let mut words = Vec::new();
    for word in spelled(name).split(' ').filter(|word| !word.is_empty()) {
        let folded = fold(word);
        match written_out(&folded) {
            same if same == folded => words.push(Word::Spelled(word.to_owned())),
            long => {
                // "GĐ" is no "GD".
                let in_doubt = has_second_meaning(&folded) || folded != word;
                let short = |word: &str| Word::Short { word: word.to_owned(), in_doubt };
                words.extend(long.split(' ').map(short));
            }
        }
    }
    words
}

fn compare(one: &[Word], other: &[Word]) -> Likeness {
    let plain = |words: &[Word]| {
        words.iter().all(|word| match word {
            Word::Spelled(word) => fold(word) == *word,
            Word::Short { .. } => true,
        })
    };
    let typed_plain = plain(one) || plain(other);
    let of_pair = |pair: (&Word, &Word)| match pair {
        (Word::Spelled(one), Word::Spelled(other)) if one == other || typed_plain => Likeness::Same,
        (Word::Spelled(_), Word::Spelled(_)) => Likeness::Doubtful,
        (Word::Short { .. }, Word::Short { .. }) => Likeness::Same,
        (Word::Short { in_doubt, .. }, _) | (_, Word::Short { in_doubt, .. }) => match in_doubt {
            true => Likeness::Doubtful,
            false => Likeness::Same,
        },
    };
    one.iter().zip(other).map(of_pair).min().unwrap_or(Likeness::Same)
}

/// Without "Số", "Tổng số" at the front.
fn without_counting(words: &[Word]) -> &[Word] {
    let says = |word: Option<&Word>, what: &str| matches!(word, Some(Word::Spelled(word)) if fold(word) == what);
    match () {
        () if says(words.first(), "tong") && says(words.get(1), "so") => &words[2..],
        () if says(words.first(), "so") => &words[1..],
        () => words,
    }
}

fn brackets(name: &str) -> Option<&str> {
    let inner = name.trim().strip_suffix(')')?;
    inner.rfind('(').filter(|open| *open > 0).map(|open| inner[open + 1..].trim())
}

/// A footnote mark, a unit of measure, or other words for what the indicator is called: "(FDI)".
fn adds_nothing(brackets: &str, indicator: &Indicator) -> bool {
    let is_mark = brackets.len() <= 2 && !brackets.chars().any(char::is_uppercase);
    let is_unit = !Unit::read(brackets).is_count() || fold(brackets) == fold(indicator.unit.text());
    let said = format!(" {} ", key(brackets));
    let names = [&indicator.name, &indicator.short_name].into_iter().chain(&indicator.aliases);
    is_mark
        || is_unit
        || names.map(|name| without_brackets(name)).any(|name| {
            let key = key(name);
            let initials: String = key.split(' ').filter_map(|word| word.chars().next()).collect();
            format!(" {key} ").contains(&said) || initials.contains(&fold(brackets))
        })
}
