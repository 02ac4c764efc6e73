//! The open database.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use tongket_store::{Clock, FactsVersion, Store};

use crate::known_drafts::KnownDrafts;
use crate::place_file::cannot_write;
use crate::snapshot::KnownFacts;
use crate::{AppError, Remedy};

pub struct App {
    pub(crate) store: Store,
    pub(crate) path: PathBuf,
    pub(crate) clock: Clock,
    /// Read once for all that a window asks while nobody changes them, whichever connection asks.
    pub(crate) known: Arc<KnownFacts>,
    pub(crate) known_drafts: Arc<KnownDrafts>,
    /// That of the facts when this was made to read them; `None` when it is the one that writes.
    pub(crate) version_of_facts: Option<FactsVersion>,
}

impl App {
    /// Opens a database that is there.
    pub fn open(path: &Path, clock: Clock) -> Result<App, AppError> {
        let store = Store::open_existing(path, clock).map_err(|error| match error {
            tongket_store::StoreError::Missing(path) => AppError::refused(format!(
                "Chưa có tệp dữ liệu «{}»; hãy chỉ đúng tệp hoặc tạo tệp dữ liệu mới",
                path.display()
            ))
            .helped_by(Remedy::MakeDatabase),
            other => other.into(),
        })?;
        Ok(App::on(store, path, clock))
    }

    /// Opens a database, making it when there is none.
    pub fn open_or_create(path: &Path, clock: Clock) -> Result<App, AppError> {
        if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            std::fs::create_dir_all(folder).map_err(|error| cannot_write(path, &error))?;
        }
        Ok(App::on(Store::open(path, clock)?, path, clock))
    }

    pub(crate) fn on(store: Store, path: &Path, clock: Clock) -> App {
        let (path, known, known_drafts) = (path.to_owned(), Arc::default(), Arc::default());
        App { store, path, clock, known, known_drafts, version_of_facts: None }
    }

    /// The same database over a connection that can only read.
    pub(crate) fn reader(&self) -> Result<App, AppError> {
        Ok(App {
            store: self.store.reader()?,
            path: self.path.clone(),
            clock: self.clock,
            known: Arc::clone(&self.known),
            known_drafts: Arc::clone(&self.known_drafts),
            version_of_facts: None,
        })
    }

    /// The same for as long as the facts stay as they are.
    pub(crate) fn version_of_facts(&self) -> Result<FactsVersion, AppError> {
        Ok(self.version_of_facts.map_or_else(|| self.store.version_of_facts(), Ok)?)
    }

    pub fn path(&self) -> &Path {
        &self.path
    }
}

/// The database in the per-user data folder of this machine, which is not a synced one.
pub fn default_database() -> Result<PathBuf, AppError> {
    let folders = directories::ProjectDirs::from("vn", "", "TongKet").ok_or_else(|| {
        AppError::refused("Không tìm thấy thư mục dữ liệu của người dùng; hãy chỉ rõ tệp dữ liệu")
            .helped_by(Remedy::NameDatabase)
    })?;
    Ok(folders.data_local_dir().join("tong-ket.db"))
}
