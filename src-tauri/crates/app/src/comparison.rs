//! Matches the figures and the sentences of two texts.

use std::collections::{HashMap, HashSet, VecDeque};

use similar::{Algorithm, DiffOp, capture_diff_slices, get_diff_ratio};
use tongket_model::{FrozenFigure, FrozenText};

use crate::compare_versions::{FigureChange, TextChange, TextChangeKind};

/// Sentences that share at least half of their words are one sentence that was changed.
const ALIKE: f32 = 0.5;

/// So many of the next old sentences are looked through for one that was changed into a new one.
const REACH: usize = 60;

/// Figures match by expression, what is left by subject; in the order of the newer text.
pub(crate) fn figure_changes(before: &[FrozenFigure], after: &[FrozenFigure]) -> Vec<FigureChange> {
    let mut partners: Vec<Option<&FrozenFigure>> = vec![None; after.len()];
    let left = match_by(before.iter().collect(), after, &mut partners, |it| &it.expression);
    let left = match_by(left, after, &mut partners, |it| &it.subject);
    let mut changes: Vec<FigureChange> = Vec::new();
    for (new, old) in after.iter().zip(partners) {
        let before = old.map_or("", |old| old.text.as_str());
        if before != new.text {
            changes.push(change(new, before, &new.text));
        }
    }
    changes.extend(left.into_iter().map(|old| change(old, &old.text, "")));
    // A value printed in the text and in a table is told once under each heading.
    let mut told = HashSet::new();
    changes.retain(|change| told.insert(change.clone()));
    changes
}

/// Gives those of `after` that have no partner the next of `before` with the same key; returns
/// those of `before` that are left over.
fn match_by<'f>(
    before: Vec<&'f FrozenFigure>,
    after: &[FrozenFigure],
    partners: &mut [Option<&'f FrozenFigure>],
    key: impl Fn(&FrozenFigure) -> &str,
) -> Vec<&'f FrozenFigure> {
    let mut waiting: HashMap<&str, VecDeque<usize>> = HashMap::new();
    for (at, old) in before.iter().enumerate() {
        // What has no name for people cannot be matched by it.
        if !key(old).is_empty() {
            waiting.entry(key(old)).or_default().push_back(at);
        }
    }
    let mut is_taken = vec![false; before.len()];
    for (new, partner) in after.iter().zip(partners) {
        if partner.is_none()
            && let Some(at) = waiting.get_mut(key(new)).and_then(VecDeque::pop_front)
        {
            *partner = Some(before[at]);
            is_taken[at] = true;
        }
    }
    before.into_iter().zip(is_taken).filter(|(_, taken)| !taken).map(|(old, _)| old).collect()
}

fn change(of: &FrozenFigure, before: &str, after: &str) -> FigureChange {
    FigureChange {
        subject: of.subject.clone(),
        expression: of.expression.clone(),
        before: before.to_owned(),
        after: after.to_owned(),
        heading: of.heading.clone(),
    }
}

/// In the order of the newer text; removed sentences stand where they stood.
pub(crate) fn text_changes(before: &[FrozenText], after: &[FrozenText]) -> Vec<TextChange> {
    let words = |texts: &[FrozenText]| -> Vec<String> {
        texts.iter().map(|text| text.wording.clone()).collect()
    };
    let ops = capture_diff_slices(Algorithm::Patience, &words(before), &words(after));
    let mut changes = Vec::new();
    for op in ops {
        if !matches!(op, DiffOp::Equal { .. }) {
            let old = before.get(op.old_range()).unwrap_or_default();
            let new = after.get(op.new_range()).unwrap_or_default();
            changed_stretch(old, new, &mut changes);
        }
    }
    changes
}

/// Pairs the sentences of a stretch that was rewritten, each with the first one like it.
fn changed_stretch(old: &[FrozenText], new: &[FrozenText], changes: &mut Vec<TextChange>) {
    let old: Vec<Sentence> = old.iter().map(Sentence::of).collect();
    let mut rest = old.as_slice();
    for text in new {
        let sentence = Sentence::of(text);
        match rest.iter().take(REACH).position(|old| old.is_like(&sentence)) {
            Some(at) => {
                changes.extend(rest[..at].iter().map(|old| removed(old.text)));
                changes.push(TextChange {
                    kind: TextChangeKind::Changed,
                    heading: text.heading.clone(),
                    before: rest[at].text.text.clone(),
                    after: text.text.clone(),
                });
                rest = &rest[at + 1..];
            }
            None => changes.push(TextChange {
                kind: TextChangeKind::Added,
                heading: text.heading.clone(),
                before: String::new(),
                after: text.text.clone(),
            }),
        }
    }
    changes.extend(rest.iter().map(|old| removed(old.text)));
}

fn removed(text: &FrozenText) -> TextChange {
    TextChange {
        kind: TextChangeKind::Removed,
        heading: text.heading.clone(),
        before: text.text.clone(),
        after: String::new(),
    }
}

struct Sentence<'t> {
    text: &'t FrozenText,
    words: Vec<&'t str>,
    sorted: Vec<&'t str>,
}

impl Sentence<'_> {
    fn of(text: &FrozenText) -> Sentence<'_> {
        let words: Vec<&str> = text.wording.split_whitespace().collect();
        let mut sorted = words.clone();
        sorted.sort_unstable();
        Sentence { text, words, sorted }
    }

    fn is_like(&self, other: &Sentence) -> bool {
        // Words in any order are at least as many as those in the same order, of which there must be
        // half of both sentences'.
        let n_words = self.words.len() + other.words.len();
        if 4 * self.n_shared(other) < n_words {
            return false;
        }
        let ops = capture_diff_slices(Algorithm::Myers, &self.words, &other.words);
        get_diff_ratio(&ops, self.words.len(), other.words.len()) >= ALIKE
    }

    fn n_shared(&self, other: &Sentence) -> usize {
        let mut others = other.sorted.iter().peekable();
        let is_shared = |word: &&&str| {
            while others.next_if(|other| other < word).is_some() {}
            others.next_if_eq(word).is_some()
        };
        self.sorted.iter().filter(is_shared).count()
    }
}
