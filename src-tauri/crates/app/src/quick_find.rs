//! Finds indicators, drafts and templates by a few letters of their names.

use serde::Serialize;
use specta::Type;
use tongket_model::field_name;

use crate::search_words::{SearchWords, best};
use crate::{App, AppError, Scope, kinds};

/// Something to go to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct Hit {
    #[specta(inline)]
    pub kind: HitKind,
    /// Slug of an indicator, number of a draft, id of a template.
    pub id: String,
    pub title: String,
    pub detail: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum HitKind {
    Indicator,
    Draft,
    Template,
}

/// At most so many of each kind.
const WANTED: usize = 8;

/// What fits the words of `query`, without accents: indicators, drafts, then
/// templates.
pub fn quick_find(app: &App, scope: &Scope, query: &str) -> Result<Vec<Hit>, AppError> {
    let words = SearchWords::read(query);
    let owner = app.data_office(&scope.choice())?;
    let indicators = app.store.indicators(owner.id)?;
    let found = indicators.iter().filter_map(|of| {
        let others = of.aliases.iter().map(String::as_str);
        let rank =
            words.rank(&of.name, others.chain([of.short_name.as_str(), of.slug.as_str()]))?;
        Some((rank, of))
    });
    let mut hits: Vec<Hit> = Vec::new();
    hits.extend(best(found, WANTED).into_iter().map(|of| Hit {
        kind: HitKind::Indicator,
        id: of.slug.to_string(),
        title: of.name.clone(),
        detail: format!("{}, {}", field_name(&of.field), of.unit),
    }));
    let drafts = app.draft_titles(scope)?.into_iter().filter_map(|draft| {
        let (id, detail) = (draft.id.0.to_string(), format!("Dự thảo, năm {}", draft.year));
        let rank = words.rank(&draft.title, [draft.settings.kind_name.as_str()])?;
        Some((rank, Hit { kind: HitKind::Draft, id, title: draft.title, detail }))
    });
    hits.extend(best(drafts, WANTED));
    let templates = kinds(app)?.into_iter().filter_map(|kind| {
        let rank = words.rank(&kind.name, [kind.id.as_str()])?;
        let of_office = if kind.built_in { "Mẫu báo cáo" } else { "Mẫu của cơ quan" };
        let (id, detail) = (kind.id, of_office.to_owned());
        Some((rank, Hit { kind: HitKind::Template, id, title: kind.name, detail }))
    });
    hits.extend(best(templates, WANTED));
    Ok(hits)
}
