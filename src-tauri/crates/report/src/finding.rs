//! What a check found: a sentence for the person, a code for the program, the place and the values
//! that were compared.

use std::sync::Arc;

use serde::Serialize;
use tongket_model::{ConclusionId, ListId, Slug};
use tongket_template::{Cited, Gap};

use crate::Place;

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Finding {
    /// Stable name of the check: `mixed-cut-offs`.
    pub code: &'static str,
    pub severity: Severity,
    /// One sentence in Vietnamese.
    pub message: String,
    /// Where in the draft; `None` when it concerns the data.
    pub place: Option<Place>,
    /// The values compared, as printed.
    pub values: Vec<String>,
    /// What the person can do; empty when the sentence says it.
    pub hint: String,
    /// What exactly of the draft it speaks about, when it is smaller than a block.
    #[serde(skip)]
    pub spot: Option<Spot>,
    /// Whose data it speaks about.
    #[serde(skip)]
    pub subject: Option<Subject>,
    /// What a draft has to print for the finding to be told with it.
    #[serde(skip)]
    pub(crate) concern: Concern,
}

/// What a finding about the data is about: in a draft that prints nothing of it, it says nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Concern {
    /// Told with every draft.
    Everything,
    /// The target of the indicator that is its subject.
    Target,
    /// Some limitation, of whatever year.
    Limitations,
    Conclusion(ConclusionId),
    List(ListId),
}

/// Data that somebody can be led to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    Indicator(Slug),
    Conclusion(ConclusionId),
    List(ListId),
}

/// A piece of a draft that somebody can be pointed at.
#[derive(Debug, Clone, PartialEq)]
pub enum Spot {
    Value(Arc<Cited>),
    Gap(Arc<Gap>),
    Typed(Typed),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Wrong as it stands.
    Error,
    /// Probably wrong, or easily misread: a person has to look.
    Warning,
    /// Worth knowing.
    Note,
}

/// Typed words.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Typed {
    /// The value that they follow; `None` when they are found by themselves in their block.
    pub behind: Option<Arc<Cited>>,
    pub words: String,
    /// What was typed around them, up to the values beside it; empty when nobody knows.
    pub run: String,
    /// Where in `run` they stand, in bytes.
    pub offset: usize,
    pub repair: Option<Replacement>,
}

/// Words that may stand in the place of others without anybody looking.
#[derive(Debug, Clone, PartialEq)]
pub struct Replacement {
    /// In the document language.
    pub insert: String,
    /// What it does, for people: "Đổi thành năm 2023".
    pub label: String,
}

impl Severity {
    pub fn vietnamese(self) -> &'static str {
        match self {
            Severity::Error => "sai",
            Severity::Warning => "cảnh báo",
            Severity::Note => "lưu ý",
        }
    }
}

impl Finding {
    pub fn new(code: &'static str, severity: Severity, message: String) -> Finding {
        Finding {
            code,
            severity,
            message,
            place: None,
            values: Vec::new(),
            hint: String::new(),
            spot: None,
            concern: Concern::Everything,
            subject: None,
        }
    }

    pub fn at(self, place: Place) -> Finding {
        Finding { place: Some(place), ..self }
    }

    /// Points at a value, and so at its indicator.
    pub fn about(self, cited: &Arc<Cited>) -> Finding {
        Finding { spot: Some(Spot::Value(Arc::clone(cited))), subject: indicator_of(cited), ..self }
    }

    pub fn with_spot(self, spot: Spot) -> Finding {
        Finding { spot: Some(spot), ..self }
    }

    /// Points at a piece of a line, when it can be pointed at.
    pub(crate) fn pointing(self, spot: Option<Spot>) -> Finding {
        let cited = match &spot {
            Some(Spot::Value(cited)) => indicator_of(cited),
            _ => None,
        };
        let subject = self.subject.clone().or(cited);
        Finding { spot, subject, ..self }
    }

    pub(crate) fn concerning(self, concern: Concern) -> Finding {
        Finding { concern, ..self }
    }

    /// Says whose data it speaks about.
    pub fn of(self, indicator: &Slug) -> Finding {
        self.on(Subject::Indicator(indicator.clone()))
    }

    /// As [`Finding::of`], of other data than an indicator's.
    pub(crate) fn on(self, subject: Subject) -> Finding {
        Finding { subject: Some(subject), ..self }
    }

    pub fn with_values(self, values: impl IntoIterator<Item = String>) -> Finding {
        Finding { values: values.into_iter().collect(), ..self }
    }

    pub fn with_hint(self, hint: impl Into<String>) -> Finding {
        Finding { hint: hint.into(), ..self }
    }
}

/// The indicator of the first value that went into a printed one.
fn indicator_of(cited: &Cited) -> Option<Subject> {
    cited.evidence.first()?.indicator.clone().map(Subject::Indicator)
}
