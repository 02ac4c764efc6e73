//! A rendering that knows where in the source each part of it comes from. Costs more than
//! [`crate::render`] and is meant for one body that somebody is looking at.

mod label;
mod pieces;
mod results;
mod settings;
mod tags;
mod trace;

use std::ops::Range;
use std::sync::Arc;

use crate::context::Context;
use crate::engine::run;
use crate::slots::{Piece, Slot, Slots};
use crate::{Block, Cited, Facts, Gap, Inline, Table, TemplateError, markdown};

use pieces::Pieces;
use results::Results;
use settings::Settings;
pub(crate) use tags::Tags;
pub(crate) use trace::{PrintPlace, Trace};

/// The blocks of a body and the places of the body they come from. Every range counts bytes of
/// the source.
#[derive(Debug)]
pub struct Mapped {
    pub blocks: Vec<Block>,
    /// What each block stands on, from the first sign that makes it to the last. Blocks of
    /// functions stand where the line around them does.
    pub block_places: Vec<Range<usize>>,
    /// Every `{{ … }}` that printed something, in the order of the source.
    pub chips: Vec<Chip>,
    /// Commands with their bodies, and comments, in the order of the source.
    pub folds: Vec<Fold>,
    /// Every value of the text in the order of the text, each with the tag that printed it into
    /// the text: of a macro the call.
    pub values: Vec<(Printed, Range<usize>)>,
}

/// One `{{ … }}`.
#[derive(Debug)]
pub struct Chip {
    /// Braces included.
    pub range: Range<usize>,
    /// As typed between the braces.
    pub expression: String,
    /// What a reader sees of it; of a loop what its first turn printed.
    pub text: String,
    /// The values of that text.
    pub values: Vec<Printed>,
}

/// A value that an expression printed.
#[derive(Debug, Clone)]
pub enum Printed {
    /// Words of the template or the office.
    Text(String),
    Cited(Arc<Cited>),
    Gap(Arc<Gap>),
    Table(Arc<Table>),
    /// Stands above the lines of a list made by a function, which follow it.
    List,
}

