//! Saves what was typed into a template of the office's own, also while it cannot be rendered yet.

use tongket_model::{OfficeTemplateId, StepId};
use tongket_store::Changes;

use crate::kinds::read_own_id;
use crate::{App, AppError, TemplateForm};

/// Saves of one minute become one step, and what the editor's own undo made stands in the place of
/// the steps `instead_of`, which stored what it goes back over. Built-in templates are refused.
pub fn save_template(
    app: &mut App,
    id: &str,
    form: &TemplateForm,
    instead_of: &[i64],
) -> Result<(), AppError> {
    let own = own(id)?;
    let mut template = app.store.template(own)?;
    let name = form.name.trim();
    app.refuse_template_name(name, Some(own))?;
    let kind = form.on(app.kind(id)?);
    name.clone_into(&mut template.name);
    template.settings = kind.settings()?;
    template.body = kind.body;
    let now = app.time();
    let step = format!("Sửa mẫu «{name}»");
    let key = format!("template {}", own.0);
    let write = |changes: &mut Changes<'_>| -> Result<(), AppError> {
        let stored = changes.store().template(own)?;
        template.changed.clone_from(&stored.changed);
        if template != stored {
            template.changed = now;
            changes.update_template(&template)?;
        }
        Ok(())
    };
    if instead_of.is_empty() {
        app.store.transact_continuing(&step, &key, write)?;
    } else {
        let steps: Vec<StepId> = instead_of.iter().copied().map(StepId).collect();
        app.store.transact_instead(&step, &key, &steps, |_| Ok(()), write)?;
    }
    Ok(())
}

pub(crate) fn own(id: &str) -> Result<OfficeTemplateId, AppError> {
    read_own_id(id).ok_or_else(|| {
        AppError::refused("Mẫu có sẵn không sửa, không xóa được; hãy chép thành mẫu của cơ quan")
    })
}
