//! Rounds of collecting figures from units.

use rusqlite::named_params;
use tongket_model::{Collection, CollectionId, OrganisationId, Question};

use crate::columns::{Columns, Stored, Word};
use crate::{Changes, Noun, Store, StoreError};

impl Stored for Collection {
    const NOUN: Noun = Noun::Collection;
    const SELECT: &'static str = include_str!("select.sql");

    fn read(columns: &mut Columns<'_>) -> rusqlite::Result<Collection> {
        Ok(Collection {
            id: CollectionId(columns.take()?),
            organisation: OrganisationId(columns.take()?),
            name: columns.take()?,
            period: columns.word()?,
            due: columns.word_or_null()?,
            questions: columns.json()?,
            reporters: columns.json()?,
        })
    }
}

impl Store {
    /// The collections of an organisation, the newest first.
    pub fn collections_of(&self, of: OrganisationId) -> Result<Vec<Collection>, StoreError> {
        const SQL: &str =
            concat!(include_str!("select.sql"), "WHERE organisation = ?1 ORDER BY id DESC");
        self.all(SQL, [of.0])
    }
}

impl Changes<'_> {
    /// Refused when the organisation has one of this name already.
    pub fn add_collection(&mut self, collection: &Collection) -> Result<CollectionId, StoreError> {
        let id = self.save_collection(include_str!("add.sql"), None, collection)?;
        self.add_questions(id, &collection.questions)?;
        self.add_asked(id, &collection.reporters)?;
        Ok(CollectionId(id))
    }

    pub fn update_collection(&mut self, collection: &Collection) -> Result<(), StoreError> {
        let id = collection.id.0;
        const BY_ID: &str = concat!(include_str!("select.sql"), "WHERE id = ?1");
        let stored: Option<Collection> = self.store().one(BY_ID, [id])?;
        self.save_collection(include_str!("update.sql"), Some(id), collection)?;
        let stored = stored.ok_or(StoreError::NotFound(Noun::Collection, id))?;
        if stored.questions != collection.questions {
            self.execute(include_str!("remove_questions.sql"), [id])?;
            self.add_questions(id, &collection.questions)?;
        }
        if stored.reporters != collection.reporters {
            self.execute(include_str!("remove_reporters.sql"), [id])?;
            self.add_asked(id, &collection.reporters)?;
        }
        Ok(())
    }

    /// What was reported stays.
    pub fn remove_collection(&mut self, id: CollectionId) -> Result<(), StoreError> {
        self.remove(Noun::Collection, include_str!("remove.sql"), id.0)
    }

    fn save_collection(
        &mut self,
        sql: &str,
        id: Option<i64>,
        collection: &Collection,
    ) -> Result<i64, StoreError> {
        let params = named_params! {
            ":id": id,
            ":organisation": collection.organisation.0,
            ":name": collection.name,
            ":period": Word(collection.period),
            ":due": collection.due.map(Word),
        };
        self.save(Noun::Collection, id, sql, params)
    }

    fn add_questions(&mut self, collection: i64, questions: &[Question]) -> Result<(), StoreError> {
        for (position, question) in questions.iter().enumerate() {
            let params = named_params! {
                ":collection": collection,
                ":position": position as i64,
                ":indicator": question.indicator.0,
                ":measure": Word(question.measure),
            };
            self.execute(include_str!("add_question.sql"), params)?;
        }
        Ok(())
    }

    fn add_asked(&mut self, collection: i64, asked: &[OrganisationId]) -> Result<(), StoreError> {
        for (position, reporter) in asked.iter().enumerate() {
            let params = named_params! {
                ":collection": collection,
                ":position": position as i64,
                ":reporter": reporter.0,
            };
            self.execute(include_str!("add_reporter.sql"), params)?;
        }
        Ok(())
    }
}
