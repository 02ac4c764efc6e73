//! Figures, and how they came to be what they are.

mod history;

use rusqlite::named_params;
use tongket_figures::Period;
use tongket_model::{Figure, FigureId, FigureKind, IndicatorId, OrganisationId};

pub use history::FigureChange;

use crate::changes::check_quantity;
use crate::columns::{Columns, Json, Qualifiers, Stored, Word};
use crate::{Changes, Noun, Store, StoreError};

impl Stored for Figure {
    const NOUN: Noun = Noun::Figure;
    const SELECT: &'static str = include_str!("select.sql");

    fn read(columns: &mut Columns<'_>) -> rusqlite::Result<Figure> {
        Ok(Figure {
            id: FigureId(columns.take()?),
            indicator: IndicatorId(columns.take()?),
            organisation: OrganisationId(columns.take()?),
            period: columns.word()?,
            kind: columns.word()?,
            quantity: columns.quantity()?,
            raw: columns.take()?,
            origin: columns.origin()?,
            state: columns.word()?,
            published: columns.take()?,
        })
    }
}

impl Store {
    /// Every figure of the indicators of an organisation, those of the units under it included,
    /// ordered by the indicator's slug, organisation, period and kind.
    pub fn figures_of(&self, organisation: OrganisationId) -> Result<Vec<Figure>, StoreError> {
        const SQL: &str = concat!(include_str!("select.sql"), include_str!("of_organisation.sql"));
        self.all(SQL, [organisation.0])
    }

    /// The figures of one indicator, every organisation and period.
    pub fn figures_of_indicator(&self, of: IndicatorId) -> Result<Vec<Figure>, StoreError> {
        self.all(concat!(include_str!("select.sql"), "WHERE indicator = ?1"), [of.0])
    }

    /// The organisation's own figures whose period ends in `year` or the year before, those of an
    /// indicator next to each other.
    pub fn figures_around(
        &self,
        owner: OrganisationId,
        year: i32,
    ) -> Result<Vec<Figure>, StoreError> {
        const SQL: &str = concat!(include_str!("select.sql"), include_str!("about_years.sql"));
        let params = named_params! {
            ":owner": owner.0,
            ":before": (year - 1).to_string(),
            ":year": year.to_string(),
        };
        let mut figures: Vec<Figure> = self.all(SQL, params)?;
        figures.retain(|figure| (year - 1..=year).contains(&figure.period.year()));
        Ok(figures)
    }

    /// The periods of which any figure or plan is stored.
    pub fn periods(&self) -> Result<Vec<Period>, StoreError> {
        let mut statement = self.connection.prepare_cached(include_str!("periods.sql"))?;
        let periods = statement.query_map([], |row| row.get(0).map(|Word(period)| period))?;
        Ok(periods.collect::<Result<_, _>>()?)
    }

    /// The periods of one organisation's own figures, each once.
    pub fn periods_of(&self, organisation: OrganisationId) -> Result<Vec<Period>, StoreError> {
        let mut statement = self.connection.prepare_cached(include_str!("periods_of.sql"))?;
        let read = |row: &rusqlite::Row<'_>| row.get(0).map(|Word(period)| period);
        let periods = statement.query_map([organisation.0], read)?;
        Ok(periods.collect::<Result<_, _>>()?)
    }

    pub fn figure(&self, id: FigureId) -> Result<Option<Figure>, StoreError> {
        self.one(concat!(include_str!("select.sql"), "WHERE id = ?1"), [id.0])
    }

    /// The figure of one key, of exactly this kind.
    pub fn figure_at(
        &self,
        indicator: IndicatorId,
        organisation: OrganisationId,
        period: Period,
        kind: FigureKind,
    ) -> Result<Option<Figure>, StoreError> {
        const SQL: &str = concat!(include_str!("select.sql"), include_str!("at.sql"));
        let params = named_params! {
            ":indicator": indicator.0,
            ":organisation": organisation.0,
            ":period": Word(period),
            ":kind": Word(kind),
        };
        self.one(SQL, params)
    }
}

impl Changes<'_> {
    /// Refused when the key (indicator, organisation, period, kind) has a figure already.
    pub fn add_figure(&mut self, figure: &Figure) -> Result<FigureId, StoreError> {
        self.save_figure(include_str!("add.sql"), None, figure).map(FigureId)
    }

    /// Adds the figure or replaces the one with its key, which keeps its id.
    pub fn set_figure(&mut self, figure: &Figure) -> Result<FigureId, StoreError> {
        self.save_figure(include_str!("set.sql"), None, figure).map(FigureId)
    }

    pub fn update_figure(&mut self, figure: &Figure) -> Result<(), StoreError> {
        self.save_figure(include_str!("update.sql"), Some(figure.id.0), figure).map(drop)
    }

    pub fn remove_figure(&mut self, id: FigureId) -> Result<(), StoreError> {
        self.remove(Noun::Figure, include_str!("remove.sql"), id.0)
    }

    fn save_figure(
        &mut self,
        sql: &str,
        id: Option<i64>,
        figure: &Figure,
    ) -> Result<i64, StoreError> {
        let quantity = &figure.quantity;
        check_quantity(quantity)?;
        let params = named_params! {
            ":id": id,
            ":indicator": figure.indicator.0,
            ":organisation": figure.organisation.0,
            ":period": Word(figure.period),
            ":kind": Word(figure.kind),
            ":qualifiers": Qualifiers(quantity.qualifiers.as_slice()),
            ":amount": Word(quantity.amount),
            ":upper": quantity.to.map(Word),
            ":denominator": quantity.of.map(Word),
            ":unit": Word(&quantity.unit),
            ":raw": figure.raw,
            ":origin": Json(&figure.origin),
            ":state": Word(figure.state),
            ":published": figure.published,
        };
        self.save(Noun::Figure, id, sql, params)
    }
}
