//! A paragraph cut into sentences and a sentence into tokens: words, numbers and marks, each with
//! its place. Nothing is interpreted here.

use std::ops::Range;

use tongket_figures::{TonePlacement, place_tones};

/// A sentence longer than this is cut: what is looked at together stays small, so that time grows
/// with the length of the text only.
const LONGEST_SENTENCE: usize = 8 * 1024;

/// Abbreviations whose full stop ends no sentence.
const ABBREVIATIONS: [&str; 12] =
    ["tp", "tx", "tt", "th", "ths", "ts", "pgs", "gs", "bs", "đ", "tr", "st"];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Letters, and digits behind them: "xã", "km2", "QL1A".
    Word,
    /// Digits with dots and commas between them.
    Number,
    /// Any other character.
    Mark,
}

#[derive(Debug, Clone)]
pub(super) struct Token<'t> {
    pub(super) kind: Kind,
    pub(super) text: &'t str,
    /// Lower case, tone marks in the old placement, without invisible characters.
    pub(super) low: String,
    /// Bytes in the paragraph.
    pub(super) start: usize,
    /// No space before it.
    pub(super) glued: bool,
}

impl Token<'_> {
    pub(super) fn end(&self) -> usize {
        self.start + self.text.len()
    }

    pub(super) fn is_number(&self) -> bool {
        self.kind == Kind::Number
    }

    pub(super) fn is_word(&self) -> bool {
        self.kind == Kind::Word
    }

    pub(super) fn is_mark(&self, marks: &str) -> bool {
        self.kind == Kind::Mark && marks.contains(self.text)
    }

    pub(super) fn is_dash(&self) -> bool {
        self.is_mark("-–—−‑‒")
    }

    pub(super) fn is_capitalised(&self) -> bool {
        self.text.starts_with(char::is_uppercase)
    }

    /// "UBND", "QĐ": letters only, none of them small.
    pub(super) fn is_acronym(&self) -> bool {
        self.is_word() && !self.text.contains(|c: char| c.is_alphabetic() && !c.is_uppercase())
    }
}

/// The form in which words are compared.
pub(super) fn lowered(word: &str) -> String {
    let low: String =
        word.chars().filter(|c| !is_invisible(*c)).flat_map(char::to_lowercase).collect();
    if low.is_ascii() { low } else { place_tones(&low, TonePlacement::Old) }
}

/// The stretches of `text` that are one sentence each, without spaces around them.
pub(super) fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices() {
        let after = at + c.len_utf8();
        let cut = match c {
            '\n' | '\r' | '!' | '?' => true,
            '.' | '…' => ends_sentence(&text[start..at], &text[after..]),
            _ => after - start > LONGEST_SENTENCE,
        };
        if cut {
            found.push(start..after);
            start = after;
        }
    }
    found.push(start..text.len());
    found.retain(|range| !text[range.clone()].trim().is_empty());
    found
}

/// Whether a full stop between `before` and `after` ends a sentence.
fn ends_sentence(before: &str, after: &str) -> bool {
    let mut next = after.chars();
    match next.next() {
        None => return true,
        Some(c) if !c.is_whitespace() => return false,
        Some(_) => {}
    }
    let starts_anew =
        next.find(|c| !c.is_whitespace()).is_none_or(|c| !c.is_lowercase() && !",;)".contains(c));
    let last = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    starts_anew && (last.len() > 4 || !ABBREVIATIONS.contains(&lowered(last).as_str()))
}

/// The tokens of one sentence of `text`.
pub(super) fn tokens(text: &str, sentence: Range<usize>) -> Vec<Token<'_>> {
    let mut found: Vec<Token> = Vec::new();
    let mut rest = &text[sentence.clone()];
    let mut at = sentence.start;
    let mut glued = false;
    while let Some(first) = rest.chars().next() {
        let (length, kind) = match first {
            c if c.is_whitespace() => {
                glued = false;
                rest = &rest[c.len_utf8()..];
                at += c.len_utf8();
                continue;
            }
            '0'..='9' => (number_length(rest), Kind::Number),
            c if is_letter(c) => (word_length(rest), Kind::Word),
            c => (c.len_utf8(), Kind::Mark),
        };
        let (token, after) = rest.split_at(length);
        let low = if kind == Kind::Word { lowered(token) } else { token.to_owned() };
        found.push(Token { kind, text: token, low, start: at, glued });
        rest = after;
        at += length;
        glued = true;
    }
    found
}

/// Digits, and single dots and commas that have digits on both sides.
fn number_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut length = 1;
    while digit(length) || (matches!(bytes.get(length), Some(b'.' | b',')) && digit(length + 1)) {
        length += 1;
    }
    length
}

fn word_length(text: &str) -> usize {
    let is_part = |c: char| is_letter(c) || c.is_ascii_digit() || matches!(c, '²' | '³');
    text.find(|c: char| !is_part(c)).unwrap_or(text.len())
}

/// Letters, marks that combine with them, and what nobody sees between them.
fn is_letter(c: char) -> bool {
    c.is_alphabetic() || matches!(c, '\u{300}'..='\u{36f}') || is_invisible(c)
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

/// Where `phrase` (words with single spaces, as [`lowered`]) ends when it starts at `at`.
pub(super) fn starts(tokens: &[Token], at: usize, phrase: &str) -> Option<usize> {
    // Asked of every token for hundreds of phrases: nearly all fail at the first letter.
    let first = tokens.get(at)?.low.bytes().next()?;
    if phrase.bytes().next() != Some(first) {
        return None;
    }
    let (mut rest, mut end) = (phrase, at);
    loop {
        rest = rest.strip_prefix(tokens.get(end)?.low.as_str())?;
        end += 1;
        if rest.is_empty() {
            return Some(end);
        }
        rest = rest.strip_prefix(' ')?;
    }
}

/// Where `phrase` starts when it ends before `end`.
pub(super) fn ends(tokens: &[Token], end: usize, phrase: &str) -> Option<usize> {
    let last = tokens.get(end.checked_sub(1)?)?.low.bytes().next_back()?;
    if phrase.bytes().next_back() != Some(last) {
        return None;
    }
    let (mut rest, mut start) = (phrase, end);
    loop {
        start = start.checked_sub(1)?;
        rest = rest.strip_suffix(tokens.get(start)?.low.as_str())?;
        if rest.is_empty() {
            return Some(start);
        }
        rest = rest.strip_suffix(' ')?;
    }
}

/// The longest of `phrases` that starts at `at`: where it ends.
pub(super) fn starts_any(tokens: &[Token], at: usize, phrases: &[&str]) -> Option<usize> {
    phrases.iter().filter_map(|phrase| starts(tokens, at, phrase)).max()
}

/// The longest of `phrases` that ends before `end`: where it starts.
pub(super) fn ends_any(tokens: &[Token], end: usize, phrases: &[&str]) -> Option<usize> {
    phrases.iter().filter_map(|phrase| ends(tokens, end, phrase)).min()
}
