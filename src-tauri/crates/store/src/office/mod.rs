//! What organisations that issue reports put at the head and foot of them.

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use tongket_model::{Office, OrganisationId, Signing};

use crate::columns::{Columns, Json, Stored};
use crate::{Changes, Noun, Store, StoreError};

/// Who signs, the first unless another is chosen; one alone is kept as itself.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Signers {
    One(Signing),
    Several(Vec<Signing>),
}

impl Signers {
    fn of(office: &Office) -> Signers {
        match office.other_signers.as_slice() {
            [] => Signers::One(office.signing.clone()),
            others => {
                let first = std::iter::once(&office.signing);
                Signers::Several(first.chain(others).cloned().collect())
            }
        }
    }

    fn first_and_others(self) -> (Signing, Vec<Signing>) {
        match self {
            Signers::One(signing) => (signing, Vec::new()),
            Signers::Several(mut signers) => match signers.is_empty() {
                true => (Signing::default(), signers),
                false => (signers.remove(0), signers),
            },
        }
    }
}

impl Stored for Office {
    const NOUN: Noun = Noun::Office;
    const SELECT: &'static str = include_str!("select.sql");

    fn read(columns: &mut Columns<'_>) -> rusqlite::Result<Office> {
        let organisation = OrganisationId(columns.take()?);
        let (superior_line, issuer_line) = (columns.take()?, columns.take()?);
        let (place, symbol, profile) = (columns.take()?, columns.take()?, columns.take()?);
        let (signing, other_signers) = columns.json::<Signers>()?.first_and_others();
        Ok(Office {
            organisation,
            superior_line,
            issuer_line,
            place,
            symbol,
            profile,
            signing,
            other_signers,
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
            ":signing": Json(Signers::of(office)),
            ":recipients": Json(&office.recipients),
            ":style": Json(&office.style),
        };
        self.save(Noun::Office, None, include_str!("set.sql"), params).map(drop)
    }

    pub fn remove_office(&mut self, organisation: OrganisationId) -> Result<(), StoreError> {
        self.remove(Noun::Office, include_str!("remove.sql"), organisation.0)
    }
}
