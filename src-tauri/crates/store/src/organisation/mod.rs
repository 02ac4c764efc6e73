//! Organisations.

use rusqlite::named_params;
use tongket_model::{Organisation, OrganisationId};

use crate::columns::{Columns, Stored, Word};
use crate::{Changes, Noun, Store, StoreError};

impl Stored for Organisation {
    const NOUN: Noun = Noun::Organisation;
    const SELECT: &'static str = include_str!("select.sql");

    fn read(columns: &mut Columns<'_>) -> rusqlite::Result<Organisation> {
        Ok(Organisation {
            id: OrganisationId(columns.take()?),
            slug: columns.word()?,
            name: columns.take()?,
            short_name: columns.take()?,
            parent: columns.take::<Option<i64>>()?.map(OrganisationId),
            level: columns.word()?,
            side: columns.word()?,
        })
    }
}

impl Store {
    /// All organisations, in the order they were added.
    pub fn organisations(&self) -> Result<Vec<Organisation>, StoreError> {
        self.all(concat!(include_str!("select.sql"), "ORDER BY id"), [])
    }

    pub fn organisation_by_slug(&self, slug: &str) -> Result<Option<Organisation>, StoreError> {
        self.one(concat!(include_str!("select.sql"), "WHERE slug = ?1"), [slug])
    }
}

impl Changes<'_> {
    pub fn add_organisation(
        &mut self,
        organisation: &Organisation,
    ) -> Result<OrganisationId, StoreError> {
        self.save_organisation(include_str!("add.sql"), None, organisation).map(OrganisationId)
    }

    pub fn update_organisation(&mut self, organisation: &Organisation) -> Result<(), StoreError> {
        let id = Some(organisation.id.0);
        self.save_organisation(include_str!("update.sql"), id, organisation).map(drop)
    }

    /// Its office goes with it; refused while it has anything else.
    pub fn remove_organisation(&mut self, id: OrganisationId) -> Result<(), StoreError> {
        self.remove(Noun::Organisation, include_str!("remove.sql"), id.0)
    }

    fn save_organisation(
        &mut self,
        sql: &str,
        id: Option<i64>,
        organisation: &Organisation,
    ) -> Result<i64, StoreError> {
        let params = named_params! {
            ":id": id,
            ":slug": Word(&organisation.slug),
            ":name": organisation.name,
            ":short_name": organisation.short_name,
            ":parent": organisation.parent.map(|id| id.0),
            ":level": Word(organisation.level),
            ":side": Word(organisation.side),
        };
        self.save(Noun::Organisation, id, sql, params)
    }
}
