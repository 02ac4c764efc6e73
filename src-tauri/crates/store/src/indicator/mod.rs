//! Indicators.

use rusqlite::named_params;
use tongket_model::{Indicator, IndicatorId, OrganisationId};

use crate::columns::{Columns, Json, Stored, Word};
use crate::{Changes, Noun, Store, StoreError};

impl Stored for Indicator {
    const NOUN: Noun = Noun::Indicator;
    const SELECT: &'static str = include_str!("select.sql");

    fn read(columns: &mut Columns<'_>) -> rusqlite::Result<Indicator> {
        Ok(Indicator {
            id: IndicatorId(columns.take()?),
            organisation: OrganisationId(columns.take()?),
            slug: columns.word()?,
            name: columns.take()?,
            short_name: columns.take()?,
            aliases: columns.json()?,
            unit: columns.unit()?,
            field: columns.take()?,
            direction: columns.word()?,
            decimals: columns.take()?,
            phrase: columns.take()?,
            part_of: columns.take::<Option<i64>>()?.map(IndicatorId),
            cumulates: columns.take::<Option<i64>>()?.map(IndicatorId),
            since: columns.take()?,
            supplier: columns.take()?,
            due: columns.take()?,
            position: columns.take()?,
        })
    }
}

impl Store {
    /// The indicators of an organisation in the order of its tables.
    pub fn indicators(&self, organisation: OrganisationId) -> Result<Vec<Indicator>, StoreError> {
        const SQL: &str =
            concat!(include_str!("select.sql"), "WHERE organisation = ?1 ORDER BY position, id");
        self.all(SQL, [organisation.0])
    }

    pub fn uses_of_indicator(&self, of: IndicatorId) -> Result<IndicatorUses, StoreError> {
        let mut statement = self.connection.prepare_cached(include_str!("uses.sql"))?;
        Ok(statement.query_one([of.0], |row| {
            Ok(IndicatorUses {
                figures: row.get(0)?,
                plans: row.get(1)?,
                targets: row.get(2)?,
                scorecards: row.get(3)?,
                parts: row.get(4)?,
            })
        })?)
    }

    /// Whether an organisation has indicators of its own.
    pub fn has_indicators(&self, organisation: OrganisationId) -> Result<bool, StoreError> {
        let mut statement = self.connection.prepare_cached(include_str!("has_any.sql"))?;
        Ok(statement.query_one([organisation.0], |row| row.get(0))?)
    }
}

/// How many rows refer to an indicator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IndicatorUses {
    pub figures: u32,
    pub plans: u32,
    pub targets: u32,
    pub scorecards: u32,
    /// Indicators that are parts of it or that it adds up to.
    pub parts: u32,
}

impl IndicatorUses {
    pub fn has_values(&self) -> bool {
        self.figures + self.plans + self.targets > 0
    }
}

impl Changes<'_> {
    pub fn add_indicator(&mut self, indicator: &Indicator) -> Result<IndicatorId, StoreError> {
        self.save_indicator(include_str!("add.sql"), None, indicator).map(IndicatorId)
    }

    pub fn update_indicator(&mut self, indicator: &Indicator) -> Result<(), StoreError> {
        let id = Some(indicator.id.0);
        self.save_indicator(include_str!("update.sql"), id, indicator).map(drop)
    }

    /// Refused while figures, plans, targets, scorecards or other indicators refer to it.
    pub fn remove_indicator(&mut self, id: IndicatorId) -> Result<(), StoreError> {
        self.remove(Noun::Indicator, include_str!("remove.sql"), id.0)
    }

    fn save_indicator(
        &mut self,
        sql: &str,
        id: Option<i64>,
        indicator: &Indicator,
    ) -> Result<i64, StoreError> {
        let params = named_params! {
            ":id": id,
            ":organisation": indicator.organisation.0,
            ":slug": Word(&indicator.slug),
            ":name": indicator.name,
            ":short_name": indicator.short_name,
            ":aliases": Json(&indicator.aliases),
            ":unit": Word(&indicator.unit),
            ":field": indicator.field,
            ":direction": Word(indicator.direction),
            ":decimals": indicator.decimals,
            ":phrase": indicator.phrase,
            ":part_of": indicator.part_of.map(|id| id.0),
            ":cumulates": indicator.cumulates.map(|id| id.0),
            ":since": indicator.since,
            ":supplier": indicator.supplier,
            ":due": indicator.due,
            ":position": indicator.position,
        };
        self.save(Noun::Indicator, id, sql, params)
    }
}
