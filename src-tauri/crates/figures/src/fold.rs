//! Folding of Vietnamese text for matching and search: without accents, case or spacing, so that
//! tone placement and normal form do not matter. What was written is kept elsewhere.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Lower case, without accents, đ as d, every run of spaces (NBSP too) as one, trimmed.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.nfd() {
        match c {
            'đ' | 'Đ' => folded.push('d'),
            '\u{200b}' | '\u{feff}' | '\u{ad}' => {}
            c if is_combining_mark(c) => {}
            c if c.is_whitespace() => {
                if !folded.is_empty() && !folded.ends_with(' ') {
                    folded.push(' ');
                }
            }
            c => folded.extend(c.to_lowercase()),
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// True when two names are the same apart from accents, case, spacing and the spaces around
/// hyphens and slashes ("cảng biển-logistics").
pub fn same_name(one: &str, other: &str) -> bool {
    let tight = |text: &str| {
        let folded = fold(text).replace(['–', '—'], "-");
        folded.replace(" -", "-").replace("- ", "-").replace(" /", "/").replace("/ ", "/")
    };
    tight(one) == tight(other)
}
