//! The first start: the person's own database with its office.

use std::path::Path;

use tongket_model::{Organisation, OrganisationId, Slug};
use tongket_store::{Clock, OUR_OFFICE};

use crate::init::{Initialised, make};
use crate::{App, AppError, OfficeForm, Session};

/// Makes the person's own database, where there is none, and puts the office into it. Refused
/// when it has one already.
pub fn create_office(session: &mut Session, form: &OfficeForm) -> Result<(), AppError> {
    let office = NewOffice::checked(form)?;
    session.make_own()?.add_office(office)
}

/// The same for the database at `path`, which nobody has open.
pub fn init_office(path: &Path, form: &OfficeForm, clock: Clock) -> Result<Initialised, AppError> {
    let office = NewOffice::checked(form)?;
    make(path, clock, |app| app.add_office(office))
}

/// What can be stored.
struct NewOffice {
    form: OfficeForm,
    organisation: Organisation,
}

impl NewOffice {
    fn checked(form: &OfficeForm) -> Result<NewOffice, AppError> {
        let form = form.checked()?;
        let slug = Slug::from_name(&form.short_name).or_else(|| Slug::from_name(&form.name));
        let slug = slug.ok_or_else(|| {
            AppError::refused("Tên cơ quan: không có chữ nào đọc được; hãy ghi tên đầy đủ")
        })?;
        let organisation = form.organisation(Organisation {
            id: OrganisationId(0),
            slug,
            name: String::new(),
            short_name: String::new(),
            parent: None,
            level: form.level.into(),
            side: form.side.into(),
        });
        Ok(NewOffice { form, organisation })
    }
}

impl App {
    fn add_office(&mut self, office: NewOffice) -> Result<(), AppError> {
        let NewOffice { form, organisation } = office;
        if self.store.setting(OUR_OFFICE)?.is_some() {
            return Err(AppError::refused(
                "Dữ liệu đã có cơ quan; hãy sửa thông tin cơ quan trong Thiết lập",
            ));
        }
        self.store.transact("Khai báo cơ quan", |changes| {
            let id = changes.add_organisation(&organisation)?;
            let organisation = Organisation { id, ..organisation };
            changes.set_office(&form.office(&organisation, None))?;
            changes.set_setting(OUR_OFFICE, organisation.slug.as_str())
        })?;
        Ok(())
    }
}
