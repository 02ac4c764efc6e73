//! The words of a text as search compares them: folded, a number in one way however it is grouped,
//! an ordinal as a number however it is written. The same for what is searched and what is asked.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use crate::fold;
use crate::ordinal::read_roman;
use crate::read_words::read_unaccented_words;
use crate::text::{is_invisible, tidy};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchWord {
    /// "thanh", "102614", "16" of "XVI".
    pub text: String,
    /// The words that it is when it is not what `text` says, in order: typed without accents,
    /// "lần vi phạm" and "lần VI" are alike. Mostly empty. What is kept holds `text` alone, what is
    /// asked for is either.
    pub also: Vec<String>,
    /// Where it stands in the text, in bytes.
    pub range: Range<usize>,
    /// Whether nothing but a hyphen, a slash, a dot or a comma parts it from the word before:
    /// "24-CT/TU" is one thing.
    pub joined: bool,
}

/// After these words a short Roman number is an ordinal: "khóa X", "quý IV".
const ORDINAL_LEADS: [&str; 6] = ["thu", "khoa", "quy", "lan", "ky", "hoi"];

/// Two letters that are a Roman number and, without accents, a syllable: "vị", "xi".
const SYLLABLES: [&str; 2] = ["vi", "xi"];

/// The longest ordinal in words: "một trăm hai mươi mốt".
const LONGEST_ORDINAL: usize = 5;

/// The words of `text` in order.
pub fn search_words(text: &str) -> Vec<SearchWord> {
    let mut words: Vec<SearchWord> = Vec::new();
    let mut end_of_last = 0;
    for range in runs(text) {
        let between = text.get(end_of_last..range.start).unwrap_or_default();
        let joined = !words.is_empty() && matches!(between, "-" | "/" | "." | "," | "–");
        end_of_last = range.end;
        let run = text.get(range.clone()).unwrap_or_default();
        if joined && between == "." && is_group(run) && continues_number(&words) {
            // "102.614" is one number.
            if let Some(last) = words.last_mut() {
                last.text.push_str(run);
                last.range.end = range.end;
                continue;
            }
        }
        let folded = fold(run);
        if !folded.is_empty() {
            let (text, also) = roman_as_digits(run, folded, words.last());
            words.push(SearchWord { text, also, range, joined });
        }
    }
    join_ordinals(text, &mut words);
    words
}

/// Stretches of letters and digits; marks belong to the letter before them.
fn runs(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut rest = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, first) = rest.find(|(_, c)| c.is_alphanumeric())?;
        let mut end = start + first.len_utf8();
        let is_digit = first.is_ascii_digit();
        while let Some((at, c)) = rest.next_if(|(_, c)| {
            let is_unseen = is_combining_mark(*c) || is_invisible(*c);
            is_unseen || (c.is_alphanumeric() && c.is_ascii_digit() == is_digit)
        }) {
            end = at + c.len_utf8();
        }
        Some(start..end)
    })
}

/// Three digits behind a dot go on with a number.
fn is_group(run: &str) -> bool {
    run.len() == 3 && run.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether the last word is one to three digits, or a number that groups were added to already.
fn continues_number(words: &[SearchWord]) -> bool {
    words.last().is_some_and(|last| {
        let n_written = last.range.len();
        let is_number = last.text.bytes().all(|byte| byte.is_ascii_digit());
        is_number && (last.text.len() <= 3 || n_written > last.text.len())
    })
}

/// "XVI" → "16", and what else it may be. What reads as Roman by its letters alone is judged by
/// them alone, so that "XVI" and "xvi" are one; "CV", "vi", "đi" and "CĐ" are words. Behind a word
/// that leads to an ordinal the capitals decide, and the other reading is kept beside.
fn roman_as_digits(
    run: &str,
    folded: String,
    before: Option<&SearchWord>,
) -> (String, Vec<String>) {
    let Some(number) = read_roman(&folded).map(|number| number.to_string()) else {
        return (folded, Vec::new());
    };
    let is_small = folded.bytes().all(|letter| matches!(letter, b'i' | b'v' | b'x'));
    let is_syllable = SYLLABLES.contains(&folded.as_str());
    if folded.len() > 2 || (folded.len() == 2 && is_small && !is_syllable) {
        return (number, Vec::new());
    }
    let is_led = before.is_some_and(|word| ORDINAL_LEADS.contains(&word.text.as_str()));
    let is_capital = run.bytes().all(|byte| byte.is_ascii_uppercase());
    match is_led && is_small {
        true if is_capital => (number, vec![folded]),
        true => (folded, vec![number]),
        false => (folded, Vec::new()),
    }
}

/// "lần thứ mười một" → "lần thứ 11", "thứ nhất" → "thứ 1". "Thu" is "thứ" only where the whole
/// text is typed without accents.
fn join_ordinals(text: &str, words: &mut Vec<SearchWord>) {
    let has_accents = !text.is_ascii();
    let leads = |word: &SearchWord| {
        let written = text.get(word.range.clone()).unwrap_or_default();
        word.text == "thu" && (!has_accents || tidy(written).to_lowercase() == "thứ")
    };
    let mut at = 1;
    while at < words.len() {
        if leads(&words[at - 1])
            && let Some((n_words, number)) = ordinal_at(&words[at..])
        {
            let end = words[at + n_words - 1].range.end;
            let rest = words.drain(at + 1..at + n_words).map(|word| word.text);
            let rest: Vec<String> = rest.collect();
            let first = std::mem::replace(&mut words[at].text, number.to_string());
            words[at].also = [first].into_iter().chain(rest).collect();
            words[at].range.end = end;
        }
        at += 1;
    }
}

/// The longest ordinal in words that `words` begin with.
fn ordinal_at(words: &[SearchWord]) -> Option<(usize, i64)> {
    let first = words.first()?;
    let alone = match first.text.as_str() {
        "nhat" => Some(1),
        "nhi" => Some(2),
        "tu" => Some(4),
        _ => None,
    };
    let longest = words.len().min(LONGEST_ORDINAL);
    let in_words = (1..=longest).rev().find_map(|n_words| {
        let texts: Vec<&str> = words[..n_words].iter().map(|word| word.text.as_str()).collect();
        Some((n_words, read_unaccented_words(&texts.join(" "))?))
    });
    in_words.or(alone.map(|number| (1, number)))
}
