//! Makes a template of the office's own from another one.

use tongket_model::{OfficeTemplate, OfficeTemplateId};
use tongket_report::ReportKind;

use crate::kinds::{own_id, read_own_id};
use crate::{App, AppError, OfficeChoice};

/// Copies a built-in or own template under a new name for our office; returns the copy's id.
pub fn copy_template(app: &mut App, id: &str, name: &str) -> Result<String, AppError> {
    let kind = app.kind(id)?;
    let name = name.trim();
    app.refuse_template_name(name, None)?;
    let based_on = match read_own_id(id) {
        Some(own) => app.store.template(own)?.based_on,
        None => id.to_owned(),
    };
    let kind = ReportKind { name: name.to_owned(), ..kind };
    let template = OfficeTemplate {
        id: OfficeTemplateId(0),
        organisation: app.data_office(&OfficeChoice(None))?.id,
        name: name.to_owned(),
        based_on,
        settings: kind.settings()?,
        body: kind.body,
        changed: app.time(),
    };
    let step = format!("Chép mẫu «{name}»");
    let added = app.store.transact(&step, |changes| changes.add_template(&template))?;
    Ok(own_id(added.value))
}

impl App {
    /// Refuses an empty name, and one that another template bears.
    pub(crate) fn refuse_template_name(
        &self,
        name: &str,
        of: Option<OfficeTemplateId>,
    ) -> Result<(), AppError> {
        if name.is_empty() {
            return Err(AppError::refused("Mẫu báo cáo phải có tên; hãy đặt tên rồi lưu lại"));
        }
        let mut others = self.store.templates()?.into_iter().filter(|it| Some(it.id) != of);
        if others.any(|other| other.name == name) {
            return Err(AppError::refused(format!(
                "Đã có mẫu báo cáo tên «{name}»; hãy đặt tên khác"
            )));
        }
        Ok(())
    }
}
