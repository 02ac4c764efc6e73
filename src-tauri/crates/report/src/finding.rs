//! What a check found: a sentence for the person, a code for the program, the place and the values
//! that were compared.

use serde::Serialize;

use crate::Place;

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
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
        Finding { code, severity, message, place: None, values: Vec::new(), hint: String::new() }
    }

    pub fn at(self, place: Place) -> Finding {
        Finding { place: Some(place), ..self }
    }

    pub fn with_values(self, values: impl IntoIterator<Item = String>) -> Finding {
        Finding { values: values.into_iter().collect(), ..self }
    }

    pub fn with_hint(self, hint: impl Into<String>) -> Finding {
        Finding { hint: hint.into(), ..self }
    }
}
