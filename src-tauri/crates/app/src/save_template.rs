//! Saves what was typed into a template of the office's own, also while it cannot be rendered yet.

use tongket_model::OfficeTemplateId;

use crate::kinds::read_own_id;
use crate::{App, AppError, TemplateForm};

/// Saves of one minute become one step. Built-in templates are refused.
pub fn save_template(app: &mut App, id: &str, form: &TemplateForm) -> Result<(), AppError> {
    let own = own(id)?;
    let mut template = app.store.template(own)?;
    let name = form.name.trim();
    app.refuse_template_name(name, Some(own))?;
    let kind = form.on(app.kind(id)?);
    let before = template.clone();
    name.clone_into(&mut template.name);
    template.settings = kind.settings()?;
    template.body = kind.body;
    if template == before {
        return Ok(());
    }
    template.changed = app.time();
    let step = format!("Sửa mẫu «{name}»");
    let key = format!("template {}", own.0);
    app.store.transact_continuing(&step, &key, |changes| changes.update_template(&template))?;
    Ok(())
}

pub(crate) fn own(id: &str) -> Result<OfficeTemplateId, AppError> {
    read_own_id(id).ok_or_else(|| {
        AppError::refused("Mẫu có sẵn không sửa, không xóa được; hãy chép thành mẫu của cơ quan")
    })
}
