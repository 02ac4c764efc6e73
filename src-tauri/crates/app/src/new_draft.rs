//! Makes a draft, which from then on owns its text.

use serde::{Deserialize, Serialize};
use specta::Type;
use tongket_model::{Draft, DraftId, DraftSettings};
use tongket_report::ReportKind;

use crate::draft_offer::proposed_title;
use crate::stored_draft::number_of;
use crate::{App, AppError, Scope};

/// Where the text of a new draft comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum DraftSource {
    Template,
    /// Another draft, as a rule that of the year before: its text and subject are taken over.
    Draft {
        id: u32,
    },
}

/// Makes a draft of `kind` for the scope's office and year and returns its id. An empty title is
/// made from the kind and the year.
pub fn new_draft(
    app: &mut App,
    scope: &Scope,
    kind: &str,
    source: DraftSource,
    title: &str,
) -> Result<u32, AppError> {
    let id = kind;
    let kind = app.kind(id)?;
    let issuer = app.issuer(&scope.choice(), kind.side)?;
    app.checked_year(&issuer.data, scope.year)?;
    let title = match title.trim() {
        "" => proposed_title(&kind.name, scope.year),
        title => title.to_owned(),
    };
    let mut settings = settings(&kind, &issuer.office.profile);
    let body = match source {
        DraftSource::Template => kind.body.clone(),
        DraftSource::Draft { id } => {
            let source = app.stored(id)?;
            settings.subject = source.settings.subject;
            settings.toc = source.settings.toc;
            source.body
        }
    };
    let now = app.time();
    let mut draft = Draft {
        id: DraftId(0),
        organisation: issuer.organisation.id,
        kind: id.to_owned(),
        year: scope.year,
        title,
        settings,
        body,
        template: String::new(),
        created: now.clone(),
        changed: now,
    };
    let name = format!("Tạo dự thảo «{}»", draft.title);
    let made = app.store.transact(&name, |changes| {
        draft.template = changes.add_content(kind.body.as_bytes())?;
        changes.add_draft(&draft)
    })?;
    Ok(number_of(made.value))
}

fn settings(kind: &ReportKind, profile_of_office: &str) -> DraftSettings {
    let profile = if profile_of_office.is_empty() { &kind.profile } else { profile_of_office };
    DraftSettings {
        kind_name: kind.name.clone(),
        side: kind.side,
        type_name: kind.type_name.clone(),
        symbol: kind.symbol.clone(),
        subject: kind.subject.clone(),
        profile: profile.to_owned(),
        number: String::new(),
        date: String::new(),
        toc: false,
        draft_mark: true,
    }
}
