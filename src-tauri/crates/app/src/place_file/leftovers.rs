//! What a program that was killed could not take away.

use std::fs::DirEntry;
use std::path::Path;
use std::time::Duration;

/// How the names of unfinished files begin: documents, backups.
pub(super) const UNFINISHED: [&str; 2] = [".tong-ket-", ".tongket-"];

/// Longer than any file takes to be written.
const FORGOTTEN_AFTER: Duration = Duration::from_secs(60 * 60);

/// Removes the unfinished files in `folder` that nobody writes to any more. A folder that cannot
/// be tidied is no reason not to save.
pub(crate) fn remove_leftovers(folder: &Path) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        if is_forgotten(&entry) {
            let _ = std::fs::remove_file(entry.path());
        }
    }
}

fn is_forgotten(entry: &DirEntry) -> bool {
    let name = entry.file_name();
    let name = name.to_string_lossy();
    let written = entry.metadata().and_then(|file| file.modified());
    let age = written.ok().and_then(|time| time.elapsed().ok());
    UNFINISHED.iter().any(|start| name.starts_with(start))
        && age.is_some_and(|age| age > FORGOTTEN_AFTER)
}
