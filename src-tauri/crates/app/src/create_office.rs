//! The first start: the person's own database with its office.

use tongket_model::{Organisation, OrganisationId, Slug};
use tongket_store::OUR_OFFICE;

use crate::{AppError, OfficeForm, Session};

/// Makes the person's own database, where there is none, and puts the office into it. Refused
/// when it has one already.
pub fn create_office(session: &mut Session, form: &OfficeForm) -> Result<(), AppError> {
    let form = form.checked()?;
    let slug = Slug::from_name(&form.short_name).or_else(|| Slug::from_name(&form.name));
    let slug = slug.ok_or_else(|| {
        AppError::refused("Tên cơ quan: không có chữ nào đọc được; hãy ghi tên đầy đủ")
    })?;
    let app = session.make_own()?;
    if app.store.setting(OUR_OFFICE)?.is_some() {
        return Err(AppError::refused(
            "Dữ liệu đã có cơ quan; hãy sửa thông tin cơ quan trong Thiết lập",
        ));
    }
    let organisation = form.organisation(Organisation {
        id: OrganisationId(0),
        slug,
        name: String::new(),
        short_name: String::new(),
        parent: None,
        level: form.level.into(),
        side: form.side.into(),
    });
    app.store.transact("Khai báo cơ quan", |changes| {
        let id = changes.add_organisation(&organisation)?;
        let organisation = Organisation { id, ..organisation };
        changes.set_office(&form.office(&organisation, None))?;
        changes.set_setting(OUR_OFFICE, organisation.slug.as_str())
    })?;
    Ok(())
}
