//! Checks the data and the draft of a year without writing a file.

use serde::Serialize;
use tongket_report::{Finding, check};

use crate::draft_report::render_draft;
use crate::read_prose::read_prose;
use crate::{App, AppError, DraftRequest};

#[derive(Debug, Clone, Serialize)]
pub struct Checked {
    pub kind: String,
    pub year: i32,
    pub office: String,
    pub findings: Vec<Finding>,
}

/// Runs every check on the draft that `request` describes; its output is not used.
pub fn check_year(app: &App, request: &DraftRequest) -> Result<Checked, AppError> {
    let (draft, _) = render_draft(app, request)?;
    Ok(Checked {
        kind: draft.kind.slug.clone(),
        year: draft.year,
        office: draft.organisation.slug.to_string(),
        findings: check(&draft, read_prose),
    })
}
