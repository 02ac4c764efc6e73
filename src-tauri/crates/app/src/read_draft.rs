//! Reads the text of a draft as it is being written, on the data of its office and year.

use crate::{App, AppError, BodyReading};

/// What `body` says as the text of the draft, whichever text is stored: the one who saved it has
/// perhaps saved another since.
pub fn read_draft(app: &App, id: u32, body: &str) -> Result<BodyReading, AppError> {
    let mut draft = app.stored(id)?;
    body.clone_into(&mut draft.body);
    Ok(app.reading(&draft))
}
