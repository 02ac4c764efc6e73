//! Settings by key.

use rusqlite::OptionalExtension;

use crate::{Changes, Noun, Store, StoreError};

/// The setting that holds the slug of the organisation taken when none is named.
pub const OUR_OFFICE: &str = "our-office";

impl Store {
    pub fn setting(&self, key: &str) -> Result<Option<String>, StoreError> {
        let mut statement = self.connection.prepare_cached(include_str!("get.sql"))?;
        Ok(statement.query_one([key], |row| row.get(0)).optional()?)
    }
}

impl Changes<'_> {
    pub fn set_setting(&mut self, key: &str, value: &str) -> Result<(), StoreError> {
        self.save(Noun::Setting, None, include_str!("set.sql"), [key, value]).map(drop)
    }

    /// Removing a setting that is not there changes nothing.
    pub fn remove_setting(&mut self, key: &str) -> Result<(), StoreError> {
        self.execute(include_str!("remove.sql"), [key]).map(drop)
    }
}
