//! What the window hears without asking.

use serde::Serialize;
use specta::Type;
use tauri_specta::{Event, Events, collect_events};
use tongket_app::Progress;

/// After every step, undo and redo, and when another program changed the file: the kinds of thing
/// to load anew.
#[derive(Debug, Clone, Serialize, Type, Event)]
pub struct Changed {
    pub nouns: Vec<String>,
    pub cause: Cause,
}

/// What a change came of, so that the part of the page that asked for it knows it from news.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Cause {
    /// The page saved the text of a draft.
    DraftText,
    /// The page saved a template.
    TemplateText,
    /// The page stored cells of the grid.
    Cells,
    /// A copy of the database was made; the data is as it was.
    Backup,
    /// Anything else that the page asked for, undo and redo among it.
    Action,
    /// Another program.
    Elsewhere,
    /// Another database was opened, or the same one anew.
    Opening,
}

/// How far a job has come that the page started and named.
#[derive(Debug, Clone, Serialize, Type, Event)]
#[tauri_specta(event_name = "progress")]
pub struct JobProgress {
    pub job: String,
    pub progress: Progress,
}

/// A second start of the program brought this window to the front.
#[derive(Debug, Clone, Serialize, Type, Event)]
pub struct Opened {}

/// Files were dropped on the window or named by a second start; they wait to be asked for.
#[derive(Debug, Clone, Serialize, Type, Event)]
pub struct FilesOffered {}

/// Files are held over the window, or no longer.
#[derive(Debug, Clone, Serialize, Type, Event)]
pub struct FilesOver {
    pub over: bool,
}

pub fn all() -> Events {
    collect_events![Changed, JobProgress, Opened, FilesOffered, FilesOver]
}
