//! The folder into which drafts are exported when no place is named.

use std::path::{Path, PathBuf};

use crate::{App, AppError};

/// The setting that holds it.
const SETTING: &str = "export_folder";

/// Under the person's documents when none is set.
const FOLDER: &str = "Tổng Kết";

/// It need not be there yet: the first export makes it.
pub fn export_folder(app: &App) -> Result<PathBuf, AppError> {
    if let Some(folder) = app.store.setting(SETTING)? {
        return Ok(PathBuf::from(folder));
    }
    let user = directories::UserDirs::new().ok_or_else(|| {
        AppError::refused("Không tìm thấy thư mục tài liệu của người dùng; hãy chọn thư mục")
    })?;
    Ok(user.document_dir().unwrap_or(user.home_dir()).join(FOLDER))
}

/// Refused when it is no folder.
pub fn set_export_folder(app: &mut App, folder: &Path) -> Result<(), AppError> {
    let text = folder.to_str().filter(|_| folder.is_dir()).ok_or_else(|| {
        AppError::refused(format!(
            "«{}» không phải là thư mục dùng được; hãy chọn thư mục khác",
            folder.display()
        ))
    })?;
    let name = "Chọn thư mục xuất báo cáo";
    app.store.transact(name, |changes| changes.set_setting(SETTING, text))?;
    Ok(())
}
