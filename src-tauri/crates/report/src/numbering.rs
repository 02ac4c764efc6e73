//! Numbers of headings, counted per level; a heading restarts the levels below it.

use tongket_figures::{Ordinals, print_ordinal};

use crate::Profile;
use crate::profile::{LevelRules, NumberFormat};

#[derive(Default)]
pub(crate) struct Numbering {
    counts: [i64; 4],
}

/// A heading ready to print.
pub(crate) struct NumberedHeading {
    /// The number on its own line, where the profile wants that.
    pub number_line: Option<String>,
    /// What stands before the name on its line: "I- ".
    pub before: String,
    pub after: String,
}

impl Numbering {
    /// Counts a heading of `level` (1..=4).
    pub fn next(&mut self, level: u8, rules: &LevelRules) -> NumberedHeading {
        let at = usize::from(level.clamp(1, 4)) - 1;
        self.counts[at] += 1;
        self.counts[at + 1..].fill(0);
        let number = print(self.counts[at], rules.number_format.value);
        let pattern = rules.pattern.value.replace("{so}", &number);
        if rules.own_line.value {
            let number_line = Some(pattern);
            return NumberedHeading { number_line, before: String::new(), after: String::new() };
        }
        let (before, after) = pattern.split_once("{ten}").unwrap_or((&pattern, ""));
        NumberedHeading { number_line: None, before: before.to_owned(), after: after.to_owned() }
    }
}

impl NumberedHeading {
    /// The number alone, with its signs.
    pub fn into_printed(self) -> String {
        let number = self.number_line.unwrap_or(self.before);
        number.trim().to_owned()
    }
}

/// "Phụ lục", or "Phụ lục I" when there are several.
pub(crate) fn appendix_label(number: Option<i64>, profile: &Profile) -> String {
    match number {
        Some(number) => format!("Phụ lục {}", print(number, profile.appendix.numbering.value)),
        None => "Phụ lục".to_owned(),
    }
}

/// A number in the form that a level or an appendix uses.
fn print(number: i64, format: NumberFormat) -> String {
    match format {
        NumberFormat::Words => print_ordinal(number, Ordinals::Words),
        NumberFormat::Roman => print_ordinal(number, Ordinals::Roman),
        NumberFormat::Decimal => number.to_string(),
        NumberFormat::Letter => letter(number),
    }
}

/// The Vietnamese alphabet as it letters points: a, b, c, d, đ, e …
fn letter(number: i64) -> String {
    const LETTERS: [&str; 23] = [
        "a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m", "n", "o", "p", "q", "r", "s",
        "t", "u", "v", "x", "y",
    ];
    let index = usize::try_from(number - 1).ok();
    index.and_then(|index| LETTERS.get(index)).map_or(number.to_string(), |l| (*l).to_owned())
}
