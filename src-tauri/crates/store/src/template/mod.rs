//! The office's own report templates.

use rusqlite::named_params;
use tongket_model::{OfficeTemplate, OfficeTemplateId, OrganisationId};

use crate::columns::{Columns, Stored};
use crate::{Changes, Noun, Store, StoreError};

impl Stored for OfficeTemplate {
    const NOUN: Noun = Noun::Template;
    const SELECT: &'static str = include_str!("select.sql");

    fn read(columns: &mut Columns<'_>) -> rusqlite::Result<OfficeTemplate> {
        Ok(OfficeTemplate {
            id: OfficeTemplateId(columns.take()?),
            organisation: OrganisationId(columns.take()?),
            name: columns.take()?,
            based_on: columns.take()?,
            settings: columns.take()?,
            body: columns.take()?,
            changed: columns.take()?,
        })
    }
}

impl Store {
    /// Every template of every organisation, by name.
    pub fn templates(&self) -> Result<Vec<OfficeTemplate>, StoreError> {
        self.all(concat!(include_str!("select.sql"), "ORDER BY name, id"), [])
    }

    /// Refused when there is none of this id.
    pub fn template(&self, id: OfficeTemplateId) -> Result<OfficeTemplate, StoreError> {
        let found = self.one(concat!(include_str!("select.sql"), "WHERE id = ?1"), [id.0])?;
        found.ok_or(StoreError::NotFound(Noun::Template, id.0))
    }
}

impl Changes<'_> {
    /// Refused when the organisation has a template of this name already.
    pub fn add_template(
        &mut self,
        template: &OfficeTemplate,
    ) -> Result<OfficeTemplateId, StoreError> {
        self.save_template(include_str!("add.sql"), None, template).map(OfficeTemplateId)
    }

    pub fn update_template(&mut self, template: &OfficeTemplate) -> Result<(), StoreError> {
        self.save_template(include_str!("update.sql"), Some(template.id.0), template).map(drop)
    }

    /// Drafts made from it stay as they are.
    pub fn remove_template(&mut self, id: OfficeTemplateId) -> Result<(), StoreError> {
        self.remove(Noun::Template, include_str!("remove.sql"), id.0)
    }

    fn save_template(
        &mut self,
        sql: &str,
        id: Option<i64>,
        template: &OfficeTemplate,
    ) -> Result<i64, StoreError> {
        let params = named_params! {
            ":id": id,
            ":organisation": template.organisation.0,
            ":name": template.name,
            ":based_on": template.based_on,
            ":settings": template.settings,
            ":body": template.body,
            ":changed": template.changed,
        };
        self.save(Noun::Template, id, sql, params)
    }
}
