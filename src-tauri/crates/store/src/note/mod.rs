//! Notes beside the indicators of a year.

use tongket_model::{IndicatorId, Note, NoteId, OrganisationId};

use crate::columns::{Columns, Stored};
use crate::{Changes, Noun, Store, StoreError};

impl Stored for Note {
    const NOUN: Noun = Noun::Note;
    const SELECT: &'static str = include_str!("select.sql");

    fn read(columns: &mut Columns<'_>) -> rusqlite::Result<Note> {
        Ok(Note {
            id: NoteId(columns.take()?),
            indicator: IndicatorId(columns.take()?),
            year: columns.take()?,
            text: columns.take()?,
        })
    }
}

impl Store {
    /// Every note on the indicators of an organisation, by year.
    pub fn notes_of(&self, organisation: OrganisationId) -> Result<Vec<Note>, StoreError> {
        const SQL: &str = concat!(include_str!("select.sql"), include_str!("of_organisation.sql"));
        self.all(SQL, [organisation.0])
    }
}

impl Changes<'_> {
    /// Writes the note of an indicator and year; an empty text takes it away.
    pub fn set_note(
        &mut self,
        indicator: IndicatorId,
        year: i32,
        text: &str,
    ) -> Result<(), StoreError> {
        if text.is_empty() {
            return self.execute(include_str!("remove.sql"), (indicator.0, year)).map(drop);
        }
        self.save(Noun::Note, None, include_str!("set.sql"), (indicator.0, year, text)).map(drop)
    }
}
