//! Saves what was typed into a draft. Called after every pause in typing, so that saves of one
//! minute become one step.

use tongket_model::StepId;
use tongket_store::{Changes, Store};

use crate::stored_draft::revision;
use crate::{App, AppError};

/// Stores the body; the answer is to be given back with the next save. Refused when the stored text is not the one of `from`, on which it was typed.
/// Text that the editor's own undo made stands in the place of the steps `instead_of`, which stored
/// what it goes back over, so that undo always leads further back.
pub fn save_draft(
    app: &mut App,
    id: u32,
    from: u32,
    body: &str,
    instead_of: &[i64],
) -> Result<u32, AppError> {
    let stored = app.stored(id)?;
    let (name, key, now) = (format!("Soạn «{}»", stored.title), format!("draft {id}"), app.time());
    // Another program may have written since it was read above.
    let check = |store: &Store| {
        let newest = store.draft(stored.id)?;
        if revision(&newest.body) == from {
            return Ok(());
        }
        Err(AppError::refused(format!(
            "«{}» vừa được sửa ở nơi khác nên chưa lưu phần đang gõ; hãy chép phần đó ra, mở lại \
             dự thảo rồi dán vào",
            newest.title
        )))
    };
    let write = |changes: &mut Changes<'_>| -> Result<(), AppError> {
        let mut newest = changes.store().draft(stored.id)?;
        if newest.body != body {
            body.clone_into(&mut newest.body);
            newest.changed = now;
            changes.update_draft(&newest)?;
        }
        Ok(())
    };
    if instead_of.is_empty() {
        app.store.transact_continuing(&name, &key, |changes| {
            check(changes.store())?;
            write(changes)
        })?;
    } else {
        let steps: Vec<StepId> = instead_of.iter().copied().map(StepId).collect();
        app.store.transact_instead(&name, &key, &steps, check, write)?;
    }
    Ok(revision(body))
}
