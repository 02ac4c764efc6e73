//! Keeps a draft as it stands as a version that never changes: "Dự thảo lần 2". What takes time
//! only reads, so that others may write meanwhile.

use tongket_model::{DraftVersion, DraftVersionId};

use crate::draft_view::{VersionLine, version_line};
use crate::frozen::frozen;
use crate::stored_draft::number_of;
use crate::{App, AppError};

/// Text, values and Word file of a draft at one moment, stored nowhere yet.
pub struct Unfrozen {
    version: DraftVersion,
    title: String,
    docx: Vec<u8>,
}

/// The draft as it stands now; refused while it cannot be rendered.
pub fn unfrozen_version(app: &App, id: u32, note: &str) -> Result<Unfrozen, AppError> {
    let stored = app.stored(id)?;
    let rendered = app.render_stored(&stored)?;
    let number = app.next_version(&stored)?;
    let docx = app.word_bytes(&rendered)?;
    let version = DraftVersion {
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
    Ok(Unfrozen { version, title: stored.title, docx })
}

/// Stores it; refused when the draft went, or another version took its number, in between.
pub fn freeze_version(app: &mut App, unfrozen: Unfrozen) -> Result<VersionLine, AppError> {
    let Unfrozen { mut version, title, docx } = unfrozen;
    let number = version.number;
    let stored = app.stored(number_of(version.draft))?;
    if app.next_version(&stored)? != number {
        return Err(AppError::refused(format!(
            "Lần {number} của «{title}» vừa được chốt ở nơi khác; hãy xem lần đó rồi chốt lại nếu \
             cần"
        )));
    }
    app.store.transact(&format!("Chốt lần {number} của «{title}»"), |changes| {
        version.docx = changes.add_content(&docx)?;
        changes.add_version(&version)
    })?;
    Ok(version_line(&version))
}
