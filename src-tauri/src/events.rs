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

pub fn all() -> Events {
    collect_events![Changed, JobProgress, Opened]
}
