//! Documents that reports cite.

use rusqlite::named_params;
use tongket_model::{Document, DocumentId, OrganisationId};

use crate::columns::{Columns, Stored, Word};
use crate::{Changes, Noun, Store, StoreError};

impl Stored for Document {
    const NOUN: Noun = Noun::Document;
    const SELECT: &'static str = include_str!("select.sql");

    fn read(columns: &mut Columns<'_>) -> rusqlite::Result<Document> {
        Ok(Document {
            id: DocumentId(columns.take()?),
            organisation: OrganisationId(columns.take()?),
            kind: columns.take()?,
            number: columns.take()?,
            date: columns.word_or_null()?,
            issuer: columns.take()?,
            subject: columns.take()?,
            state: columns.word()?,
        })
    }
}

impl Store {
    /// The register of an organisation, in the order it was entered.
    pub fn documents_of(&self, organisation: OrganisationId) -> Result<Vec<Document>, StoreError> {
        const SQL: &str =
            concat!(include_str!("select.sql"), "WHERE organisation = ?1 ORDER BY id");
        self.all(SQL, [organisation.0])
    }
}

impl Changes<'_> {
    pub fn add_document(&mut self, document: &Document) -> Result<DocumentId, StoreError> {
        self.save_document(include_str!("add.sql"), None, document).map(DocumentId)
    }

    pub fn update_document(&mut self, document: &Document) -> Result<(), StoreError> {
        self.save_document(include_str!("update.sql"), Some(document.id.0), document).map(drop)
    }

    /// Refused while a target names it.
    pub fn remove_document(&mut self, id: DocumentId) -> Result<(), StoreError> {
        self.remove(Noun::Document, include_str!("remove.sql"), id.0)
    }

    fn save_document(
        &mut self,
        sql: &str,
        id: Option<i64>,
        document: &Document,
    ) -> Result<i64, StoreError> {
        let params = named_params! {
            ":id": id,
            ":organisation": document.organisation.0,
            ":kind": document.kind,
            ":number": document.number,
            ":date": document.date.map(Word),
            ":issuer": document.issuer,
            ":subject": document.subject,
            ":state": Word(document.state),
        };
        self.save(Noun::Document, id, sql, params)
    }
}
