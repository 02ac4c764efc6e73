//! The first step of every reader: one normal form and plain spaces, so that NFD text, no-break
//! spaces and invisible characters read like what a person sees.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;

use serde::Deserializer;
use serde::de::{Error, Visitor};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// NFC, without invisible characters, every space within a line as U+0020. Line breaks and tabs
/// stay: what stands on two lines or in two columns is not one number.
pub(crate) fn tidy(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let odd = |c: char| is_invisible(c) || (!c.is_ascii() && is_inline_space(c));
    if is_nfc_quick(text.chars()) == IsNormalized::Yes && !text.contains(odd) {
        return Cow::Borrowed(text);
    }
    // Invisible characters go first: they may stand between a letter and its mark.
    let visible = text.chars().filter(|c| !is_invisible(*c));
    Cow::Owned(visible.map(|c| if is_inline_space(c) { ' ' } else { c }).nfc().collect())
}

/// With a capital, as a sentence begins. The first letter is the first sign that is no space.
pub fn first_upper(text: &str) -> String {
    with_first(text, |letter| letter.to_uppercase().collect())
}

/// Without a capital, as in the middle of a sentence.
pub fn first_lower(text: &str) -> String {
    with_first(text, |letter| letter.to_lowercase().collect())
}

fn with_first(text: &str, change: impl Fn(char) -> String) -> String {
    let (space, text) = text.split_at(text.len() - text.trim_start().len());
    let mut letters = text.chars();
    match letters.next() {
        Some(letter) => [space, &change(letter), letters.as_str()].concat(),
        None => space.to_owned(),
    }
}

/// A space that may stand inside a number or between number and unit.
pub(crate) fn is_inline_space(c: char) -> bool {
    c == ' '
        || (!c.is_ascii() && c.is_whitespace() && !matches!(c, '\u{85}' | '\u{2028}' | '\u{2029}'))
}

/// Zero-width characters, soft hyphens and direction marks.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}'
    )
}

/// What follows `word` (lower case) at the front of `text` without regard to case, when the word
/// ends there: at a space, a digit, a sign or the end.
pub(crate) fn strip_word<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let mut rest = text.chars();
    for expected in word.chars() {
        let found = rest.next()?;
        if !is_letter(found, expected) {
            return None;
        }
    }
    let after = rest.as_str();
    let ends = !word.ends_with(char::is_alphabetic) || !after.starts_with(char::is_alphabetic);
    ends.then(|| after.trim_start())
}

/// What stands before `words` (lower case) at the end of `text`, without regard to case.
pub(crate) fn strip_end<'t>(text: &'t str, words: &str) -> Option<&'t str> {
    let mut rest = text.trim_end().chars();
    for expected in words.chars().rev() {
        let found = rest.next_back()?;
        if !is_letter(found, expected) {
            return None;
        }
    }
    Some(rest.as_str())
}

/// What stands before the first `words` (lower case) in `text`, without regard to case.
pub(crate) fn before_words<'t>(text: &'t str, words: &str) -> Option<&'t str> {
    let mut starts_word = true;
    for (at, c) in text.char_indices() {
        if starts_word && strip_word(&text[at..], words).is_some() {
            return Some(&text[..at]);
        }
        starts_word = c.is_whitespace();
    }
    None
}

fn is_letter(found: char, lower: char) -> bool {
    if found.is_ascii() {
        found.to_ascii_lowercase() == lower
    } else {
        found == lower || found.to_lowercase().eq([lower])
    }
}

/// A value whose serde form is one text, parsed where it stands: a database is full of them.
pub(crate) fn deserialize_text<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: FromStr<Err: fmt::Display>,
    D: Deserializer<'de>,
{
    struct Text<T>(PhantomData<T>);

    impl<T: FromStr<Err: fmt::Display>> Visitor<'_> for Text<T> {
        type Value = T;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("một đoạn chữ")
        }

        fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
            text.parse().map_err(E::custom)
        }
    }

    deserializer.deserialize_str(Text(PhantomData))
}
