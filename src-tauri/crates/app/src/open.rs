//! The open database.

use std::path::{Path, PathBuf};

use tongket_store::{Clock, Store};

use crate::AppError;
use crate::place_file::cannot_write;
use crate::snapshot::KnownFacts;

pub struct App {
    pub(crate) store: Store,
    pub(crate) path: PathBuf,
    pub(crate) clock: Clock,
    /// Read once for all that a window asks while nobody changes them.
    pub(crate) known: KnownFacts,
}

impl App {
    /// Opens a database that is there.
    pub fn open(path: &Path, clock: Clock) -> Result<App, AppError> {
        let store = Store::open_existing(path, clock).map_err(|error| match error {
            tongket_store::StoreError::Missing(path) => AppError::refused(format!(
                "Chưa có cơ sở dữ liệu «{}»; tạo bằng lệnh tongket init (thêm --sample để có dữ liệu mẫu)",
                path.display()
            )),
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
        App { store, path: path.to_owned(), clock, known: KnownFacts::default() }
    }

    pub fn path(&self) -> &Path {
        &self.path
    }
}

/// The database in the per-user data folder of this machine, which is not a synced one.
pub fn default_database() -> Result<PathBuf, AppError> {
    let folders = directories::ProjectDirs::from("vn", "", "TongKet").ok_or_else(|| {
        AppError::refused("Không tìm thấy thư mục dữ liệu của người dùng; hãy dùng --db TỆP")
    })?;
    Ok(folders.data_local_dir().join("tong-ket.db"))
}
