//! Where the drafts of a year show an indicator.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::plain::count;
use crate::stored_draft::number_of;
use crate::{App, AppError, Scope};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct FigureUse {
    pub draft: u32,
    pub title: String,
    /// How often the draft's text names it.
    pub count: u32,
    /// Its first place in the body, in UTF-16 code units.
    pub from: u32,
}

/// Drafts that cannot be read show nothing.
pub(crate) fn figure_uses(
    app: &App,
    scope: &Scope,
    slug: &str,
) -> Result<Vec<FigureUse>, AppError> {
    let mut uses = Vec::new();
    for stored in app.stored_drafts(scope)?.iter().filter(|draft| draft.year == scope.year) {
        if let Some(places) = app.uses_of(stored)?.get(slug) {
            uses.push(FigureUse {
                draft: number_of(stored.id),
                title: stored.title.clone(),
                count: count(places.n_places),
                from: places.first,
            });
        }
    }
    Ok(uses)
}
