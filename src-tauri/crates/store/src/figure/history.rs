//! What happened to a figure, told from the journal.

use rusqlite::{Params, named_params};
use serde::Serialize;
use tongket_figures::Period;
use tongket_model::{Figure, FigureId, IndicatorId, OrganisationId, StepId};

use crate::columns::Word;
use crate::{Store, StoreError};

/// One change of one figure. Undone steps are not told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FigureChange {
    pub step: StepId,
    /// What the person did: "Nhập Biểu 01".
    pub name: String,
    pub time: String,
    /// `None` when the step added the figure.
    pub before: Option<Figure>,
    /// `None` when the step removed it.
    pub after: Option<Figure>,
}

impl Store {
    /// The changes of one row, oldest first.
    pub fn history_of_figure(&self, id: FigureId) -> Result<Vec<FigureChange>, StoreError> {
        self.figure_changes(include_str!("history_of_row.sql"), [id.0])
    }

    /// The changes of all figures of an indicator in a period, whatever their kind, oldest
    /// first: shows how an estimate was replaced by the actual result.
    pub fn history_of(
        &self,
        indicator: IndicatorId,
        organisation: OrganisationId,
        period: Period,
    ) -> Result<Vec<FigureChange>, StoreError> {
        let params = named_params! {
            ":indicator": indicator.0,
            ":organisation": organisation.0,
            ":period": Word(period),
        };
        self.figure_changes(include_str!("history_of_key.sql"), params)
    }

    /// The changes of all figures of an indicator, of every organisation and period, oldest first.
    pub fn history_of_indicator(&self, of: IndicatorId) -> Result<Vec<FigureChange>, StoreError> {
        self.figure_changes(include_str!("history_of_indicator.sql"), [of.0])
    }

    fn figure_changes(
        &self,
        sql: &str,
        params: impl Params,
    ) -> Result<Vec<FigureChange>, StoreError> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query(params)?;
        let mut changes = Vec::new();
        while let Some(row) = rows.next()? {
            changes.push(FigureChange {
                step: StepId(row.get(0)?),
                name: row.get(1)?,
                time: row.get(2)?,
                before: self.figure_image(row.get(3)?)?,
                after: self.figure_image(row.get(4)?)?,
            });
        }
        Ok(changes)
    }

    fn figure_image(&self, image: Option<String>) -> Result<Option<Figure>, StoreError> {
        match image {
            Some(image) => self.one(include_str!("image.sql"), [image]),
            None => Ok(None),
        }
    }
}
