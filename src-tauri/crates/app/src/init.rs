//! Makes the database of an office.

use std::path::Path;

use serde::Serialize;
use tongket_store::{Clock, remove_database};

use crate::{App, AppError, Remedy};

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Initialised {
    /// False when the database was there already.
    pub created: bool,
    /// Slugs of its offices.
    pub offices: Vec<String>,
    /// How many units report figures to them.
    pub n_reporters: usize,
}

/// Makes the database at `path`, with the sample offices when `sample` says so. A database that
/// is there is left as it is; samples are only put into an empty one.
pub fn init(path: &Path, sample: bool, clock: Clock) -> Result<Initialised, AppError> {
    make(path, clock, |app| match (sample, app.store.organisations()?.is_empty()) {
        (false, _) => Ok(()),
        (true, true) => app.add_samples(),
        (true, false) => Err(AppError::refused(format!(
            "«{}» đã có dữ liệu nên không thêm dữ liệu mẫu; hãy chọn tệp khác",
            path.display()
        ))
        .helped_by(Remedy::NameDatabase)),
    })
}

/// Makes the database at `path` where there is none and fills it.
pub(crate) fn make(
    path: &Path,
    clock: Clock,
    fill: impl FnOnce(&mut App) -> Result<(), AppError>,
) -> Result<Initialised, AppError> {
    let created = !path.exists();
    let mut app = App::open_or_create(path, clock)?;
    if let Err(error) = fill(&mut app) {
        drop(app);
        if created {
            // Half of what was asked for is nothing.
            remove_database(path);
        }
        return Err(error);
    }
    let offices = app.offices()?;
    let mut n_reporters = 0;
    for office in &offices {
        n_reporters += app.store.reporters_of(office.id)?.len();
    }
    let offices = offices.into_iter().map(|office| office.slug.to_string()).collect();
    Ok(Initialised { created, offices, n_reporters })
}
