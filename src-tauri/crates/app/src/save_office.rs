//! The office's own data: shown and changed.

use crate::{App, AppError, OfficeChoice, OfficeForm};

/// What is stored of an office, the database's own when none is named.
pub fn office(app: &App, choice: &OfficeChoice) -> Result<OfficeForm, AppError> {
    let organisation = app.chosen(choice)?;
    let office = app.store.office(organisation.id)?;
    Ok(OfficeForm::of(&organisation, office.as_ref()))
}

/// Stores the form as one step. The slug stays: data and drafts name the office by it.
pub fn save_office(
    app: &mut App,
    choice: &OfficeChoice,
    form: &OfficeForm,
) -> Result<(), AppError> {
    let form = form.checked()?;
    let stored = app.chosen(choice)?;
    let office = app.store.office(stored.id)?;
    let organisation = form.organisation(stored);
    let office = form.office(&organisation, office);
    app.store.transact("Sửa thông tin cơ quan", |changes| {
        changes.update_organisation(&organisation)?;
        changes.set_office(&office)
    })?;
    Ok(())
}
