//! Drafts of reports.

use rusqlite::named_params;
use tongket_model::{Draft, DraftId, DraftTitle, OrganisationId};

use crate::columns::{Columns, Json, Stored};
use crate::{Changes, Noun, Store, StoreError};

impl Stored for Draft {
    const NOUN: Noun = Noun::Draft;
    const SELECT: &'static str = include_str!("select.sql");

    fn read(columns: &mut Columns<'_>) -> rusqlite::Result<Draft> {
        Ok(Draft {
            id: DraftId(columns.take()?),
            organisation: OrganisationId(columns.take()?),
            kind: columns.take()?,
            year: columns.take()?,
            title: columns.take()?,
            settings: columns.json()?,
            body: columns.take()?,
            template: columns.take()?,
            created: columns.take()?,
            changed: columns.take()?,
        })
    }
}

impl Stored for DraftTitle {
    const NOUN: Noun = Noun::Draft;
    const SELECT: &'static str = include_str!("titles.sql");

    fn read(columns: &mut Columns<'_>) -> rusqlite::Result<DraftTitle> {
        Ok(DraftTitle {
            id: DraftId(columns.take()?),
            organisation: OrganisationId(columns.take()?),
            kind: columns.take()?,
            year: columns.take()?,
            title: columns.take()?,
            settings: columns.json()?,
            changed: columns.take()?,
        })
    }
}

impl Store {
    /// As [`Store::drafts`], without their texts, which are long.
    pub fn draft_titles(&self) -> Result<Vec<DraftTitle>, StoreError> {
        self.all(DraftTitle::SELECT, [])
    }

    /// Every draft of every organisation, the newest year first, then by title.
    pub fn drafts(&self) -> Result<Vec<Draft>, StoreError> {
        self.all(concat!(include_str!("select.sql"), "ORDER BY year DESC, title, id"), [])
    }

    /// Refused when there is none of this id.
    pub fn draft(&self, id: DraftId) -> Result<Draft, StoreError> {
        let found = self.one(concat!(include_str!("select.sql"), "WHERE id = ?1"), [id.0])?;
        found.ok_or(StoreError::NotFound(Noun::Draft, id.0))
    }
}

impl Changes<'_> {
    pub fn add_draft(&mut self, draft: &Draft) -> Result<DraftId, StoreError> {
        self.save_draft(include_str!("add.sql"), None, draft).map(DraftId)
    }

    pub fn update_draft(&mut self, draft: &Draft) -> Result<(), StoreError> {
        self.save_draft(include_str!("update.sql"), Some(draft.id.0), draft).map(drop)
    }

    /// Its versions go with it.
    pub fn remove_draft(&mut self, id: DraftId) -> Result<(), StoreError> {
        self.remove(Noun::Draft, include_str!("remove.sql"), id.0)
    }

    fn save_draft(&mut self, sql: &str, id: Option<i64>, draft: &Draft) -> Result<i64, StoreError> {
        let params = named_params! {
            ":id": id,
            ":organisation": draft.organisation.0,
            ":kind": draft.kind,
            ":year": draft.year,
            ":title": draft.title,
            ":settings": Json(&draft.settings),
            ":body": draft.body,
            ":template": draft.template,
            ":created": draft.created,
            ":changed": draft.changed,
        };
        self.save(Noun::Draft, id, sql, params)
    }
}
