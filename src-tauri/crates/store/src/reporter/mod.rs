//! The bodies that report figures to an office.

use rusqlite::named_params;
use tongket_model::{OrganisationId, Reporter};

use crate::columns::{Columns, Json, Stored};
use crate::{Changes, Noun, Store, StoreError};

impl Stored for Reporter {
    const NOUN: Noun = Noun::Reporter;
    const SELECT: &'static str = include_str!("select.sql");

    fn read(columns: &mut Columns<'_>) -> rusqlite::Result<Reporter> {
        Ok(Reporter {
            organisation: OrganisationId(columns.take()?),
            name: columns.take()?,
            office: OrganisationId(columns.take()?),
            aliases: columns.json()?,
            group: columns.take()?,
            position: columns.take()?,
        })
    }
}

impl Store {
    /// Who reports to an office, in the order of tables.
    pub fn reporters_of(&self, office: OrganisationId) -> Result<Vec<Reporter>, StoreError> {
        const SQL: &str = concat!(
            include_str!("select.sql"),
            "WHERE reporter.office = ?1 ORDER BY reporter.position, reporter.organisation"
        );
        self.all(SQL, [office.0])
    }
}

impl Changes<'_> {
    /// Makes the organisation a reporter or replaces what is known of it as one; its name is the
    /// organisation's and stays.
    pub fn set_reporter(&mut self, reporter: &Reporter) -> Result<(), StoreError> {
        let params = named_params! {
            ":organisation": reporter.organisation.0,
            ":office": reporter.office.0,
            ":aliases": Json(&reporter.aliases),
            ":of_group": reporter.group,
            ":position": reporter.position,
        };
        self.save(Noun::Reporter, None, include_str!("set.sql"), params).map(drop)
    }

    /// Refused while it has reported something or is asked in a collection; the organisation
    /// stays.
    pub fn remove_reporter(&mut self, organisation: OrganisationId) -> Result<(), StoreError> {
        self.remove(Noun::Reporter, include_str!("remove.sql"), organisation.0)
    }
}
