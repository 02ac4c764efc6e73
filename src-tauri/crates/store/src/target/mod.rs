//! Targets for the year after.

use rusqlite::named_params;
use tongket_model::{DocumentId, IndicatorId, OrganisationId, Target, TargetId};

use crate::changes::check_quantity;
use crate::columns::{Columns, Json, Qualifiers, Stored, Word};
use crate::{Changes, Noun, Store, StoreError};

impl Stored for Target {
    const NOUN: Noun = Noun::Target;
    const SELECT: &'static str = include_str!("select.sql");

    fn read(columns: &mut Columns<'_>) -> rusqlite::Result<Target> {
        Ok(Target {
            id: TargetId(columns.take()?),
            indicator: IndicatorId(columns.take()?),
            year: columns.take()?,
            quantity: columns.quantity()?,
            document: columns.take::<Option<i64>>()?.map(DocumentId),
            selected: columns.take()?,
            position: columns.take()?,
            raw: columns.take()?,
            origin: columns.origin()?,
            state: columns.word()?,
        })
    }
}

impl Store {
    /// Every target of the indicators of an organisation, ordered by indicator and year.
    pub fn targets_of(&self, organisation: OrganisationId) -> Result<Vec<Target>, StoreError> {
        const SQL: &str = concat!(include_str!("select.sql"), include_str!("of_organisation.sql"));
        self.all(SQL, [organisation.0])
    }

    /// The targets set for `year`, in their order.
    pub fn targets_for(&self, owner: OrganisationId, year: i32) -> Result<Vec<Target>, StoreError> {
        const SQL: &str = concat!(include_str!("select.sql"), include_str!("of_year.sql"));
        self.all(SQL, (owner.0, year))
    }
}

impl Changes<'_> {
    /// Refused when the indicator has a target for the year already.
    pub fn add_target(&mut self, target: &Target) -> Result<TargetId, StoreError> {
        self.save_target(include_str!("add.sql"), None, target).map(TargetId)
    }

    /// Adds the target or replaces that of the same indicator and year, which keeps its id.
    pub fn set_target(&mut self, target: &Target) -> Result<TargetId, StoreError> {
        self.save_target(include_str!("set.sql"), None, target).map(TargetId)
    }

    pub fn update_target(&mut self, target: &Target) -> Result<(), StoreError> {
        self.save_target(include_str!("update.sql"), Some(target.id.0), target).map(drop)
    }

    pub fn remove_target(&mut self, id: TargetId) -> Result<(), StoreError> {
        self.remove(Noun::Target, include_str!("remove.sql"), id.0)
    }

    fn save_target(
        &mut self,
        sql: &str,
        id: Option<i64>,
        target: &Target,
    ) -> Result<i64, StoreError> {
        let quantity = &target.quantity;
        check_quantity(quantity)?;
        let params = named_params! {
            ":id": id,
            ":indicator": target.indicator.0,
            ":year": target.year,
            ":qualifiers": Qualifiers(quantity.qualifiers.as_slice()),
            ":amount": Word(quantity.amount),
            ":upper": quantity.to.map(Word),
            ":denominator": quantity.of.map(Word),
            ":unit": Word(&quantity.unit),
            ":document": target.document.map(|id| id.0),
            ":selected": target.selected,
            ":position": target.position,
            ":raw": target.raw,
            ":origin": Json(&target.origin),
            ":state": Word(target.state),
        };
        self.save(Noun::Target, id, sql, params)
    }
}
