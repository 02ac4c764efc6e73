//! Takes away a draft with its versions; undo brings all of it back.

use crate::{App, AppError};

pub fn remove_draft(app: &mut App, id: u32) -> Result<(), AppError> {
    let stored = app.stored(id)?;
    let name = format!("Xóa dự thảo «{}»", stored.title);
    app.store.transact(&name, |changes| changes.remove_draft(stored.id))?;
    Ok(())
}
