//! Reads a template that is being edited, on the data of the office; nothing is stored.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use specta::Type;
use tongket_report::{Profile, ReportKind};
use tongket_template::Facts;

use crate::read_body::read_body;
use crate::{App, AppError, Assets, BodyReading, Scope};

/// What a person can change of a template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct TemplateForm {
    pub name: String,
    /// The line under the type name, as a template.
    pub subject: String,
    pub body: String,
}

/// What the form says as the body of template `id`.
pub fn read_template(
    app: &App,
    id: &str,
    form: &TemplateForm,
    scope: &Scope,
) -> Result<BodyReading, AppError> {
    let kind = form.on(app.kind(id)?);
    Ok(app.reading_of(&kind, scope))
}

impl TemplateForm {
    /// The kind with what the form says.
    pub(crate) fn on(&self, kind: ReportKind) -> ReportKind {
        ReportKind {
            name: self.name.clone(),
            subject: self.subject.clone(),
            body: self.body.clone(),
            ..kind
        }
    }
}

impl App {
    /// What the body of a template says, or why it cannot be printed: an office that has just
    /// begun has templates before it has figures.
    pub(crate) fn reading_of(&self, kind: &ReportKind, scope: &Scope) -> BodyReading {
        match self.facts_for(kind, scope) {
            Ok((profile, facts)) => read_body(kind, &profile, &facts),
            Err(error) => BodyReading::without_facts(&error),
        }
    }

    /// The facts on which a report of this kind would be drafted, and its profile.
    pub(crate) fn facts_for(
        &self,
        kind: &ReportKind,
        scope: &Scope,
    ) -> Result<(Profile, Arc<dyn Facts>), AppError> {
        let issuer = self.issuer(&scope.choice(), kind.side)?;
        let of_office = issuer.office.profile.as_str();
        let profile = if of_office.is_empty() { &kind.profile } else { of_office };
        let profile = Assets::profile(profile)?;
        let facts = self.snapshot(issuer, Some(scope.year), profile.citation_pattern())?;
        Ok((profile, Arc::new(facts)))
    }
}
