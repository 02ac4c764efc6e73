//! The sentences of a draft with the figures that they say, typed ones beside printed ones, for the
//! checks that look at what was written. How sentences are read is another room's knowledge: it is
//! handed in as a [`ReadProse`].

use std::ops::Range;
use std::sync::Arc;

use tongket_figures::{Period, Quantity};
use tongket_model::Slug;
use tongket_template::{Block, Cited, Facts, Inline};

use crate::{Draft, Place, Spot, Typed};

/// Reads lines in the order of the draft: one answer for each.
pub type ReadProse = fn(&[ProseLine<'_>], &dyn Facts) -> Vec<ReadLine>;

/// A heading, a paragraph or a line of a list as its reader sees it.
#[derive(Debug, Clone, Copy)]
pub struct ProseLine<'t> {
    pub text: &'t str,
    pub is_heading: bool,
    /// Whether any figure of it was typed; without one only its sentences are asked for.
    pub types_numbers: bool,
}

/// What one line says.
#[derive(Debug, Clone, Default)]
pub struct ReadLine {
    /// In bytes of the line.
    pub sentences: Vec<Range<usize>>,
    /// In their order.
    pub figures: Vec<Said>,
}

/// A figure of a sentence.
#[derive(Debug, Clone)]
pub struct Said {
    /// Number and unit, in bytes of the line.
    pub at: Range<usize>,
    /// The indicator whose name the sentence says.
    pub indicator: Option<Slug>,
    /// The words that name it: "giải ngân vốn đầu tư công".
    pub name: String,
    pub measure: SaidMeasure,
    pub period: Option<Period>,
    pub quantity: Quantity,
    /// What it is compared with: "kế hoạch", "cùng kỳ", "năm trước"; empty without a comparison.
    pub basis: String,
    /// The words of the comparison: "kế hoạch tỉnh giao".
    pub basis_words: String,
    /// False when the digits can be read in another way.
    pub is_certain: bool,
}

/// What a figure of a sentence is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SaidMeasure {
    /// A result, an estimate or a count.
    Value,
    Plan,
    Target,
    /// Of an earlier year, or the level before a change.
    Prior,
    /// Per cent of a plan.
    OfPlan,
    /// Per cent of an earlier value.
    OfPrior,
    Increase,
    Decrease,
    /// How many times as much.
    Multiple,
    Rank,
}

/// All sentences of a draft.
pub(crate) struct Prose<'d> {
    pub draft: &'d Draft,
    pub lines: Vec<Line<'d>>,
}

/// A line with its sentences and the inline values it is made of.
pub(crate) struct Line<'d> {
    pub place: Place,
    pub is_heading: bool,
    pub text: String,
    pub sentences: Vec<Sentence>,
    parts: Vec<(Range<usize>, &'d Inline)>,
}

pub(crate) struct Sentence {
    pub range: Range<usize>,
    pub figures: Vec<Said>,
}

impl<'d> Prose<'d> {
    pub fn of(draft: &'d Draft, read: ReadProse) -> Prose<'d> {
        let mut lines: Vec<Line> =
            draft.lines().into_iter().map(|(place, line)| Line::of(draft, place, line)).collect();
        let asked: Vec<ProseLine> = lines.iter().map(Line::asked).collect();
        let answers = read(&asked, draft.facts());
        for (line, answer) in lines.iter_mut().zip(answers) {
            line.take(answer);
        }
        Prose { draft, lines }
    }

    /// Every sentence with its line; headings are left out.
    pub fn sentences(&self) -> impl Iterator<Item = (&Line<'d>, &Sentence)> {
        let lines = self.lines.iter().filter(|line| !line.is_heading);
        lines.flat_map(|line| line.sentences.iter().map(move |sentence| (line, sentence)))
    }
}

impl<'d> Line<'d> {
    fn of(draft: &'d Draft, place: Place, line: &'d [Inline]) -> Line<'d> {
        let mut text = String::new();
        let mut parts = Vec::with_capacity(line.len());
        for inline in line {
            let start = text.len();
            text.push_str(inline.text());
            parts.push((start..text.len(), inline));
        }
        let block = place.block.checked_sub(1).and_then(|at| draft.blocks.get(at));
        let is_heading = matches!(block, Some(Block::Heading { .. }));
        Line { place, is_heading, text, sentences: Vec::new(), parts }
    }

    fn asked(&self) -> ProseLine<'_> {
        let types_numbers = self.parts.iter().any(|(_, inline)| match inline {
            Inline::Text { text, .. } => text.contains(|c: char| c.is_ascii_digit()),
            _ => false,
        });
        ProseLine { text: &self.text, is_heading: self.is_heading, types_numbers }
    }

    fn take(&mut self, answer: ReadLine) {
        let mut figures = answer.figures.into_iter().peekable();
        self.sentences = answer
            .sentences
            .into_iter()
            .map(|range| {
                let mut sentence = Sentence { range, figures: Vec::new() };
                while let Some(said) = figures.next_if(|said| said.at.start < sentence.range.end) {
                    sentence.figures.push(said);
                }
                sentence
            })
            .collect();
    }

    /// What was typed, piece by piece, with where it stands.
    pub fn typed(&self) -> impl Iterator<Item = (Range<usize>, &'d str)> {
        self.parts.iter().filter_map(|(range, inline)| match inline {
            Inline::Text { text, .. } => Some((range.clone(), text.as_str())),
            _ => None,
        })
    }

    /// Whether somebody typed all of `at`.
    pub fn is_typed(&self, at: &Range<usize>) -> bool {
        self.typed().any(|(range, _)| range.start <= at.start && at.end <= range.end)
    }

    /// What an expression printed there.
    pub fn cited(&self, at: &Range<usize>) -> Option<&'d Arc<Cited>> {
        self.parts.iter().find_map(|(range, inline)| match inline {
            Inline::Cited { cited, .. } if range.start <= at.start && at.end <= range.end => {
                Some(cited)
            }
            _ => None,
        })
    }

    pub fn sentence(&self, sentence: &Sentence) -> &str {
        self.text.get(sentence.range.clone()).unwrap_or_default()
    }

    pub fn words(&self, at: Range<usize>) -> &str {
        self.text.get(at).unwrap_or_default()
    }

    /// Points at a piece of the line.
    pub fn spot(&self, at: &Range<usize>) -> Option<Spot> {
        if let Some(cited) = self.cited(at) {
            return Some(Spot::Value(Arc::clone(cited)));
        }
        self.typed_words(at).map(Spot::Typed)
    }

    /// The typed words at `at`, without a repair.
    pub fn typed_words(&self, at: &Range<usize>) -> Option<Typed> {
        let within = |range: &Range<usize>| range.start <= at.start && at.end <= range.end;
        let (range, run) = self.typed().find(|(range, _)| within(range))?;
        Some(Typed {
            behind: None,
            words: self.words(at.clone()).to_owned(),
            run: run.to_owned(),
            offset: at.start - range.start,
            repair: None,
        })
    }
}
