//! The Word file of a draft as it stands, for the window to show.

use std::io::Cursor;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::stored_draft::Rendered;
use crate::{App, AppError};

/// The very bytes that an export would write once `body` is stored as the draft's text, in base64.
pub fn preview_draft(app: &App, id: u32, body: &str) -> Result<String, AppError> {
    let mut draft = app.stored(id)?;
    body.clone_into(&mut draft.body);
    let rendered = app.render_stored(&draft)?;
    Ok(STANDARD.encode(app.word_bytes(&rendered)?))
}

impl App {
    pub(crate) fn word_bytes(&self, rendered: &Rendered) -> Result<Vec<u8>, AppError> {
        let (out, _) = self.write_draft(rendered, Cursor::new(Vec::new()))?;
        Ok(out.into_inner())
    }
}
