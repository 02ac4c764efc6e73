//! What may be changed, handed to the closure of [`Store::transact`] and nowhere else. The
//! methods stand beside the nouns they change.

use rusqlite::{OptionalExtension, Params};
use tongket_figures::Quantity;

use crate::{Noun, Store, StoreError};

/// The open step. Ids inside the values given to `add_…` and `set_…` are ignored; the id of the
/// stored row comes back.
pub struct Changes<'s> {
    store: &'s Store,
    /// Whether content was added: only then is it worth looking for some that nothing names.
    pub(crate) adds_content: bool,
}

impl<'s> Changes<'s> {
    pub(crate) fn new(store: &'s Store) -> Changes<'s> {
        Changes { store, adds_content: false }
    }

    /// The data as this step has left it so far.
    pub fn store(&self) -> &Store {
        self.store
    }

    /// Runs an INSERT or UPDATE that returns the row's id; an UPDATE without its row is refused.
    pub(crate) fn save(
        &mut self,
        noun: Noun,
        id: Option<i64>,
        sql: &str,
        params: impl Params,
    ) -> Result<i64, StoreError> {
        let mut statement = self.store.connection.prepare_cached(sql)?;
        let saved = statement.query_one(params, |row| row.get(0)).optional()?;
        saved.ok_or(StoreError::NotFound(noun, id.unwrap_or_default()))
    }

    /// Runs a statement that may touch any number of rows.
    pub(crate) fn execute(&mut self, sql: &str, params: impl Params) -> Result<usize, StoreError> {
        Ok(self.store.connection.prepare_cached(sql)?.execute(params)?)
    }

    /// Runs a DELETE of one row; refused while other rows refer to it.
    pub(crate) fn remove(&mut self, noun: Noun, sql: &str, id: i64) -> Result<(), StoreError> {
        match self.execute(sql, [id]) {
            Ok(0) => Err(StoreError::NotFound(noun, id)),
            Ok(_) => Ok(()),
            Err(StoreError::DanglingReference) => Err(StoreError::InUse(noun)),
            Err(error) => Err(error),
        }
    }
}

/// Refuses 9/8 and 13 - 12,5 with the sentence of the figures.
pub(crate) fn check_quantity(quantity: &Quantity) -> Result<(), StoreError> {
    if quantity.to.is_some() || quantity.of.is_some() {
        quantity.clone().checked()?;
    }
    Ok(())
}
