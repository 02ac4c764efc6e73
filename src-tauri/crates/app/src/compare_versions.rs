//! What differs between two versions of a draft: figures, and sentences whose words changed.

use serde::{Deserialize, Serialize};
use specta::Type;
use tongket_model::{Draft, FrozenContent};

use crate::comparison::{figure_changes, text_changes};
use crate::frozen::frozen;
use crate::{App, AppError};

/// One value that reads differently; empty where it is not shown.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
pub struct FigureChange {
    /// For people: "Tổng thu NSNN 2023"
    pub subject: String,
    pub expression: String,
    pub before: String,
    pub after: String,
    /// Where it stands; where it stood when it is gone.
    pub heading: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum TextChangeKind {
    Added,
    Removed,
    Changed,
}

/// One sentence. Those in which only figures differ are not told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct TextChange {
    #[specta(inline)]
    pub kind: TextChangeKind,
    pub heading: String,
    pub before: String,
    pub after: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Comparison {
    /// Names for people: "Dự thảo lần 1"
    pub from: String,
    pub to: String,
    pub figures: Vec<FigureChange>,
    pub texts: Vec<TextChange>,
}

/// Compares two versions by number; `None` is the draft as it stands on the data of now.
pub fn compare_versions(
    app: &App,
    id: u32,
    from: Option<u32>,
    to: Option<u32>,
) -> Result<Comparison, AppError> {
    let stored = app.stored(id)?;
    let (from, before) = content(app, &stored, from)?;
    let (to, after) = content(app, &stored, to)?;
    Ok(Comparison {
        from,
        to,
        figures: figure_changes(&before.figures, &after.figures),
        texts: text_changes(&before.texts, &after.texts),
    })
}

fn content(
    app: &App,
    stored: &Draft,
    number: Option<u32>,
) -> Result<(String, FrozenContent), AppError> {
    let Some(number) = number else {
        return Ok(("Hiện nay".to_owned(), frozen(&app.render_stored(stored)?.draft)));
    };
    let version = app.version(stored, number)?;
    Ok((version.name, version.content))
}

impl App {
    pub(crate) fn version(
        &self,
        stored: &Draft,
        number: u32,
    ) -> Result<tongket_model::DraftVersion, AppError> {
        let mut versions = self.store.versions_of(stored.id)?.into_iter();
        versions.find(|version| version.number == number).ok_or_else(|| {
            AppError::usage(format!("«{}» chưa có dự thảo lần {number}", stored.title))
        })
    }
}
