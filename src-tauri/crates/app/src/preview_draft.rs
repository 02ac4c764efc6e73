//! The Word file of a draft as it stands, for the window to show.

use std::io::Cursor;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::stored_draft::Rendered;
use crate::{App, AppError};

/// The very bytes that an export would write now, in base64.
pub fn preview_draft(app: &App, id: u32) -> Result<String, AppError> {
    let rendered = app.render_stored(&app.stored(id)?)?;
    Ok(STANDARD.encode(app.word_bytes(&rendered)?))
}

impl App {
    pub(crate) fn word_bytes(&self, rendered: &Rendered) -> Result<Vec<u8>, AppError> {
        let (out, _) = self.write_draft(rendered, Cursor::new(Vec::new()))?;
        Ok(out.into_inner())
    }
}
