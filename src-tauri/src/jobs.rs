//! Long pieces of work that the person may stop, by the names that the page gave them.

use std::collections::HashSet;
use std::ops::ControlFlow;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tauri::AppHandle;
use tauri_specta::Event;
use tongket_app::Progress;

use crate::events::JobProgress;

/// The jobs that are to stop as soon as they look.
#[derive(Clone, Default)]
pub struct Jobs {
    stopped: Arc<Mutex<HashSet<String>>>,
}

impl Jobs {
    pub fn stop(&self, job: String) {
        self.stopped().insert(job);
    }

    /// Tells the page how far the job has come, and the job whether to go on.
    pub fn report(&self, window: &AppHandle, job: &str, progress: Progress) -> ControlFlow<()> {
        if self.stopped().remove(job) {
            return ControlFlow::Break(());
        }
        let told = JobProgress { job: job.to_owned(), progress }.emit(window);
        if let Err(error) = told {
            log::warn!("telling progress: {error}");
        }
        ControlFlow::Continue(())
    }

    fn stopped(&self) -> MutexGuard<'_, HashSet<String>> {
        self.stopped.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
