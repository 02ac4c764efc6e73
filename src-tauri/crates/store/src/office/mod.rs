//! What organisations that issue reports put at the head and foot of them.

use rusqlite::named_params;
use tongket_model::{Office, OrganisationId};

use crate::columns::{Columns, Json, Stored};
use crate::{Changes, Noun, Store, StoreError};

impl Stored for Office {
    const NOUN: Noun = Noun::Office;
    const SELECT: &'static str = include_str!("select.sql");

    fn read(columns: &mut Columns<'_>) -> rusqlite::Result<Office> {
        Ok(Office {
            organisation: OrganisationId(columns.take()?),
            superior_line: columns.take()?,
            issuer_line: columns.take()?,
            place: columns.take()?,
            symbol: columns.take()?,
            profile: columns.take()?,
            signing: columns.json()?,
            recipients: columns.json()?,
            style: columns.json()?,
        })
    }
}

impl Store {
    /// `None` when the organisation issues no reports.
    pub fn office(&self, organisation: OrganisationId) -> Result<Option<Office>, StoreError> {
        self.one(concat!(include_str!("select.sql"), "WHERE organisation = ?1"), [organisation.0])
    }
}

impl Changes<'_> {
    /// Adds the office of its organisation or replaces it.
    pub fn set_office(&mut self, office: &Office) -> Result<(), StoreError> {
        let params = named_params! {
            ":organisation": office.organisation.0,
            ":superior_line": office.superior_line,
            ":issuer_line": office.issuer_line,
            ":place": office.place,
            ":symbol": office.symbol,
            ":profile": office.profile,
            ":signing": Json(&office.signing),
            ":recipients": Json(&office.recipients),
            ":style": Json(&office.style),
        };
        self.save(Noun::Office, None, include_str!("set.sql"), params).map(drop)
    }

    pub fn remove_office(&mut self, organisation: OrganisationId) -> Result<(), StoreError> {
        self.remove(Noun::Office, include_str!("remove.sql"), organisation.0)
    }
}
