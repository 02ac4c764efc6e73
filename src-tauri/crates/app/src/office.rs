//! Whose figures a command works on, and who issues the report.

use tongket_model::{Office, Organisation, OrganisationId, Side};
use tongket_store::OUR_OFFICE;

use crate::{App, AppError, Remedy};

/// An office by slug, or the default one of the database.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OfficeChoice(pub Option<String>);

/// Where the data of a report comes from and who puts its name to it. The Party committee and the
/// People's Committee of one place report on the same indicators.
pub(crate) struct Issuer {
    /// Whose indicators are used.
    pub data: Organisation,
    /// Who issues the report.
    pub organisation: Organisation,
    pub office: Office,
}

impl App {
    /// The organisation whose indicators a command means.
    pub(crate) fn data_office(&self, choice: &OfficeChoice) -> Result<Organisation, AppError> {
        self.data_of(self.chosen(choice)?)
    }

    /// Whose indicators an organisation reports on.
    pub(crate) fn data_of(&self, chosen: Organisation) -> Result<Organisation, AppError> {
        if self.store.has_indicators(chosen.id)? {
            return Ok(chosen);
        }
        // A body without indicators of its own reports on those of the body above it.
        let organisations = self.store.organisations()?;
        let parent = chosen.parent.and_then(|id| organisations.into_iter().find(|o| o.id == id));
        Ok(parent.unwrap_or(chosen))
    }

    /// Who issues a report of this side on the chosen office's data.
    pub(crate) fn issuer(&self, choice: &OfficeChoice, side: Side) -> Result<Issuer, AppError> {
        let chosen = self.chosen(choice)?;
        let data = self.data_of(chosen.clone())?;
        let mut candidates = vec![chosen, data.clone()];
        candidates.extend(self.bodies_under(data.id)?);
        for organisation in candidates.into_iter().filter(|o| o.side == side) {
            if let Some(office) = self.store.office(organisation.id)? {
                return Ok(Issuer { data, organisation, office });
            }
        }
        let which = match side {
            Side::Party => "cấp ủy",
            Side::State => "Ủy ban nhân dân",
        };
        Err(AppError::refused(format!(
            "«{}» chưa có thông tin {which} ban hành báo cáo (tên cơ quan, nơi ký, nơi nhận)",
            data.name
        )))
    }

    pub(crate) fn chosen(&self, choice: &OfficeChoice) -> Result<Organisation, AppError> {
        let slug = match &choice.0 {
            Some(slug) => slug.clone(),
            None => self.store.setting(OUR_OFFICE)?.ok_or_else(|| {
                AppError::refused(
                    "Dữ liệu chưa có cơ quan nào; hãy khai báo cơ quan, hoặc thêm dữ liệu mẫu",
                )
                .helped_by(Remedy::DeclareOffice)
            })?,
        };
        if let Some(organisation) = self.store.organisation_by_slug(&slug)? {
            return Ok(organisation);
        }
        let known: Vec<_> = self.offices()?.iter().map(|o| o.slug.to_string()).collect();
        Err(AppError::usage(format!(
            "Không có cơ quan «{slug}»; các cơ quan hiện có: {}",
            known.join(", ")
        )))
    }

    /// Those that have figures or issue reports: neither their units nor what is only above them.
    pub(crate) fn offices(&self) -> Result<Vec<Organisation>, AppError> {
        let mut offices = Vec::new();
        for organisation in self.store.organisations()? {
            let id = organisation.id;
            if self.store.office(id)?.is_some() || self.store.has_indicators(id)? {
                offices.push(organisation);
            }
        }
        Ok(offices)
    }

    fn bodies_under(&self, parent: OrganisationId) -> Result<Vec<Organisation>, AppError> {
        let mut organisations = self.store.organisations()?;
        organisations.retain(|organisation| organisation.parent == Some(parent));
        Ok(organisations)
    }
}
