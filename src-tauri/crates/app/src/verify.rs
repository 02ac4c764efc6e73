//! A check of the whole database file.

use tongket_store::Verification;

use crate::{App, AppError};

/// Pages, references, schema, every stored value and the journal.
pub fn verify(app: &App) -> Result<Verification, AppError> {
    Ok(app.store.verify()?)
}
