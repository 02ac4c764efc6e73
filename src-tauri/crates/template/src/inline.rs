//! Inline values of a rendered document: text typed in the template, values with their evidence,
//! and visible gaps.

use std::sync::Arc;

use tongket_figures::{Period, Quantity};
use tongket_model::{ConclusionId, FigureKind, ListId, Origin, ReportedMeasure, Slug, State};

#[derive(Debug, Clone, PartialEq)]
pub enum Inline {
    /// Typed in the template or draft: detached, no origin.
    Text {
        text: String,
        emphasis: Emphasis,
    },
    /// Printed by an expression.
    Cited {
        cited: Arc<Cited>,
        emphasis: Emphasis,
    },
    /// A value that is not there, shown as such.
    Gap(Arc<Gap>),
    LineBreak,
}

impl Inline {
    /// The characters a reader sees.
    pub fn text(&self) -> &str {
        match self {
            Inline::Text { text, .. } => text,
            Inline::Cited { cited, .. } => &cited.text,
            Inline::Gap(gap) => &gap.text,
            Inline::LineBreak => "\n",
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Emphasis {
    pub bold: bool,
    pub italic: bool,
}

/// What one expression printed, and from what.
#[derive(Debug, Clone, PartialEq)]
pub struct Cited {
    pub kind: CitedKind,
    /// The expression with everything that the place implied written out:
    /// `so_lieu("thu-ngan-sach", nam=2023)`. Evaluating it again gives the refreshed text.
    pub expression: String,
    pub text: String,
    pub evidence: Vec<Evidence>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CitedKind {
    /// A figure or a count: bound to its source in the Word file.
    Figure,
    /// The mention of a document.
    Citation,
    /// Words of a stored row: a solution, a theme, a name.
    Words,
}

/// One stored value that a printed text rests on.
#[derive(Debug, Clone, PartialEq)]
pub struct Evidence {
    pub kind: EvidenceKind,
    /// For people: "Thu NSNN", "Giải pháp trọng tâm …"
    pub subject: String,
    pub indicator: Option<Slug>,
    pub period: Option<Period>,
    pub quantity: Option<Quantity>,
    pub origin: Origin,
    pub state: State,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EvidenceKind {
    Figure(FigureKind),
    Plan {
        assigner: String,
    },
    Target,
    ListItem(ListId),
    Theme,
    Document,
    Conclusion(ConclusionId),
    Conference,
    /// What a unit reported.
    Reported(ReportedMeasure),
}

/// A visible gap: `[chưa có số liệu: thu nhập bình quân 2022]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    pub kind: GapKind,
    /// With the brackets.
    pub text: String,
    pub expression: String,
    /// The slug or name that is missing.
    pub subject: String,
    /// What the person can do, when there is more to say: a proposed value, who owes it.
    pub hint: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum GapKind {
    MissingFigure,
    MissingPlan,
    MissingTarget,
    MissingList,
    MissingTheme,
    MissingDocument,
    MissingConference,
    UnknownIndicator,
    /// The values are there but cannot be compared.
    Incomparable,
    /// The template itself says that something is to be written here.
    ToWrite,
}

impl GapKind {
    /// The stable code in JSON output.
    pub fn code(self) -> &'static str {
        match self {
            GapKind::MissingFigure => "missing-figure",
            GapKind::MissingPlan => "missing-plan",
            GapKind::MissingTarget => "missing-target",
            GapKind::MissingList => "missing-list",
            GapKind::MissingTheme => "missing-theme",
            GapKind::MissingDocument => "missing-document",
            GapKind::MissingConference => "missing-conference",
            GapKind::UnknownIndicator => "unknown-indicator",
            GapKind::Incomparable => "incomparable",
            GapKind::ToWrite => "to-write",
        }
    }
}
