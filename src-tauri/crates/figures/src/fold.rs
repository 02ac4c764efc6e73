//! Folding of Vietnamese text for matching and search: without accents, case or spacing, so that
//! tone placement and normal form do not matter. What was written is kept elsewhere.

use unicode_normalization::char::{decompose_canonical, is_combining_mark};

use crate::text::is_invisible;

/// Lower case, without accents, đ as d, every run of spaces (NBSP too) as one, trimmed.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii() {
            push_folded(&mut folded, c);
        } else {
            // Marks are dropped, so their canonical order does not matter.
            decompose_canonical(c, |part| push_folded(&mut folded, part));
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

fn push_folded(folded: &mut String, c: char) {
    match c {
        'a'..='z' | '0'..='9' => folded.push(c),
        'A'..='Z' => folded.push(c.to_ascii_lowercase()),
        // Ð and ð (Icelandic) stand for Đ in text converted from old fonts.
        'đ' | 'Đ' | 'ð' | 'Ð' => folded.push('d'),
        c if c.is_whitespace() => {
            if !folded.is_empty() && !folded.ends_with(' ') {
                folded.push(' ');
            }
        }
        c if c.is_ascii() => folded.push(c),
        c if is_invisible(c) || is_combining_mark(c) => {}
        c => folded.extend(c.to_lowercase()),
    }
}

/// True when two names are the same apart from accents, case, spacing and the spaces around
/// hyphens and slashes ("cảng biển-logistics").
pub fn same_name(one: &str, other: &str) -> bool {
    tight(&fold(one)) == tight(&fold(other))
}

/// No spaces around hyphens and slashes, every dash as a hyphen.
fn tight(folded: &str) -> String {
    let mut name = String::with_capacity(folded.len());
    for c in folded.chars() {
        match c {
            '-' | '–' | '—' | '−' | '/' => {
                name.truncate(name.trim_end().len());
                name.push(if c == '/' { c } else { '-' });
            }
            ' ' if name.ends_with(['-', '/']) => {}
            c => name.push(c),
        }
    }
    name
}