/// A command with everything up to its end, or a comment.
#[derive(Debug)]
pub struct Fold {
    pub range: Range<usize>,
    pub kind: FoldKind,
    /// What it does, in Vietnamese: "Chỉ in khi có chỉ tiêu FDI"
    pub label: String,
    /// What it printed the first time, line by line, shortened when it is long.
    pub result: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FoldKind {
    Loop,
    Condition,
    Setting,
    Comment,
    Macro,
}

/// Renders a body as [`crate::render`] does, and says where everything comes from.
pub fn render_mapped(
    name: &str,
    source: &str,
    facts: &Arc<dyn Facts>,
) -> Result<Mapped, TemplateError> {
    let context = Arc::new(Context::traced(Arc::clone(facts)));
    let text = run(name, source, &context)?;
    let slots = context.take_slots();
    let trace = context.trace().map(|mut trace| std::mem::take(&mut *trace)).unwrap_or_default();
    let pieces = Pieces::of(&trace);
    let (blocks, places) = markdown::placed_blocks(&text, &slots);
    // Without the empty lines behind.
    let written = |place: &Range<usize>| {
        place.start..place.start + text.get(place.clone()).map_or(0, |block| block.trim_end().len())
    };
    let block_places = places.iter().map(|place| pieces.source_of(&written(place))).collect();
    let tags = Tags::of(source);
    Ok(Mapped {
        blocks,
        block_places,
        chips: chips(source, &tags, &trace, &slots),
        folds: folds(source, &tags, &trace, &slots, &**facts),
        values: values(&pieces, &trace, &slots),
    })
}

fn chips(source: &str, tags: &Tags, trace: &Trace, slots: &Slots) -> Vec<Chip> {
    let mut first_prints: Vec<Option<&str>> = vec![None; trace.places.len()];
    for print in &trace.prints {
        first_prints[print.place].get_or_insert(&print.text);
    }
    let mut printed: Vec<(&Range<usize>, &str)> = Vec::new();
    for (place, print) in trace.places.iter().zip(first_prints) {
        if let (false, Some(print)) = (place.typed, print) {
            printed.push((&place.range, print));
        }
    }
    // What a filter or call block prints is met after what stands in it.
    printed.sort_by_key(|(range, _)| range.start);
    let chips = tags.variables.iter().filter_map(|range| {
        let idx = printed.binary_search_by_key(&range.start, |(range, _)| range.start).ok()?;
        let inside = source.get(range.start + 2..range.end - 2).unwrap_or_default();
        let values = values_in(printed[idx].1, slots);
        Some(Chip {
            range: range.clone(),
            expression: inside.trim_matches(['-', '+']).trim().to_owned(),
            text: shown(printed[idx].1, slots, usize::MAX),
            values,
        })
    });
    chips.collect()
}

fn folds(source: &str, tags: &Tags, trace: &Trace, slots: &Slots, facts: &dyn Facts) -> Vec<Fold> {
    let results = Results::of(trace, slots);
    let mut folds: Vec<Fold> = Vec::new();
    let mut settings = Settings::default();
    for command in &tags.commands {
        let value = settings.read(command, facts);
        let (kind, label) = label::of_command(command, value.as_deref(), facts);
        let result =
            if kind == FoldKind::Macro { String::new() } else { results.of_range(&command.range) };
        folds.push(Fold { range: command.range.clone(), kind, label, result });
    }
    for range in &tags.comments {
        let label = label::of_comment(source.get(range.clone()).unwrap_or_default());
        let (range, result) = (range.clone(), String::new());
        folds.push(Fold { range, kind: FoldKind::Comment, label, result });
    }
    folds.sort_by_key(|fold| fold.range.start);
    folds
}

fn values(pieces: &Pieces, trace: &Trace, slots: &Slots) -> Vec<(Printed, Range<usize>)> {
    let mut values = Vec::new();
    for (print, place) in pieces.prints(trace) {
        for value in values_in(print, slots) {
            values.push((value, place.range.clone()));
        }
    }
    values
}

/// The values of the tokens of a printed text.
fn values_in(text: &str, slots: &Slots) -> Vec<Printed> {
    let mut values = Vec::new();
    for piece in slots.split(text) {
        if let Piece::Value(slot) = piece {
            add_values(slot, &mut values);
        }
    }
    values
}

fn add_values(slot: &Slot, values: &mut Vec<Printed>) {
    match slot {
        Slot::Text(text) => values.push(Printed::Text(text.clone())),
        Slot::Cited(cited) => values.push(Printed::Cited(Arc::clone(cited))),
        Slot::Gap(gap) => values.push(Printed::Gap(Arc::clone(gap))),
        Slot::Run(slots) => slots.iter().for_each(|slot| add_values(slot, values)),
        Slot::Block(Block::Table(table)) => values.push(Printed::Table(Arc::clone(table))),
        Slot::Block(Block::List(lines)) => {
            values.push(Printed::List);
            let inlines = lines.iter().flat_map(|line| &line.content);
            values.extend(inlines.map(|inline| match inline {
                Inline::Cited { cited, .. } => Printed::Cited(Arc::clone(cited)),
                Inline::Gap(gap) => Printed::Gap(Arc::clone(gap)),
                other => Printed::Text(other.text().to_owned()),
            }));
        }
        Slot::Block(_) => {}
    }
}

/// What a reader sees of a printed text, at least the first `n_characters` of it.
fn shown(text: &str, slots: &Slots, n_characters: usize) -> String {
    let mut shown = String::new();
    for piece in slots.split(text) {
        match piece {
            Piece::Plain(text) => shown.push_str(text),
            Piece::Value(Slot::Block(Block::List(lines))) => {
                let lines = lines
                    .iter()
                    .map(|line| line.content.iter().map(Inline::text).collect::<String>());
                shown.push_str(&lines.collect::<Vec<_>>().join("\n"));
            }
            Piece::Value(Slot::Block(Block::Table(table))) => {
                shown.push_str(&format!("(bảng {} dòng)", table.n_body_rows()));
            }
            Piece::Value(slot) => shown.push_str(&slot.text()),
        }
        if shown.len() / 4 > n_characters {
            break;
        }
    }
    shown
}
