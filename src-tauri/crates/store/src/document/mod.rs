//! Documents: the register, what they are to each other, their way, opinions on them, their text.

use rusqlite::{OptionalExtension, named_params};
use tongket_model::{ConferenceId, Document, DocumentId, OrganisationId};

use crate::columns::{Columns, Json, Stored, Word};
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
            date_words: columns.take()?,
            issuer: columns.take()?,
            subject: columns.take()?,
            state: columns.word()?,
            aliases: columns.json()?,
            field: columns.take()?,
            term: columns.word_or_null()?,
            conference: columns.take::<Option<i64>>()?.map(ConferenceId),
            relations: columns.json()?,
            events: columns.json()?,
            opinions: columns.json()?,
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

    /// The full text, where it was entered.
    pub fn document_text(&self, id: DocumentId) -> Result<Option<String>, StoreError> {
        let mut statement = self.connection.prepare_cached(include_str!("text.sql"))?;
        Ok(statement.query_one([id.0], |row| row.get(0)).optional()?)
    }
}

impl Changes<'_> {
    pub fn add_document(&mut self, document: &Document) -> Result<DocumentId, StoreError> {
        let id = self.save_document(include_str!("add.sql"), None, document)?;
        self.set_parts_of_document(id, document)?;
        Ok(DocumentId(id))
    }

    pub fn update_document(&mut self, document: &Document) -> Result<(), StoreError> {
        let id = self.save_document(include_str!("update.sql"), Some(document.id.0), document)?;
        self.set_parts_of_document(id, document)
    }

    /// Sets the full text; an empty one takes it away.
    pub fn set_document_text(&mut self, id: DocumentId, text: &str) -> Result<(), StoreError> {
        if text.is_empty() {
            return self.execute(include_str!("remove_text.sql"), [id.0]).map(drop);
        }
        self.execute(include_str!("set_text.sql"), (id.0, text)).map(drop)
    }

    /// Refused while a target, a conclusion or another document names it.
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
            ":date_words": document.date_words,
            ":issuer": document.issuer,
            ":subject": document.subject,
            ":state": Word(document.state),
            ":aliases": Json(&document.aliases),
            ":field": document.field,
            ":term": document.term.map(Word),
            ":conference": document.conference.map(|conference| conference.0),
        };
        self.save(Noun::Document, id, sql, params)
    }

    /// Writes place by place, so that only what differs becomes a change.
    fn set_parts_of_document(&mut self, id: i64, document: &Document) -> Result<(), StoreError> {
        for (position, relation) in (0_i64..).zip(&document.relations) {
            let params = named_params! {
                ":document": id,
                ":position": position,
                ":kind": Word(relation.kind),
                ":to": relation.to.0,
            };
            self.execute(include_str!("set_relation.sql"), params)?;
        }
        for (position, event) in (0_i64..).zip(&document.events) {
            let params = named_params! {
                ":document": id,
                ":position": position,
                ":kind": Word(event.kind),
                ":date": event.date.map(Word),
                ":note": event.note,
            };
            self.execute(include_str!("set_event.sql"), params)?;
        }
        for (position, opinion) in (0_i64..).zip(&document.opinions) {
            let params = named_params! {
                ":document": id,
                ":position": position,
                ":body": opinion.body.map(|body| body.0),
                ":text": opinion.text,
                ":answer": opinion.answer.map(Word),
                ":answer_text": opinion.answer_text,
            };
            self.execute(include_str!("set_opinion.sql"), params)?;
        }
        for (sql, count) in [
            (include_str!("remove_relations_behind.sql"), document.relations.len()),
            (include_str!("remove_events_behind.sql"), document.events.len()),
            (include_str!("remove_opinions_behind.sql"), document.opinions.len()),
        ] {
            self.execute(sql, named_params! { ":of": id, ":count": count as i64 })?;
        }
        Ok(())
    }
}
