//! What the checks of sentences share: how figures of one sentence stand to each other.

use std::ops::Range;

use tongket_figures::{Amount, Quantity, Style, Unit};

use super::span::Span;
use crate::prose::{Line, Said, SaidMeasure, Sentence};
use crate::{Finding, Severity};

/// What stands between two figures, in lower case.
pub(super) fn between(line: &Line, one: &Said, other: &Said) -> String {
    line.words(one.at.end..other.at.start).to_lowercase()
}

/// What stands before the `nth` figure, from the figure before it or the beginning of the sentence,
/// in lower case.
pub(super) fn before(line: &Line, sentence: &Sentence, nth: usize) -> String {
    let start = match nth.checked_sub(1).and_then(|at| sentence.figures.get(at)) {
        Some(figure) => figure.at.end,
        None => sentence.range.start,
    };
    line.words(start..sentence.figures[nth].at.start).to_lowercase()
}

/// What stands behind the `nth` figure, up to the next or the end of the sentence, in lower case.
pub(super) fn behind(line: &Line, sentence: &Sentence, nth: usize) -> String {
    let end = sentence.figures.get(nth + 1).map_or(sentence.range.end, |next| next.at.start);
    line.words(sentence.figures[nth].at.end..end).to_lowercase()
}

impl Said {
    pub(super) fn is_value(&self) -> bool {
        matches!(
            self.measure,
            SaidMeasure::Value | SaidMeasure::Plan | SaidMeasure::Target | SaidMeasure::Prior
        )
    }

    pub(super) fn is_change(&self) -> bool {
        matches!(self.measure, SaidMeasure::Increase | SaidMeasure::Decrease)
    }

    pub(super) fn is_rate(&self) -> bool {
        self.quantity.unit.is_rate()
    }

    /// An amount that can be computed with.
    pub(super) fn span(&self, unit: &Unit) -> Option<Span> {
        if self.is_certain { Span::of(&self.quantity, unit) } else { None }
    }

    pub(super) fn print(&self, style: &Style) -> String {
        self.quantity.print_bare(style)
    }
}

/// Whether any figure of the sentence was typed: what expressions printed is computed.
pub(super) fn types_any(line: &Line, figures: &[&Said]) -> bool {
    figures.iter().any(|said| line.is_typed(&said.at))
}

/// An amount as a warning says it.
pub(super) fn told(amount: Amount, unit: &Unit, decimals: u32, style: &Style) -> String {
    Quantity::of_amount(amount.round(decimals).trimmed(), unit.clone()).print_bare(style)
}

/// A finding that leads to a piece of a line.
pub(super) fn finding_at(
    code: &'static str,
    severity: Severity,
    message: String,
    line: &Line,
    at: &Range<usize>,
) -> Finding {
    Finding::new(code, severity, message).at(line.place.clone()).pointing(line.spot(at))
}

/// Whether nothing else is said than `words` and numbers.
pub(super) fn only_words(text: &str, words: &[&str]) -> bool {
    let mut said = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    said.all(|word| words.contains(&word) || word.chars().all(|c| c.is_ascii_digit()))
        && !text.contains(';')
}
