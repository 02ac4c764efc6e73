//! The Word file that a template which is being edited would give; nothing is stored.

use std::io::Cursor;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use tongket_report::{Stamp, WordOptions, draft, write_word};

use crate::draft_report::{STORE_ID, created};
use crate::{App, AppError, Scope, TemplateForm};

/// In base64, on the data of the scope's office and year.
pub fn preview_template(
    app: &App,
    id: &str,
    form: &TemplateForm,
    scope: &Scope,
) -> Result<String, AppError> {
    let kind = form.on(app.kind(id)?);
    let (profile, facts) = app.facts_for(&kind, scope)?;
    let draft = draft(&kind, &profile, &facts)?;
    let stamp = Stamp { created: created(app.clock), store_id: STORE_ID.to_owned() };
    let out = Cursor::new(Vec::new());
    let (out, _) = write_word(&draft, &profile, &stamp, &WordOptions::default(), out)
        .map_err(AppError::refused)?;
    Ok(STANDARD.encode(out.into_inner()))
}
