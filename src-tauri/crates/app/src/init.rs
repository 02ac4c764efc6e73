//! Makes the database of an office.

use std::path::Path;

use serde::Serialize;
use tongket_store::{Clock, remove_database};

use crate::{App, AppError, Remedy};

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Initialised {
    /// False when the database was there already.
    pub created: bool,
    /// Slugs of its organisations.
    pub organisations: Vec<String>,
}

/// Makes the database at `path`, with the sample offices when `sample` says so. A database that
/// is there is left as it is; samples are only put into an empty one.
pub fn init(path: &Path, sample: bool, clock: Clock) -> Result<Initialised, AppError> {
    let created = !path.exists();
    let mut app = App::open_or_create(path, clock)?;
    let is_empty = app.store.organisations()?.is_empty();
    if sample && !is_empty {
        return Err(AppError::refused(format!(
            "«{}» đã có dữ liệu nên không thêm dữ liệu mẫu; hãy chọn tệp khác",
            path.display()
        ))
        .helped_by(Remedy::NameDatabase));
    }
    if sample && let Err(error) = app.add_samples() {
        drop(app);
        if created {
            // Half of what was asked for is nothing.
            remove_database(path);
        }
        return Err(error);
    }
    let organisations = app.store.organisations()?;
    let organisations = organisations.into_iter().map(|o| o.slug.to_string()).collect();
    Ok(Initialised { created, organisations })
}
