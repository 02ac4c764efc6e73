//! Saves what was typed into a draft. Called after every pause in typing, so that saves of one
//! minute become one step.

use serde::Serialize;
use specta::Type;

use crate::stored_draft::revision;
use crate::{App, AppError, BodyReading};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct Saved {
    /// To be given back with the next save.
    pub revision: u32,
    /// Of the body as it is now.
    pub reading: BodyReading,
}

/// Stores the body; refused when the stored text is not the one of `from`, on which it was typed.
pub fn save_draft(app: &mut App, id: u32, from: u32, body: &str) -> Result<Saved, AppError> {
    let mut stored = app.stored(id)?;
    let name = format!("Soạn «{}»", stored.title);
    stored.changed = app.time();
    app.store.transact_continuing(&name, &format!("draft {id}"), |changes| {
        // Another program may have written since it was read above.
        let body_now = changes.store().draft(stored.id)?.body;
        if revision(&body_now) != from {
            return Err(AppError::refused(format!(
                "«{}» vừa được sửa ở nơi khác nên chưa lưu phần đang gõ; hãy chép phần đó ra, mở \
                 lại dự thảo rồi dán vào",
                stored.title
            )));
        }
        if body_now == body {
            return Ok(());
        }
        body.clone_into(&mut stored.body);
        Ok(changes.update_draft(&stored)?)
    })?;
    body.clone_into(&mut stored.body);
    Ok(Saved { revision: revision(body), reading: app.reading(&stored)? })
}
