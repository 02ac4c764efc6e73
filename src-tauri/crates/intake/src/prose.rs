//! Figures in sentences: what a report says in running text, each with its words, unit, period and
//! comparison. The patterns are those of Vietnamese office prose; what is doubtful says so in its
//! status, and numbers that are names (documents, dates, articles) are left out.

mod amount;
mod basis;
mod document;
mod in_file;
mod label;
mod lead;
mod measure;
mod names;
mod naming;
mod nouns;
mod number;
mod period;
mod phrase;
mod pieces;
mod rank;
mod rows;
mod scope;
mod token;
mod unit;

use std::collections::HashMap;
use std::ops::Range;

use serde::{Deserialize, Serialize};
use tongket_figures::{Amount, Date, Period};
use tongket_model::Indicator;

use crate::raw::RawParagraph;
use crate::reading::{
    Alternative, Context, Extra, Measure, Status, empty_when_none, extra_text, value_text,
};
use document::Section;
pub use in_file::extract_file;
pub(crate) use in_file::rows as rows_in;
pub(crate) use names::Names;
use rows::Scene;

/// One figure of a sentence. The field names are those of `tongket extract --json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProseFigure {
    /// The place of its paragraph: `p5`, `fn2`.
    pub location: String,
    /// The words that name it; the catalogue's name when there is one.
    pub indicator: String,
    pub measure: Measure,
    #[serde(with = "empty_when_none")]
    pub period: Option<Period>,
    /// As written; what it counts, when the number stands without it.
    pub unit: String,
    /// "118 tổ chức đảng", "thứ 07"
    pub value_as_written: String,
    /// In `unit`; of "vượt 5% kế hoạch" the part of the plan, 105.
    #[serde(with = "value_text")]
    pub value: Option<Amount>,
    #[serde(with = "extra_text")]
    pub extra: Option<Extra>,
    /// "ước; khoảng", and for a change its direction: "tăng".
    pub qualifier: String,
    /// "kế hoạch", "dự toán", "cùng kỳ", "năm trước", "cả nước"; empty without a comparison.
    pub comparison_basis: String,
    /// "kế hoạch tỉnh giao", "so với cùng kỳ"
    pub comparison_as_written: String,
    pub status: Status,
    /// What else an ambiguous figure can mean.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub alternatives: Vec<Alternative>,
    /// Where `value_as_written` begins and ends in the paragraph, in bytes.
    #[serde(skip)]
    pub start: usize,
    #[serde(skip)]
    pub end: usize,
}

impl ProseFigure {
    /// What every row has; `at` in bytes of the paragraph.
    fn empty(
        scene: &Scene,
        indicator: String,
        period: Option<Period>,
        at: Range<usize>,
    ) -> ProseFigure {
        ProseFigure {
            location: scene.location.to_owned(),
            indicator,
            measure: Measure::Result,
            period,
            unit: String::new(),
            value_as_written: scene.text[at.clone()].to_owned(),
            value: None,
            extra: None,
            qualifier: String::new(),
            comparison_basis: String::new(),
            comparison_as_written: String::new(),
            status: Status::Ok,
            alternatives: Vec::new(),
            start: at.start,
            end: at.end,
        }
    }
}

/// The figures of `paragraphs` in reading order, named as `catalogue` names them where it can.
pub fn extract(
    paragraphs: &[RawParagraph],
    context: &Context,
    catalogue: &[Indicator],
) -> Vec<ProseFigure> {
    figures_of(paragraphs, context, None, catalogue)
}

/// The stretches of a paragraph that are one sentence each, in bytes.
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    token::sentences(text)
}

/// [`extract`] from a document that bears a date, up to which "đến nay" goes.
fn figures_of(
    paragraphs: &[RawParagraph],
    context: &Context,
    dated: Option<Date>,
    catalogue: &[Indicator],
) -> Vec<ProseFigure> {
    let commas = writes_commas(paragraphs);
    let mut section = Section::of(paragraphs, context.year, dated);
    let mut figures = Vec::new();
    for paragraph in paragraphs {
        section.enter(paragraph);
        let text = &*paragraph.text;
        let mut scene = Scene { text, location: &paragraph.place, section, commas, carried: None };
        for sentence in token::sentences(text) {
            let tokens = token::tokens(text, sentence);
            let pieces = pieces::read(&tokens, section.year);
            figures.extend(rows::rows(&tokens, &pieces, &mut scene));
        }
    }
    name_figures(&mut figures, catalogue);
    figures
}

/// Gives figures the names that `catalogue` has for what they measure.
pub(crate) fn name_figures(figures: &mut [ProseFigure], catalogue: &[Indicator]) {
    let names = Names::new(catalogue);
    let mut known: HashMap<String, Option<String>> = HashMap::new();
    for figure in figures {
        let name = match known.get(&figure.indicator) {
            Some(name) => name,
            None => known.entry(figure.indicator.clone()).or_insert(names.find(&figure.indicator)),
        };
        if let Some(name) = name {
            figure.indicator.clone_from(name);
        }
    }
}

/// Whether the text shows somewhere that it writes decimals with commas.
fn writes_commas(paragraphs: &[RawParagraph]) -> bool {
    paragraphs.iter().any(|paragraph| {
        token::sentences(&paragraph.text).into_iter().any(|sentence| {
            let tokens = token::tokens(&paragraph.text, sentence);
            (0..tokens.len())
                .any(|at| number::read(&tokens, at).is_some_and(|n| n.shows_comma(&tokens, at)))
        })
    })
}
