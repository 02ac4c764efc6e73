//! The report kinds that a draft can be made from: those built in and the office's own templates.

use serde::{Deserialize, Serialize};
use specta::Type;
use tongket_model::OfficeTemplateId;
use tongket_report::ReportKind;

use crate::{App, AppError, Assets, Side, kind_slugs};

/// Before the number of a template of the office's own: `own:3`.
const OWN: &str = "own:";

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct KindLine {
    /// `tong-ket-xay-dung-dang` or `own:3`
    pub id: String,
    pub name: String,
    pub side: Side,
    pub built_in: bool,
}

/// The built-in ones first. Templates whose settings cannot be read are left out.
pub fn kinds(app: &App) -> Result<Vec<KindLine>, AppError> {
    let mut kinds = Vec::new();
    for slug in kind_slugs() {
        let kind = Assets::kind(slug)?;
        let (name, side) = (kind.name, kind.side.into());
        kinds.push(KindLine { id: slug.to_owned(), name, side, built_in: true });
    }
    for own in app.store.templates()? {
        let id = own_id(own.id);
        if let Ok(kind) = ReportKind::read(&own.name, &own.settings, &own.body) {
            kinds.push(KindLine { id, name: own.name, side: kind.side.into(), built_in: false });
        }
    }
    Ok(kinds)
}

impl App {
    /// The kind of an id as [`KindLine`] gives it; a folder of the person's is none.
    pub(crate) fn kind(&self, id: &str) -> Result<ReportKind, AppError> {
        if let Some(own) = read_own_id(id) {
            let own = self.store.template(own)?;
            let kind = ReportKind::read(&own.name, &own.settings, &own.body)?;
            return Ok(ReportKind { name: own.name, ..kind });
        }
        if kind_slugs().any(|slug| slug == id) {
            return Assets::kind(id);
        }
        let known = kinds(self)?;
        let known: Vec<_> = known.iter().map(|kind| kind.id.as_str()).collect();
        Err(AppError::usage(format!(
            "Không có loại báo cáo «{id}»; các loại hiện có: {}",
            known.join(", ")
        )))
    }
}

pub(crate) fn own_id(id: OfficeTemplateId) -> String {
    format!("{OWN}{}", id.0)
}

/// `None` for the id of a built-in kind.
pub(crate) fn read_own_id(id: &str) -> Option<OfficeTemplateId> {
    id.strip_prefix(OWN)?.parse().ok().map(OfficeTemplateId)
}
