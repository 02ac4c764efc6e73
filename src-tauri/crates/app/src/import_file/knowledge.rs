//! What an office knows when a file comes, read from its database in one go: a long reading then
//! keeps nobody waiting.

use std::collections::HashMap;

use tongket_figures::Style;
use tongket_model::{Indicator, IndicatorId, LearnedForm, Organisation, Reporter};

use super::stored::Stored;
use crate::{App, AppError, Scope};

pub struct ImportKnowledge {
    pub(crate) office: Organisation,
    pub(crate) indicators: Vec<Indicator>,
    pub(crate) reporters: Vec<Reporter>,
    pub(super) forms: Vec<LearnedForm>,
    pub(crate) stored: Stored,
    pub(crate) style: Style,
    /// Of each indicator in `indicators`.
    places: HashMap<IndicatorId, usize>,
}

impl ImportKnowledge {
    pub fn load(app: &App, scope: &Scope) -> Result<ImportKnowledge, AppError> {
        ImportKnowledge::of(app, app.data_office(&scope.choice())?)
    }

    pub(crate) fn of(app: &App, office: Organisation) -> Result<ImportKnowledge, AppError> {
        let indicators = app.store.indicators(office.id)?;
        let places = indicators.iter().enumerate().map(|(place, of)| (of.id, place)).collect();
        Ok(ImportKnowledge {
            indicators,
            places,
            reporters: app.store.reporters_of(office.id)?,
            forms: app.store.learned_forms_of(office.id)?,
            stored: Stored::load(app, &office)?,
            style: app.style(&office)?,
            office,
        })
    }

    pub(crate) fn indicator(&self, id: IndicatorId) -> Option<&Indicator> {
        self.indicators.get(*self.places.get(&id)?)
    }
}
