//! The files that this start of the program wrote. The page names them by tokens: it neither gives
//! nor needs a path.

use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use tongket_app::AppError;

#[derive(Default)]
pub struct Exports {
    files: Mutex<Vec<PathBuf>>,
}

impl Exports {
    /// The token of a file that was just written.
    pub fn add(&self, file: PathBuf) -> String {
        let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        files.push(file);
        (files.len() - 1).to_string()
    }

    /// The file, if it is still there.
    pub fn file(&self, token: &str) -> Result<PathBuf, AppError> {
        let files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        let file = token.parse().ok().and_then(|idx: usize| files.get(idx));
        file.filter(|file| file.is_file())
            .cloned()
            .ok_or_else(|| AppError::refused("Không còn thấy tệp vừa xuất; hãy xuất lại"))
    }
}
