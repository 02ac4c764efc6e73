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
    let stored = app.stored(id)?;
    let (name, now) = (format!("Soạn «{}»", stored.title), app.time());
    let saved = app.store.transact_continuing(&name, &format!("draft {id}"), |changes| {
        // Another program may have written since it was read above.
        let mut newest = changes.store().draft(stored.id)?;
        if revision(&newest.body) != from {
            return Err(AppError::refused(format!(
                "«{}» vừa được sửa ở nơi khác nên chưa lưu phần đang gõ; hãy chép phần đó ra, mở \
                 lại dự thảo rồi dán vào",
                newest.title
            )));
        }
        if newest.body != body {
            body.clone_into(&mut newest.body);
            newest.changed = now;
            changes.update_draft(&newest)?;
        }
        Ok(newest)
    })?;
    Ok(Saved { revision: revision(body), reading: app.reading(&saved.value) })
}
