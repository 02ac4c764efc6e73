//! Imports that were looked at and left for later.

use rusqlite::named_params;
use tongket_model::{OrganisationId, SavedImport, SavedImportId};

use crate::columns::{Columns, Stored};
use crate::{Changes, Noun, Store, StoreError};

impl Stored for SavedImport {
    const NOUN: Noun = Noun::SavedImport;
    const SELECT: &'static str = include_str!("select.sql");

    fn read(columns: &mut Columns<'_>) -> rusqlite::Result<SavedImport> {
        Ok(SavedImport {
            id: SavedImportId(columns.take()?),
            organisation: OrganisationId(columns.take()?),
            name: columns.take()?,
            saved: columns.take()?,
            content: columns.take()?,
        })
    }
}

impl Store {
    /// What an organisation left for later, the newest first.
    pub fn saved_imports_of(&self, of: OrganisationId) -> Result<Vec<SavedImport>, StoreError> {
        const SQL: &str =
            concat!(include_str!("select.sql"), "WHERE organisation = ?1 ORDER BY id DESC");
        self.all(SQL, [of.0])
    }
}

impl Changes<'_> {
    pub fn add_saved_import(&mut self, import: &SavedImport) -> Result<SavedImportId, StoreError> {
        let params = named_params! {
            ":organisation": import.organisation.0,
            ":name": import.name,
            ":saved": import.saved,
            ":content": import.content,
        };
        self.save(Noun::SavedImport, None, include_str!("add.sql"), params).map(SavedImportId)
    }

    pub fn remove_saved_import(&mut self, id: SavedImportId) -> Result<(), StoreError> {
        self.remove(Noun::SavedImport, include_str!("remove.sql"), id.0)
    }
}
