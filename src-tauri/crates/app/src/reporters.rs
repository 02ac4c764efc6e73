//! The units that report figures to an office: listed, added, taken away.

use serde::{Deserialize, Serialize};
use specta::Type;
use tongket_intake::is_unit;
use tongket_model::{Level, Organisation, OrganisationId, Reporter, Slug};

use crate::{App, AppError, OfficeChoice};

/// One unit as a line of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ReporterLine {
    pub slug: String,
    pub name: String,
    /// The heading it is listed under; empty when there is none.
    pub group: String,
    pub aliases: Vec<String>,
}

/// In the order of tables.
pub fn reporters(app: &App, choice: &OfficeChoice) -> Result<Vec<ReporterLine>, AppError> {
    let office = app.data_office(choice)?;
    let organisations = app.store.organisations()?;
    let slug = |id: OrganisationId| organisations.iter().find(|it| it.id == id).map(|it| &it.slug);
    let lines = app.store.reporters_of(office.id)?.into_iter().filter_map(|it| {
        let slug = slug(it.organisation)?.to_string();
        Some(ReporterLine { slug, name: it.name, group: it.group, aliases: it.aliases })
    });
    Ok(lines.collect())
}

/// A unit as a person changes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ReporterForm {
    pub name: String,
    /// The heading it is listed under; may be empty.
    pub group: String,
    pub aliases: Vec<String>,
}

/// Renames a unit or lists it elsewhere, as one step; refused when another one is called so.
pub fn edit_reporter(
    app: &mut App,
    choice: &OfficeChoice,
    slug: &str,
    form: &ReporterForm,
) -> Result<(), AppError> {
    let office = app.data_office(choice)?;
    let (organisation, reporter) = known(app, &office, slug)?;
    let name = plain(&form.name);
    if name.is_empty() {
        return Err(AppError::refused("Tên đơn vị: chưa ghi; hãy ghi tên đầy đủ"));
    }
    let aliases: Vec<String> = form.aliases.iter().map(|it| plain(it)).collect();
    let aliases: Vec<String> = aliases.into_iter().filter(|it| !it.is_empty()).collect();
    let reporters = app.store.reporters_of(office.id)?;
    let others = reporters.iter().filter(|it| it.organisation != organisation.id);
    for called in std::iter::once(&name).chain(&aliases) {
        if let Some(other) = others.clone().find(|it| is_unit(it, called)) {
            return Err(AppError::refused(format!(
                "Tên đơn vị: «{called}» đã là tên gọi của {}; hãy dùng tên khác",
                other.name
            )));
        }
    }
    let step = format!("Sửa đơn vị báo cáo: {name}");
    app.store.transact(&step, |changes| {
        if name != organisation.name {
            changes.update_organisation(&Organisation { name, ..organisation })?;
        }
        changes.set_reporter(&Reporter { aliases, group: plain(&form.group), ..reporter })
    })?;
    Ok(())
}

/// The unit of this slug, with the organisation that it is.
fn known(
    app: &App,
    office: &Organisation,
    slug: &str,
) -> Result<(Organisation, Reporter), AppError> {
    let unknown =
        || AppError::usage(format!("Không có đơn vị báo cáo «{slug}»; xem các mã trong danh sách"));
    let organisation = app.store.organisation_by_slug(slug)?.ok_or_else(unknown)?;
    let mut reporters = app.store.reporters_of(office.id)?.into_iter();
    let reporter = reporters.find(|it| it.organisation == organisation.id);
    Ok((organisation, reporter.ok_or_else(unknown)?))
}

