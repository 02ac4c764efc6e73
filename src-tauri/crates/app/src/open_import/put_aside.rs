//! Imports that are looked at and left for later: the file as it was read and all that was said,
//! kept in the database until the import is written or thrown away.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use specta::Type;
use tongket_intake::{Learned, RawFile, interpret};
use tongket_model::{OrganisationId, SavedImport, SavedImportId};

use super::{Answers, ImportReading, OpenImport};
use crate::import_file::ImportKnowledge;
use crate::{App, AppError, Scope};

/// What is kept, as JSON. The plan is made anew from it, since the catalogue goes on meanwhile.
#[derive(Serialize, Deserialize)]
struct Content {
    path: PathBuf,
    reading: ImportReading,
    raw: RawFile,
    learned: Learned,
    answers: Answers,
}

/// Larger files are not kept: the journal keeps every image of a row.
const LARGEST: usize = 16 << 20;

/// One import that was put aside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct SavedImportLine {
    pub id: u32,
    pub file: String,
    /// ISO time.
    pub saved: String,
}

/// The newest first.
pub fn saved_imports(app: &App, scope: &Scope) -> Result<Vec<SavedImportLine>, AppError> {
    let office = app.data_office(&scope.choice())?;
    let saved = app.store.saved_imports_of(office.id)?.into_iter();
    let lines = saved.map(|saved| SavedImportLine {
        id: u32::try_from(saved.id.0).unwrap_or(u32::MAX),
        file: saved.name,
        saved: saved.saved.replacen(' ', "T", 1),
    });
    Ok(lines.collect())
}

/// Keeps an import for later, as one step.
pub fn put_aside(app: &mut App, open: &OpenImport) -> Result<(), AppError> {
    let content = Content {
        path: open.path.clone(),
        reading: open.reading.clone(),
        raw: open.raw.clone(),
        learned: open.import.plan.learned(),
        answers: open.answers.clone(),
    };
    let file = &open.raw.name;
    let content = serde_json::to_string(&content).unwrap_or_default();
    if content.is_empty() || content.len() > LARGEST {
        return Err(AppError::refused(format!(
            "{file}: tệp quá lớn nên không để lại được; hãy ghi phần đã chắc chắn rồi nhập lại tệp sau"
        )));
    }
    let saved = SavedImport {
        id: SavedImportId(0),
        organisation: open.known.office.id,
        name: file.clone(),
        saved: app.clock.now().format("%Y-%m-%d %H:%M:%S").to_string(),
        content,
    };
    app.store.transact(&format!("Để lần nhập {file} lại sau"), |changes| {
        open.saved.iter().try_for_each(|before| changes.remove_saved_import(*before))?;
        changes.add_saved_import(&saved)
    })?;
    Ok(())
}

/// Throws an import away that was put aside, as one step.
pub fn discard_import(app: &mut App, scope: &Scope, id: u32) -> Result<(), AppError> {
    let office = app.data_office(&scope.choice())?;
    let saved = app.saved_import(office.id, id)?;
    let name = format!("Bỏ lần nhập {}", saved.name);
    app.store.transact(&name, |changes| changes.remove_saved_import(saved.id))?;
    Ok(())
}

impl OpenImport {
    /// An import that was put aside, against what the office knows now.
    pub fn reopen(app: &App, scope: &Scope, id: u32) -> Result<OpenImport, AppError> {
        let known = ImportKnowledge::load(app, scope)?;
        let saved = app.saved_import(known.office.id, id)?;
        let content: Content = serde_json::from_str(&saved.content).map_err(|_| {
            AppError::refused(format!(
                "Lần nhập {} do bản chương trình khác để lại nên không mở được; hãy nhập lại tệp",
                saved.name
            ))
        })?;
        let Content { path, reading, raw, learned, answers } = content;
        let rows = interpret(&raw, &reading.context()?);
        let mut open = OpenImport::of(path, reading, (raw, rows), known);
        open.recall(&learned, answers);
        Ok(OpenImport { saved: Some(saved.id), ..open })
    }
}

impl App {
    fn saved_import(&self, of: OrganisationId, id: u32) -> Result<SavedImport, AppError> {
        let saved = self.store.saved_imports_of(of)?.into_iter();
        let mut found = saved.filter(|saved| saved.id == SavedImportId(id.into()));
        found.next().ok_or_else(|| {
            AppError::refused("Lần nhập này không còn; hãy chọn lại trong danh sách để sau")
        })
    }
}
