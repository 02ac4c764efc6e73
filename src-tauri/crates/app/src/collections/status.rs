//! How far a round of collecting has come.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};
use specta::Type;
use tongket_model::{Collection, OrganisationId, Reported, Reporter};

use crate::plain::count;
use crate::{App, AppError, OfficeChoice};

/// One round as a line of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct CollectionLine {
    pub id: u32,
    pub name: String,
    /// "9 tháng đầu năm 2024"
    pub period: String,
    /// ISO date.
    pub due: Option<String>,
    pub n_questions: u32,
    pub n_asked: u32,
    /// Units that answered every question.
    pub n_answered: u32,
    /// The names of the others, in order.
    pub missing: Vec<String>,
}

/// The newest first.
pub fn collections(app: &App, choice: &OfficeChoice) -> Result<Vec<CollectionLine>, AppError> {
    let office = app.data_office(choice)?;
    let reporters = app.store.reporters_of(office.id)?;
    let reported = app.store.reported_to(office.id)?;
    let style = app.style(&office)?;
    let lines = app.store.collections_of(office.id)?.into_iter().map(|collection| {
        let missing = missing(&collection, &reporters, &reported);
        let n_asked = collection.reporters.len();
        CollectionLine {
            id: u32::try_from(collection.id.0).unwrap_or(u32::MAX),
            period: collection.period.print(&style),
            due: collection.due.map(|due| due.iso()),
            n_questions: count(collection.questions.len()),
            n_asked: count(n_asked),
            n_answered: count(n_asked - missing.len()),
            missing,
            name: collection.name,
        }
    });
    Ok(lines.collect())
}

/// The names of those who have not answered every question, in the order in which they were asked.
pub(super) fn missing(
    collection: &Collection,
    reporters: &[Reporter],
    reported: &[Reported],
) -> Vec<String> {
    let given: HashSet<_> = reported
        .iter()
        .filter(|value| value.period == collection.period)
        .map(|value| (value.reporter, value.indicator, value.measure))
        .collect();
    let has_answered = |id: OrganisationId| {
        collection.questions.iter().all(|it| given.contains(&(id, it.indicator, it.measure)))
    };
    let missing = collection.reporters.iter().filter(|id| !has_answered(**id));
    let name = |id: &OrganisationId| reporters.iter().find(|it| it.organisation == *id);
    missing.filter_map(name).map(|it| it.name.clone()).collect()
}