/// Adds the units that are not there yet under one heading, as one step; returns how many.
pub fn add_reporters(
    app: &mut App,
    choice: &OfficeChoice,
    group: &str,
    names: &[String],
) -> Result<usize, AppError> {
    let office = app.data_office(choice)?;
    let newcomers = Newcomers::load(app, &office)?.named(names, group)?;
    if newcomers.is_empty() {
        return Ok(0);
    }
    let name = format!("Thêm {} đơn vị báo cáo", newcomers.len());
    app.store.transact(&name, |changes| {
        for (organisation, reporter) in &newcomers {
            let id = changes.add_organisation(organisation)?;
            changes.set_reporter(&Reporter { organisation: id, ..reporter.clone() })?;
        }
        Ok::<_, AppError>(())
    })?;
    Ok(newcomers.len())
}

/// Takes a unit off the list, as one step; refused while it has reported something or is asked in
/// a collection.
pub fn remove_reporter(app: &mut App, choice: &OfficeChoice, slug: &str) -> Result<(), AppError> {
    let office = app.data_office(choice)?;
    let (organisation, reporter) = known(app, &office, slug)?;
    let name = format!("Bỏ đơn vị báo cáo: {}", reporter.name);
    app.store.transact(&name, |changes| {
        changes.remove_reporter(organisation.id)?;
        changes.remove_organisation(organisation.id)
    })?;
    Ok(())
}

/// Makes organisations of names that are not on the list yet.
pub(crate) struct Newcomers<'o> {
    office: &'o Organisation,
    taken: Vec<Slug>,
    known: Vec<Reporter>,
}

impl<'o> Newcomers<'o> {
    pub fn load(app: &App, office: &'o Organisation) -> Result<Newcomers<'o>, AppError> {
        let taken = app.store.organisations()?.into_iter().map(|it| it.slug).collect();
        Ok(Newcomers { office, taken, known: app.store.reporters_of(office.id)? })
    }

    /// The only unit of this name that the office has.
    pub fn known(&self, name: &str) -> Option<OrganisationId> {
        let mut called = self.known.iter().filter(|it| is_unit(it, name));
        called.next().filter(|_| called.next().is_none()).map(|it| it.organisation)
    }

    /// The units that the person found under other names, with these among their names.
    pub fn also_called(&self, names: &[(OrganisationId, &str)]) -> Vec<Reporter> {
        let with_names = |known: &Reporter| {
            let new = names
                .iter()
                .filter(|(id, name)| *id == known.organisation && !is_unit(known, name));
            let new: Vec<String> = new.map(|(_, name)| (*name).to_owned()).collect();
            let aliases = known.aliases.iter().chain(&new).cloned().collect();
            (!new.is_empty()).then(|| Reporter { aliases, ..known.clone() })
        };
        self.known.iter().filter_map(with_names).collect()
    }

    fn named(
        mut self,
        names: &[String],
        group: &str,
    ) -> Result<Vec<(Organisation, Reporter)>, AppError> {
        let mut made = Vec::new();
        for name in names {
            made.extend(self.one(name, group)?);
        }
        Ok(made)
    }

    /// `None` when a unit of this name is known.
    pub fn one(
        &mut self,
        name: &str,
        group: &str,
    ) -> Result<Option<(Organisation, Reporter)>, AppError> {
        let name = plain(name);
        if name.is_empty() || self.known(&name).is_some() {
            return Ok(None);
        }
        let slug = Slug::free(&name, |slug| self.taken.contains(slug)).ok_or_else(|| {
            AppError::refused(format!("Tên đơn vị «{name}» không có chữ nào; hãy ghi tên đầy đủ"))
        })?;
        self.taken.push(slug.clone());
        let organisation = Organisation {
            id: OrganisationId(0),
            slug,
            name: name.clone(),
            short_name: String::new(),
            parent: Some(self.office.id),
            level: Level::Unit,
            side: self.office.side,
        };
        let last = self.known.iter().map(|it| it.position).max().unwrap_or_default();
        let reporter = Reporter {
            organisation: organisation.id,
            name,
            office: self.office.id,
            aliases: Vec::new(),
            group: plain(group),
            position: last + 1,
        };
        self.known.push(reporter.clone());
        Ok(Some((organisation, reporter)))
    }
}

/// With one space between words and none around them.
fn plain(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}
