//! Scorecards with their indicators in order.

use rusqlite::named_params;
use tongket_model::{IndicatorId, OrganisationId, Scorecard, ScorecardId};

use crate::columns::{Columns, Stored, Word};
use crate::{Changes, Noun, Store, StoreError};

impl Stored for Scorecard {
    const NOUN: Noun = Noun::Scorecard;
    const SELECT: &'static str = include_str!("select.sql");

    fn read(columns: &mut Columns<'_>) -> rusqlite::Result<Scorecard> {
        Ok(Scorecard {
            id: ScorecardId(columns.take()?),
            organisation: OrganisationId(columns.take()?),
            slug: columns.word()?,
            year: columns.take()?,
            name: columns.take()?,
            indicators: columns.json()?,
        })
    }
}

impl Store {
    /// The scorecards of an organisation, by year and slug.
    pub fn scorecards_of(
        &self,
        organisation: OrganisationId,
    ) -> Result<Vec<Scorecard>, StoreError> {
        const SQL: &str =
            concat!(include_str!("select.sql"), "WHERE organisation = ?1 ORDER BY year, slug");
        self.all(SQL, [organisation.0])
    }
}

impl Changes<'_> {
    /// Refused when the organisation has one of this slug and year already.
    pub fn add_scorecard(&mut self, scorecard: &Scorecard) -> Result<ScorecardId, StoreError> {
        let id = self.save_scorecard(include_str!("add.sql"), None, scorecard)?;
        self.add_indicators_to(id, &scorecard.indicators)?;
        Ok(ScorecardId(id))
    }

    pub fn update_scorecard(&mut self, scorecard: &Scorecard) -> Result<(), StoreError> {
        let id = scorecard.id.0;
        self.save_scorecard(include_str!("update.sql"), Some(id), scorecard)?;
        const BY_ID: &str = concat!(include_str!("select.sql"), "WHERE id = ?1");
        let stored: Option<Scorecard> = self.store().one(BY_ID, [id])?;
        if stored.is_some_and(|stored| stored.indicators == scorecard.indicators) {
            return Ok(());
        }
        self.execute(include_str!("remove_indicators.sql"), [id])?;
        self.add_indicators_to(id, &scorecard.indicators)
    }

    pub fn remove_scorecard(&mut self, id: ScorecardId) -> Result<(), StoreError> {
        self.remove(Noun::Scorecard, include_str!("remove.sql"), id.0)
    }

    fn save_scorecard(
        &mut self,
        sql: &str,
        id: Option<i64>,
        scorecard: &Scorecard,
    ) -> Result<i64, StoreError> {
        let params = named_params! {
            ":id": id,
            ":organisation": scorecard.organisation.0,
            ":slug": Word(&scorecard.slug),
            ":year": scorecard.year,
            ":name": scorecard.name,
        };
        self.save(Noun::Scorecard, id, sql, params)
    }

    fn add_indicators_to(
        &mut self,
        scorecard: i64,
        indicators: &[IndicatorId],
    ) -> Result<(), StoreError> {
        for (position, indicator) in indicators.iter().enumerate() {
            let params = named_params! {
                ":scorecard": scorecard,
                ":position": position as i64,
                ":indicator": indicator.0,
            };
            self.execute(include_str!("add_indicator.sql"), params)?;
        }
        Ok(())
    }
}
