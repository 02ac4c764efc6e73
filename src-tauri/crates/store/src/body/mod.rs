//! Bodies and posts that give work and are given it.

use rusqlite::named_params;
use tongket_model::{Body, BodyId, OrganisationId};

use crate::columns::{Columns, Json, Stored, Word};
use crate::{Changes, Noun, Store, StoreError};

impl Stored for Body {
    const NOUN: Noun = Noun::Body;
    const SELECT: &'static str = include_str!("select.sql");

    fn read(columns: &mut Columns<'_>) -> rusqlite::Result<Body> {
        Ok(Body {
            id: BodyId(columns.take()?),
            organisation: OrganisationId(columns.take()?),
            name: columns.take()?,
            aliases: columns.json()?,
            kind: columns.word()?,
            position: columns.take()?,
        })
    }
}

impl Store {
    /// Of every organisation, since work is given from above and below.
    pub fn bodies(&self) -> Result<Vec<Body>, StoreError> {
        const SQL: &str =
            concat!(include_str!("select.sql"), "ORDER BY organisation, position, id");
        self.all(SQL, [])
    }
}

impl Changes<'_> {
    /// Refused when the organisation has one of this name already.
    pub fn add_body(&mut self, body: &Body) -> Result<BodyId, StoreError> {
        self.save_body(include_str!("add.sql"), None, body).map(BodyId)
    }

    pub fn update_body(&mut self, body: &Body) -> Result<(), StoreError> {
        self.save_body(include_str!("update.sql"), Some(body.id.0), body).map(drop)
    }

    /// Refused while a conclusion or an opinion names it.
    pub fn remove_body(&mut self, id: BodyId) -> Result<(), StoreError> {
        self.remove(Noun::Body, include_str!("remove.sql"), id.0)
    }

    fn save_body(&mut self, sql: &str, id: Option<i64>, body: &Body) -> Result<i64, StoreError> {
        let params = named_params! {
            ":id": id,
            ":organisation": body.organisation.0,
            ":name": body.name,
            ":aliases": Json(&body.aliases),
            ":kind": Word(body.kind),
            ":position": body.position,
        };
        self.save(Noun::Body, id, sql, params)
    }
}
