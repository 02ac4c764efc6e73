//! The report templates: those built in, which can be read and copied, and the office's own.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::kinds::{kinds, own_id, read_own_id};
use crate::{App, AppError, BodyReading, Scope, Side};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct TemplateLine {
    /// `tong-ket-xay-dung-dang` or `own:3`
    pub id: String,
    pub name: String,
    pub built_in: bool,
    pub side: Side,
    /// ISO time; `None` for built-in ones.
    pub changed: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct TemplateView {
    pub id: String,
    pub name: String,
    pub built_in: bool,
    pub side: Side,
    pub profile: String,
    /// "BÁO CÁO"
    pub type_name: String,
    /// "BC"
    pub symbol: String,
    /// The line under the type name, as a template.
    pub subject: String,
    pub body: String,
    /// On the data of the scope's office and year.
    pub reading: BodyReading,
}

pub fn templates(app: &App) -> Result<Vec<TemplateLine>, AppError> {
    let own = app.store.templates()?;
    let changed = |id: &str| {
        let of = own.iter().find(|template| own_id(template.id) == id);
        of.map(|template| template.changed.clone())
    };
    let lines = kinds(app)?.into_iter().map(|kind| TemplateLine {
        changed: changed(&kind.id),
        id: kind.id,
        name: kind.name,
        built_in: kind.built_in,
        side: kind.side,
    });
    Ok(lines.collect())
}

pub fn template(app: &App, id: &str, scope: &Scope) -> Result<TemplateView, AppError> {
    let kind = app.kind(id)?;
    let reading = app.reading_of(&kind, scope);
    Ok(TemplateView {
        id: id.to_owned(),
        name: kind.name,
        built_in: read_own_id(id).is_none(),
        side: kind.side.into(),
        profile: kind.profile,
        type_name: kind.type_name,
        symbol: kind.symbol,
        subject: kind.subject,
        body: kind.body,
        reading,
    })
}
