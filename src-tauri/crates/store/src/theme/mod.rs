//! Themes of the year.

use rusqlite::named_params;
use tongket_model::{OrganisationId, Theme, ThemeId};

use crate::columns::{Columns, Json, Stored, Word};
use crate::{Changes, Noun, Store, StoreError};

impl Stored for Theme {
    const NOUN: Noun = Noun::Theme;
    const SELECT: &'static str = include_str!("select.sql");

    fn read(columns: &mut Columns<'_>) -> rusqlite::Result<Theme> {
        Ok(Theme {
            id: ThemeId(columns.take()?),
            organisation: OrganisationId(columns.take()?),
            year: columns.take()?,
            separator: columns.take()?,
            parts: columns.json()?,
            origin: columns.origin()?,
            state: columns.word()?,
        })
    }
}

impl Store {
    /// The themes of an organisation, by year.
    pub fn themes_of(&self, organisation: OrganisationId) -> Result<Vec<Theme>, StoreError> {
        const SQL: &str =
            concat!(include_str!("select.sql"), "WHERE organisation = ?1 ORDER BY year");
        self.all(SQL, [organisation.0])
    }
}

impl Changes<'_> {
    /// Refused when the organisation has a theme for the year already.
    pub fn add_theme(&mut self, theme: &Theme) -> Result<ThemeId, StoreError> {
        self.save_theme(include_str!("add.sql"), None, theme).map(ThemeId)
    }

    pub fn update_theme(&mut self, theme: &Theme) -> Result<(), StoreError> {
        self.save_theme(include_str!("update.sql"), Some(theme.id.0), theme).map(drop)
    }

    pub fn remove_theme(&mut self, id: ThemeId) -> Result<(), StoreError> {
        self.remove(Noun::Theme, include_str!("remove.sql"), id.0)
    }

    fn save_theme(&mut self, sql: &str, id: Option<i64>, theme: &Theme) -> Result<i64, StoreError> {
        let params = named_params! {
            ":id": id,
            ":organisation": theme.organisation.0,
            ":year": theme.year,
            ":separator": theme.separator,
            ":parts": Json(&theme.parts),
            ":origin": Json(&theme.origin),
            ":state": Word(theme.state),
        };
        self.save(Noun::Theme, id, sql, params)
    }
}
