//! A paragraph in sentences. A dot inside a number, a date or an abbreviation ends none.

use std::ops::Range;

/// The ranges of the sentences, without the mark of a list before and the stop behind.
pub(super) fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut quoted = 0_i32;
    for (at, c) in text.char_indices() {
        match c {
            '“' | '«' => quoted += 1,
            '”' | '»' => quoted -= 1,
            _ => {}
        }
        let after = text.get(at + c.len_utf8()..).unwrap_or_default();
        let is_stop = matches!(c, '.' | '!' | '?') && ends_here(&text[..at], after);
        let is_end = (is_stop || matches!(c, ';' | '\n')) && quoted <= 0;
        if is_end {
            push(&mut sentences, text, start..at);
            start = at + c.len_utf8();
        }
    }
    push(&mut sentences, text, start..text.len());
    sentences
}

/// A stop, when a space and a capital follow and what stands before is no number or initial.
fn ends_here(before: &str, after: &str) -> bool {
    let mut next = after.chars();
    let ends_line = next.next().is_none_or(char::is_whitespace);
    let begins = after.trim_start().chars().next().is_none_or(|c| !c.is_lowercase());
    let last = before.rsplit([' ', '\u{a0}', '\n']).next().unwrap_or_default();
    let is_item = last.len() <= 3
        && last.chars().all(|c| c.is_ascii_digit() || "IVX".contains(c))
        && before.trim_start().len() == last.len();
    let is_initial = last.chars().count() == 1 && last.chars().all(char::is_uppercase);
    ends_line && begins && !is_item && !is_initial
}

fn push(sentences: &mut Vec<Range<usize>>, text: &str, range: Range<usize>) {
    let raw = text.get(range.clone()).unwrap_or_default();
    let inner = raw.trim_start_matches(|c: char| c.is_whitespace() || "-–—+•*".contains(c));
    let start = range.end - inner.len();
    let inner = inner.trim_end();
    if inner.chars().any(char::is_alphabetic) {
        sentences.push(start..start + inner.len());
    }
}

/// The mark of an item of a list at the beginning: "1.", "a)", "-"; its length in bytes.
pub(super) fn item_mark(text: &str) -> Option<usize> {
    let trimmed = text.trim_start();
    let lead = text.len() - trimmed.len();
    if trimmed.starts_with(['-', '–', '+', '•', '*']) {
        let mark = trimmed.chars().next().map_or(0, char::len_utf8);
        let is_dash = trimmed[mark..].starts_with(char::is_whitespace);
        return is_dash.then_some(lead + mark);
    }
    let end = trimmed.find(['.', ')', '/'])?;
    let head = trimmed.get(..end)?;
    let is_number = !head.is_empty() && head.len() <= 2 && head.bytes().all(|b| b.is_ascii_digit());
    let is_letter = head.len() == 1 && head.bytes().all(|b| b.is_ascii_lowercase());
    let spaced = trimmed[end + 1..].starts_with(char::is_whitespace);
    ((is_number || is_letter) && spaced).then_some(lead + end + 1)
}
