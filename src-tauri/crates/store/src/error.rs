//! What can go wrong with the file, each as one sentence for the person at the screen.

use std::path::PathBuf;

use rusqlite::ErrorCode;
use tongket_figures::{QuantityError, first_upper};

use crate::Noun;

#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error("Không có tệp «{}»; hãy chỉ đúng tệp hoặc tạo tệp dữ liệu mới", .0.display())]
    Missing(PathBuf),
    #[error("«{}» là tệp trống; hãy chỉ đúng tệp hoặc tạo tệp dữ liệu mới", .0.display())]
    Empty(PathBuf),
    #[error("«{}» không phải là tệp dữ liệu của Tổng Kết; hãy chọn tệp khác (tệp này giữ nguyên)", .0.display())]
    NotOurs(PathBuf),
    #[error(
        "«{}» thuộc phiên bản {found} nhưng chương trình này chỉ đọc được đến phiên bản {known}; hãy cập nhật chương trình (tệp giữ nguyên)",
        .path.display()
    )]
    Newer { path: PathBuf, found: i64, known: i64 },
    #[error("«{}» có thành phần lạ («{part}»); hãy khôi phục từ bản sao lưu gần nhất", .path.display())]
    Intruder { path: PathBuf, part: String },
    #[error(
        "Không nâng cấp được tệp dữ liệu, dữ liệu cũ giữ nguyên{}; hãy gửi thông báo này cho người hỗ trợ: {reason}",
        .backup.as_ref().map(|path| format!(" và có bản sao tại «{}»", path.display())).unwrap_or_default()
    )]
    Upgrade { backup: Option<PathBuf>, reason: String },
    #[error("Tệp dữ liệu đang bận vì chương trình khác đang ghi; hãy đợi giây lát rồi làm lại")]
    Busy,
    #[error("Ổ đĩa đã đầy, chưa lưu gì; hãy giải phóng chỗ trống rồi làm lại")]
    DiskFull,
    #[error("Tệp dữ liệu chỉ cho đọc; hãy chép tệp vào thư mục được ghi hoặc xin quyền ghi")]
    ReadOnly,
    #[error("Không mở được «{}»; hãy kiểm tra thư mục có tồn tại và được phép ghi", .0.display())]
    NoAccess(PathBuf),
    #[error("Không mở được tệp dữ liệu; hãy kiểm tra thư mục có tồn tại và được phép ghi")]
    CannotOpen,
    #[error("Tệp dữ liệu bị hỏng ({0}); hãy khôi phục từ bản sao lưu gần nhất")]
    Damaged(String),
    #[error("Đọc hoặc ghi tệp dữ liệu bị lỗi ({0}); hãy kiểm tra ổ đĩa rồi làm lại")]
    Disk(String),
    #[error("Không mở hoặc ghi được «{}» vì {}; hãy chọn nơi khác", .path.display(), reason(source))]
    File { path: PathBuf, source: std::io::Error },
    #[error("Đã có {0} như vậy; hãy sửa mục đang có thay vì thêm mới")]
    AlreadyExists(Noun),
    #[error("Không tìm thấy {0} số {1}; có thể mục này vừa bị xóa, hãy tải lại")]
    NotFound(Noun, i64),
    #[error("Chưa xóa được {0} vì còn mục khác đang dùng; hãy xóa hoặc sửa các mục đó trước")]
    InUse(Noun),
    #[error(
        "Sau việc này đã có thay đổi khác nên chưa hoàn tác; hãy hoàn tác lần lượt từ thay đổi mới nhất"
    )]
    NotNewest,
    #[error("Mục này nhắc đến một mục không có trong dữ liệu; hãy tải lại rồi làm lại")]
    DanglingReference,
    #[error("{}; hãy sửa rồi lưu lại", first_upper(.0))]
    Refused(String),
    #[error(transparent)]
    Quantity(#[from] QuantityError),
    #[error("Tệp dữ liệu báo lỗi: {0}; hãy làm lại, nếu vẫn lỗi thì kiểm tra tệp")]
    Sqlite(#[source] rusqlite::Error),
}

/// What the disk said, in words of the person.
fn reason(source: &std::io::Error) -> &'static str {
    use std::io::ErrorKind;
    match source.kind() {
        ErrorKind::NotFound => "không có thư mục này",
        ErrorKind::NotADirectory => "đường dẫn đi qua một tệp, không phải thư mục",
        ErrorKind::PermissionDenied => "không có quyền",
        ErrorKind::ReadOnlyFilesystem => "ổ đĩa chỉ cho đọc",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "ổ đĩa đã đầy",
        _ => "ổ đĩa báo lỗi",
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> StoreError {
        match &error {
            rusqlite::Error::SqliteFailure(failure, message) => {
                let message = message.clone().unwrap_or_else(|| failure.to_string());
                from_code(*failure, message).unwrap_or(StoreError::Sqlite(error))
            }
            rusqlite::Error::FromSqlConversionFailure(_, _, reason) => {
                StoreError::Damaged(reason.to_string())
            }
            rusqlite::Error::InvalidColumnType(..)
            | rusqlite::Error::IntegralValueOutOfRange(..)
            | rusqlite::Error::Utf8Error(..) => StoreError::Damaged(error.to_string()),
            _ => StoreError::Sqlite(error),
        }
    }
}

fn from_code(failure: rusqlite::ffi::Error, message: String) -> Option<StoreError> {
    Some(match failure.code {
        ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => StoreError::Busy,
        ErrorCode::DiskFull => StoreError::DiskFull,
        ErrorCode::ReadOnly => StoreError::ReadOnly,
        ErrorCode::CannotOpen => StoreError::CannotOpen,
        ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => StoreError::Damaged(message),
        // The index of the log is a file too, and SQLite names no other reason when it cannot grow.
        ErrorCode::SystemIoFailure
            if failure.extended_code == rusqlite::ffi::SQLITE_IOERR_SHMSIZE =>
        {
            StoreError::DiskFull
        }
        ErrorCode::SystemIoFailure => StoreError::Disk(message),
        ErrorCode::ConstraintViolation => from_constraint(failure.extended_code, message),
        _ => return None,
    })
}

fn from_constraint(extended_code: i32, message: String) -> StoreError {
    match extended_code {
        rusqlite::ffi::SQLITE_CONSTRAINT_UNIQUE | rusqlite::ffi::SQLITE_CONSTRAINT_PRIMARYKEY => {
            // "UNIQUE constraint failed: figure.indicator, figure.organisation, …"
            let table = message.rsplit(": ").next().and_then(|columns| columns.split('.').next());
            match table.and_then(Noun::of_table) {
                Some(noun) => StoreError::AlreadyExists(noun),
                None => StoreError::Refused("đã có mục cùng số".to_owned()),
            }
        }
        rusqlite::ffi::SQLITE_CONSTRAINT_FOREIGNKEY => StoreError::DanglingReference,
        // "CHECK constraint failed: năm phải từ 1900 đến 2999": the schema names checks in words.
        _ => {
            // A check without words of its own is named by its SQL.
            let reason = message.split_once("constraint failed: ").map(|(_, reason)| reason);
            let reason = reason.filter(|reason| !reason.is_ascii());
            StoreError::Refused(reason.unwrap_or("giá trị không đúng dạng").to_owned())
        }
    }
}
