//! Takes away a template of the office's own; drafts made from it keep their text.

use crate::save_template::own;
use crate::{App, AppError};

pub fn remove_template(app: &mut App, id: &str) -> Result<(), AppError> {
    let template = app.store.template(own(id)?)?;
    let step = format!("Xóa mẫu «{}»", template.name);
    app.store.transact(&step, |changes| changes.remove_template(template.id))?;
    Ok(())
}
