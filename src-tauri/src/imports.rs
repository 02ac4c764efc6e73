//! Files on their way into the database: those that the person chose, dropped on the window or named
//! at the start, and the imports that are open. The page names each by a token and knows no path.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde::Serialize;
use specta::Type;
use tongket_app::{AppError, OpenImport};

/// A file that the person gave.
#[derive(Debug, Clone, Serialize, Type)]
pub struct GivenFile {
    pub token: String,
    /// Without its folder.
    pub name: String,
}

/// An import that is open; whoever works on it keeps nobody from another.
pub type Shared = Arc<Mutex<OpenImport>>;

#[derive(Clone, Default)]
pub struct Imports(Arc<Mutex<Held>>);

#[derive(Default)]
struct Held {
    n_given: usize,
    files: HashMap<String, PathBuf>,
    open: HashMap<String, Shared>,
    /// Given without the page having asked.
    waiting: Vec<GivenFile>,
}

impl Imports {
    /// Takes files that the person chose; what is no file is left out.
    pub fn give(&self, paths: impl IntoIterator<Item = PathBuf>) -> Vec<GivenFile> {
        let mut held = self.held();
        paths.into_iter().filter(|path| path.is_file()).map(|path| held.add(path)).collect()
    }

    /// Keeps files until the page asks for them; whether there are any.
    pub fn offer(&self, paths: impl IntoIterator<Item = PathBuf>) -> bool {
        let given = self.give(paths);
        let is_any = !given.is_empty();
        self.held().waiting.extend(given);
        is_any
    }

    pub fn take_offered(&self) -> Vec<GivenFile> {
        std::mem::take(&mut self.held().waiting)
    }

    pub fn file(&self, token: &str) -> Result<PathBuf, AppError> {
        self.held().files.get(token).cloned().ok_or_else(gone)
    }

    pub fn open(&self, token: &str) -> Result<Shared, AppError> {
        self.held().open.get(token).cloned().ok_or_else(gone)
    }

    /// Holds an import under the token of its file.
    pub fn hold(&self, token: &str, open: OpenImport) {
        self.held().open.insert(token.to_owned(), Arc::new(Mutex::new(open)));
    }

    /// Holds an import that was put aside before.
    pub fn hold_again(&self, open: OpenImport) -> GivenFile {
        let file = self.held().add(open.path());
        self.hold(&file.token, open);
        file
    }

    pub fn close(&self, token: &str) {
        let mut held = self.held();
        held.open.remove(token);
        held.files.remove(token);
    }

    fn held(&self) -> MutexGuard<'_, Held> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Held {
    fn add(&mut self, path: PathBuf) -> GivenFile {
        let token = self.n_given.to_string();
        self.n_given += 1;
        let name = name_of(&path);
        self.files.insert(token.clone(), path);
        GivenFile { token, name }
    }
}

/// An edit that panicked has left the plan as it was or told that it did not fit.
pub fn locked(open: &Shared) -> MutexGuard<'_, OpenImport> {
    open.lock().unwrap_or_else(PoisonError::into_inner)
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn gone() -> AppError {
    AppError::refused("Lần nhập này đã đóng; hãy chọn lại tệp")
}
