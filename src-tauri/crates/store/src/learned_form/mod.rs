//! What was confirmed about forms that are imported again and again.

use rusqlite::named_params;
use tongket_model::{LearnedForm, LearnedFormId, OrganisationId};

use crate::columns::{Columns, Stored};
use crate::{Changes, Noun, Store, StoreError};

impl Stored for LearnedForm {
    const NOUN: Noun = Noun::LearnedForm;
    const SELECT: &'static str = include_str!("select.sql");

    fn read(columns: &mut Columns<'_>) -> rusqlite::Result<LearnedForm> {
        Ok(LearnedForm {
            id: LearnedFormId(columns.take()?),
            organisation: OrganisationId(columns.take()?),
            fingerprint: columns.take()?,
            name: columns.take()?,
            answers: columns.take()?,
        })
    }
}

impl Store {
    /// The forms that an organisation has confirmed, by name.
    pub fn learned_forms_of(&self, of: OrganisationId) -> Result<Vec<LearnedForm>, StoreError> {
        const SQL: &str =
            concat!(include_str!("select.sql"), "WHERE organisation = ?1 ORDER BY name, id");
        self.all(SQL, [of.0])
    }
}

impl Changes<'_> {
    /// Adds the form or replaces what is known of the one with its fingerprint.
    pub fn set_learned_form(&mut self, form: &LearnedForm) -> Result<LearnedFormId, StoreError> {
        let params = named_params! {
            ":organisation": form.organisation.0,
            ":fingerprint": form.fingerprint,
            ":name": form.name,
            ":answers": form.answers,
        };
        self.save(Noun::LearnedForm, None, include_str!("set.sql"), params).map(LearnedFormId)
    }

    pub fn remove_learned_form(&mut self, id: LearnedFormId) -> Result<(), StoreError> {
        self.remove(Noun::LearnedForm, include_str!("remove.sql"), id.0)
    }
}
