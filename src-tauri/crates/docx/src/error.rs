//! Why a document could not be written, in the words of the person who asked for it.

/// A document was not written. The text is shown to people as it stands.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("Không ghi được tệp Word: {0}. Hãy kiểm tra chỗ trống trên ổ đĩa và quyền ghi.")]
    Io(#[from] std::io::Error),
    #[error("Không đóng gói được tệp Word: {0}. Hãy kiểm tra chỗ trống trên ổ đĩa và quyền ghi.")]
    Zip(#[from] zip::result::ZipError),
    #[error("Phần «{part}» của tệp Word không đọc được: {reason}. Hãy báo cho người phát triển.")]
    Part { part: &'static str, reason: String },
    #[error("Thể thức không có kiểu đoạn «{0}». Hãy thêm kiểu này vào thể thức.")]
    UnknownStyle(String),
    #[error("Thể thức khai kiểu đoạn «{0}» hai lần. Hãy bỏ một lần khai.")]
    DuplicateStyle(String),
    #[error("Thể thức không có kiểu danh sách «{0}». Hãy thêm kiểu này vào thể thức.")]
    UnknownList(String),
    #[error("Danh sách không có cấp {0}. Hãy giảm số cấp hoặc khai thêm cấp trong thể thức.")]
    UnknownListLevel(u8),
    #[error("Hai ô nội dung cùng mang mã số {0}. Hãy cấp mã số khác nhau cho từng ô.")]
    DuplicateControl(i32),
    #[error("Nhãn ô nội dung «{0}» dài quá 64 ký tự. Hãy dùng nhãn ngắn hơn.")]
    TagTooLong(String),
    #[error("Thời điểm tạo «{0}» sai dạng. Hãy ghi như 2026-12-15T08:30:00Z.")]
    CreatedTime(String),
    #[error("Hàng bảng rộng {found} cột nhưng bảng có {expected} cột. Hãy sửa số ô của hàng.")]
    RowWidth { expected: usize, found: usize },
    #[error("Bảng phải có ít nhất một cột và một hàng. Hãy bỏ bảng trống.")]
    EmptyTable,
    #[error("Thao tác bảng sai thứ tự: {0}. Hãy báo cho người phát triển.")]
    TableOrder(&'static str),
    #[error("Ô nội dung «{0}» gắn với dữ liệu, nhưng tài liệu không có phần dữ liệu.")]
    NoDataPart(String),
    #[error("Dữ liệu kèm tài liệu không khớp với khai báo: {0}. Hãy báo cho người phát triển.")]
    DataPart(&'static str),
}
