//! Versions of drafts. They are never changed, and go only with their draft.

use rusqlite::named_params;
use tongket_model::{DraftId, DraftVersion, DraftVersionId};

use crate::columns::{Columns, Json, Stored};
use crate::{Changes, Noun, Store, StoreError};

impl Stored for DraftVersion {
    const NOUN: Noun = Noun::DraftVersion;
    const SELECT: &'static str = include_str!("select.sql");

    fn read(columns: &mut Columns<'_>) -> rusqlite::Result<DraftVersion> {
        Ok(DraftVersion {
            id: DraftVersionId(columns.take()?),
            draft: DraftId(columns.take()?),
            number: columns.take()?,
            name: columns.take()?,
            time: columns.take()?,
            note: columns.take()?,
            body: columns.take()?,
            content: columns.json()?,
            docx: columns.take()?,
        })
    }
}

impl Store {
    /// The versions of a draft, the oldest first.
    pub fn versions_of(&self, draft: DraftId) -> Result<Vec<DraftVersion>, StoreError> {
        self.all(concat!(include_str!("select.sql"), "WHERE draft = ?1 ORDER BY number"), [draft.0])
    }

    /// The number of the newest version of a draft, without reading what the versions hold; 0 when
    /// there is none.
    pub fn latest_version(&self, draft: DraftId) -> Result<u32, StoreError> {
        let mut statement = self.connection.prepare_cached(include_str!("latest_number.sql"))?;
        let number: Option<u32> = statement.query_one([draft.0], |row| row.get(0))?;
        Ok(number.unwrap_or(0))
    }
}

impl Changes<'_> {
    /// Refused when the draft has a version of this number already.
    pub fn add_version(&mut self, version: &DraftVersion) -> Result<DraftVersionId, StoreError> {
        let params = named_params! {
            ":id": None::<i64>,
            ":draft": version.draft.0,
            ":number": version.number,
            ":name": version.name,
            ":time": version.time,
            ":note": version.note,
            ":body": version.body,
            ":content": Json(&version.content),
            ":docx": version.docx,
        };
        self.save(Noun::DraftVersion, None, include_str!("add.sql"), params).map(DraftVersionId)
    }
}
