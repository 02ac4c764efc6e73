//! Keeps a draft as it stands as a version that never changes: "Dự thảo lần 2".

use tongket_model::{DraftVersion, DraftVersionId};

use crate::draft_view::{VersionLine, version_line};
use crate::frozen::frozen;
use crate::{App, AppError};

/// Freezes text, values and Word file; refused while the draft cannot be rendered.
pub fn freeze_version(app: &mut App, id: u32, note: &str) -> Result<VersionLine, AppError> {
    let stored = app.stored(id)?;
    let rendered = app.render_stored(&stored)?;
    let number = app.next_version(&stored)?;
    let docx = app.word_bytes(&rendered)?;
    let mut version = DraftVersion {
        id: DraftVersionId(0),
        draft: stored.id,
        number,
        name: format!("Dự thảo lần {number}"),
        time: app.time(),
        note: note.trim().to_owned(),
        body: stored.body,
        content: frozen(&rendered.draft),
        docx: String::new(),
    };
    let name = format!("Chốt lần {number} của «{}»", stored.title);
    app.store.transact(&name, |changes| {
        version.docx = changes.add_content(&docx)?;
        changes.add_version(&version)
    })?;
    Ok(version_line(&version))
}
