//! A draft: the rendered report of one office and year, before it becomes a Word document.

use std::sync::Arc;

use serde::Serialize;
use tongket_model::{Office, Organisation, State};
use tongket_template::{
    Block, Cited, CitedKind, Facts, Gap, Inline, Mapped, Table, TemplateError, render, render_line,
    render_mapped,
};

use crate::{Profile, ReportKind};

pub struct Draft {
    pub kind: ReportKind,
    pub year: i32,
    pub organisation: Organisation,
    pub office: Office,
    /// The line under the type name.
    pub subject: String,
    pub blocks: Vec<Block>,
    facts: Arc<dyn Facts>,
}

/// Where something stands in a draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Place {
    /// The nearest heading above, shared by all that stands below it; empty before the first.
    pub heading: Arc<str>,
    /// Position among the blocks of the draft, from 1.
    pub block: usize,
}

/// A gap with its place.
#[derive(Debug, Clone)]
pub struct PlacedGap<'d> {
    pub gap: &'d Arc<Gap>,
    pub place: Place,
}

/// Renders a report kind on the facts of an office.
pub fn draft(
    kind: &ReportKind,
    profile: &Profile,
    facts: &Arc<dyn Facts>,
) -> Result<Draft, TemplateError> {
    let blocks = render(&kind.slug, &kind.body, facts)?;
    with_blocks(kind, profile, facts, blocks)
}

/// The same with the places of the body that everything comes from; the blocks are in the draft.
pub fn mapped_draft(
    kind: &ReportKind,
    profile: &Profile,
    facts: &Arc<dyn Facts>,
) -> Result<(Draft, Mapped), TemplateError> {
    let mut mapped = render_mapped(&kind.slug, &kind.body, facts)?;
    let draft = with_blocks(kind, profile, facts, std::mem::take(&mut mapped.blocks))?;
    Ok((draft, mapped))
}

fn with_blocks(
    kind: &ReportKind,
    profile: &Profile,
    facts: &Arc<dyn Facts>,
    blocks: Vec<Block>,
) -> Result<Draft, TemplateError> {
    let subject = render_line(&format!("{}, trích yếu", kind.slug), &kind.subject, facts)?;
    let subject: String = subject.iter().map(Inline::text).collect();
    Ok(Draft {
        kind: kind.clone(),
        year: facts.year(),
        organisation: facts.organisation().clone(),
        office: facts.office().clone(),
        subject: profile.title.subject_first_letter.value.apply(&subject),
        blocks,
        facts: Arc::clone(facts),
    })
}

impl Draft {
    pub fn facts(&self) -> &dyn Facts {
        &*self.facts
    }

    /// Every line of inline content with its place, table cells left out.
    pub fn lines(&self) -> Vec<(Place, &[Inline])> {
        let mut heading: Arc<str> = Arc::default();
        let mut lines = Vec::new();
        for (idx, block) in self.blocks.iter().enumerate() {
            if let Block::Heading { content, .. } = block {
                heading = content.iter().map(Inline::text).collect::<String>().into();
            }
            let place = Place { heading: heading.clone(), block: idx + 1 };
            match block {
                Block::Heading { content, .. } | Block::Paragraph(content) => {
                    lines.push((place, content.as_slice()));
                }
                Block::List(items) => {
                    lines.extend(items.iter().map(|line| (place.clone(), line.content.as_slice())))
                }
                Block::Table(_) => {}
            }
        }
        lines
    }

    /// Tables with their places.
    pub fn tables(&self) -> impl Iterator<Item = &Arc<Table>> {
        self.blocks.iter().filter_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        })
    }

    /// Figures in running text.
    pub fn n_figures(&self) -> usize {
        let lines = self.lines();
        let inlines = lines.iter().flat_map(|(_, line)| line.iter());
        inlines.filter(|inline| is_figure(inline)).count()
    }

    /// Cells of tables of figures that hold a value.
    pub fn n_table_figures(&self) -> usize {
        self.tables()
            .map(|table| table.cited.iter().map(|cited| cited.evidence.len()).sum::<usize>())
            .sum()
    }

    /// All gaps of the text and of tables.
    pub fn gaps(&self) -> Vec<PlacedGap<'_>> {
        let mut gaps = Vec::new();
        for (place, line) in self.lines() {
            for inline in line {
                if let Inline::Gap(gap) = inline {
                    gaps.push(PlacedGap { gap, place: place.clone() });
                }
            }
        }
        for (place, table) in self.placed_tables() {
            gaps.extend(table.gaps.iter().map(|gap| PlacedGap { gap, place: place.clone() }));
        }
        gaps
    }

    /// Everything that expressions printed, tables included.
    pub fn cited(&self) -> Vec<&Arc<Cited>> {
        let mut all = Vec::new();
        for (_, line) in self.lines() {
            all.extend(line.iter().filter_map(|inline| match inline {
                Inline::Cited { cited, .. } => Some(cited),
                _ => None,
            }));
        }
        all.extend(self.tables().flat_map(|table| table.cited.iter()));
        all
    }

    /// Whether any value shown is a sample value.
    pub fn shows_assumed_values(&self) -> bool {
        let mut evidence = self.cited().into_iter().flat_map(|cited| &cited.evidence);
        evidence.any(|evidence| evidence.state == State::Assumed)
    }

    fn placed_tables(&self) -> Vec<(Place, &Arc<Table>)> {
        let mut heading: Arc<str> = Arc::default();
        let mut tables = Vec::new();
        for (idx, block) in self.blocks.iter().enumerate() {
            match block {
                Block::Heading { content, .. } => {
                    heading = content.iter().map(Inline::text).collect::<String>().into();
                }
                Block::Table(table) => {
                    tables.push((Place { heading: heading.clone(), block: idx + 1 }, table));
                }
                _ => {}
            }
        }
        tables
    }
}

fn is_figure(inline: &Inline) -> bool {
    matches!(inline, Inline::Cited { cited, .. } if cited.kind == CitedKind::Figure)
}

impl crate::profile::FirstLetter {
    fn apply(self, text: &str) -> String {
        let mut letters = text.chars();
        let Some(first) = letters.next() else { return String::new() };
        let first: String = match self {
            Self::Lower => first.to_lowercase().collect(),
            Self::Upper => first.to_uppercase().collect(),
        };
        first + letters.as_str()
    }
}
