//! Conferences.

use rusqlite::named_params;
use tongket_model::{Conference, ConferenceId, OrganisationId};

use crate::changes::check_quantity;
use crate::columns::{Columns, Json, Stored, Word};
use crate::{Changes, Noun, Store, StoreError};

impl Stored for Conference {
    const NOUN: Noun = Noun::Conference;
    const SELECT: &'static str = include_str!("select.sql");

    fn read(columns: &mut Columns<'_>) -> rusqlite::Result<Conference> {
        Ok(Conference {
            id: ConferenceId(columns.take()?),
            organisation: OrganisationId(columns.take()?),
            name: columns.take()?,
            ordinal: columns.take()?,
            days: columns.json()?,
            day_words: columns.take()?,
            period: columns.word_or_null()?,
            topics: columns.json()?,
            facts: columns.json()?,
            origin: columns.origin()?,
            state: columns.word()?,
            aliases: columns.json()?,
        })
    }
}

impl Store {
    /// Those an organisation held, in the order they were entered.
    pub fn conferences_of(
        &self,
        organisation: OrganisationId,
    ) -> Result<Vec<Conference>, StoreError> {
        const SQL: &str =
            concat!(include_str!("select.sql"), "WHERE organisation = ?1 ORDER BY id");
        self.all(SQL, [organisation.0])
    }
}

impl Changes<'_> {
    pub fn add_conference(&mut self, conference: &Conference) -> Result<ConferenceId, StoreError> {
        self.save_conference(include_str!("add.sql"), None, conference).map(ConferenceId)
    }

    pub fn update_conference(&mut self, conference: &Conference) -> Result<(), StoreError> {
        self.save_conference(include_str!("update.sql"), Some(conference.id.0), conference)
            .map(drop)
    }

    /// Refused while a document or a conclusion names it.
    pub fn remove_conference(&mut self, id: ConferenceId) -> Result<(), StoreError> {
        self.remove(Noun::Conference, include_str!("remove.sql"), id.0)
    }

    fn save_conference(
        &mut self,
        sql: &str,
        id: Option<i64>,
        conference: &Conference,
    ) -> Result<i64, StoreError> {
        conference.facts.iter().try_for_each(|fact| check_quantity(&fact.quantity))?;
        let params = named_params! {
            ":id": id,
            ":organisation": conference.organisation.0,
            ":name": conference.name,
            ":ordinal": conference.ordinal,
            ":days": Json(&conference.days),
            ":day_words": conference.day_words,
            ":period": conference.period.map(Word),
            ":topics": Json(&conference.topics),
            ":facts": Json(&conference.facts),
            ":origin": Json(&conference.origin),
            ":state": Word(conference.state),
            ":aliases": Json(&conference.aliases),
        };
        self.save(Noun::Conference, id, sql, params)
    }
}
