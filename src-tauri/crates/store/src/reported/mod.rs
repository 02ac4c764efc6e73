//! What reporters gave.

use rusqlite::named_params;
use tongket_model::{
    IndicatorId, OrganisationId, Reported, ReportedId, ReportedMeasure, ReportedValue,
};

use crate::changes::check_quantity;
use crate::columns::{Columns, Json, Qualifiers, Stored, Word};
use crate::{Changes, Noun, Store, StoreError};

impl Stored for Reported {
    const NOUN: Noun = Noun::Reported;
    const SELECT: &'static str = include_str!("select.sql");

    fn read(columns: &mut Columns<'_>) -> rusqlite::Result<Reported> {
        let id = ReportedId(columns.take()?);
        let indicator = IndicatorId(columns.take()?);
        let reporter = OrganisationId(columns.take()?);
        let (period, measure) = (columns.word()?, columns.word()?);
        let value = match columns.word_or_null()? {
            Some(date) if measure == ReportedMeasure::Date => {
                columns.skip_quantity();
                ReportedValue::Date(date)
            }
            _ => ReportedValue::Quantity(columns.quantity()?),
        };
        Ok(Reported {
            id,
            indicator,
            reporter,
            period,
            measure,
            value,
            raw: columns.take()?,
            origin: columns.origin()?,
            state: columns.word()?,
        })
    }
}

impl Store {
    /// Everything that was reported to an office: by indicator, then in the order of the
    /// reporters, then by period.
    pub fn reported_to(&self, office: OrganisationId) -> Result<Vec<Reported>, StoreError> {
        const SQL: &str = concat!(include_str!("select.sql"), include_str!("of_office.sql"));
        self.all(SQL, [office.0])
    }
}

impl Changes<'_> {
    /// Adds the value or replaces the one of its indicator, reporter, period and measure, which
    /// keeps its id.
    pub fn set_reported(&mut self, reported: &Reported) -> Result<ReportedId, StoreError> {
        let quantity = reported.quantity();
        quantity.map_or(Ok(()), check_quantity)?;
        let params = named_params! {
            ":indicator": reported.indicator.0,
            ":reporter": reported.reporter.0,
            ":period": Word(reported.period),
            ":measure": Word(reported.measure),
            ":date": reported.date().map(Word),
            ":qualifiers": quantity.map(|it| Qualifiers(it.qualifiers.as_slice())),
            ":amount": quantity.map(|it| Word(it.amount)),
            ":upper": quantity.and_then(|it| it.to).map(Word),
            ":denominator": quantity.and_then(|it| it.of).map(Word),
            ":unit": quantity.map(|it| Word(&it.unit)),
            ":raw": reported.raw,
            ":origin": Json(&reported.origin),
            ":state": Word(reported.state),
        };
        self.save(Noun::Reported, None, include_str!("set.sql"), params).map(ReportedId)
    }

    pub fn remove_reported(&mut self, id: ReportedId) -> Result<(), StoreError> {
        self.remove(Noun::Reported, include_str!("remove.sql"), id.0)
    }
}
