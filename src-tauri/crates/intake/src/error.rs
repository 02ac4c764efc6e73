//! Why a foreign file was refused: one Vietnamese line that names the file, the true cause and
//! what to do. No text of the file itself appears in it.

use serde::{Deserialize, Serialize};

use crate::kind::FileKind;
use crate::limits;

/// A refused file. Displays as one line: "bieu-01.xlsx: tệp có mật khẩu: …".
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[error("{file}: {refusal}")]
pub struct IntakeError {
    /// The name without its folder, made safe to print.
    pub file: String,
    pub refusal: Refusal,
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Refusal {
    #[error("không tìm thấy tệp: hãy kiểm tra lại đường dẫn")]
    NotFound,
    #[error("không mở được tệp: hãy đóng tệp ở chương trình khác hoặc kiểm tra quyền đọc")]
    Unreadable,
    #[error("tệp rỗng (0 byte): hãy chép lại từ bản gốc")]
    Empty,
    #[error("tệp lớn hơn {} MiB: hãy tách thành các tệp nhỏ hơn", limits::FILE_BYTES >> 20)]
    FileTooLarge,
    #[error("đây là {}, chưa nhập được: {}", kind.vietnamese(), kind.advice())]
    WrongKind { kind: FileKind },
    #[error(
        "đầu văn bản có dấu mật nên không đọc: không dùng chương trình này cho văn bản mật; nếu chắc chắn văn bản không mật, hãy chọn vẫn đọc (--not-secret)"
    )]
    SecretStamp,
    #[error("tệp có mật khẩu: hãy mở bằng Excel, bỏ mật khẩu, lưu lại rồi nhập")]
    PasswordProtected,
    #[error("tệp chưa chép xong hoặc hỏng: hãy chép lại từ bản gốc")]
    Damaged,
    #[error("tệp hỏng, thiếu {0}: hãy mở bằng Excel, lưu lại rồi nhập")]
    MissingPart(MissingPart),
    #[error("tệp nén theo kiểu chưa đọc được: hãy mở bằng Excel, lưu lại rồi nhập")]
    UnknownCompression,
    #[error("dữ liệu nén trong tệp bung ra quá lớn: hãy mở bằng Excel, lưu lại rồi nhập")]
    UnpacksTooLarge,
    #[error("tệp gồm quá {} phần: hãy mở bằng Excel, lưu lại rồi nhập", limits::PARTS)]
    TooManyParts,
    #[error("tệp có hai phần trùng tên nên đọc được hai cách: hãy mở bằng Excel, lưu lại rồi nhập")]
    DuplicateParts,
    #[error("tệp có khai báo DTD không an toàn: hãy mở bằng Excel, lưu lại rồi nhập")]
    Doctype,
    #[error(
        "cấu trúc trong tệp lồng quá {} lớp: hãy mở bằng Excel, lưu lại rồi nhập",
        limits::XML_DEPTH
    )]
    TooDeep,
    #[error("một thẻ trong tệp có quá nhiều thuộc tính: hãy mở bằng Excel, lưu lại rồi nhập")]
    TooManyAttributes,
    #[error("bảng tính có quá nhiều ô ({limit}): hãy tách thành các tệp nhỏ hơn")]
    TooManyCells { limit: usize },
    #[error("ô {cell} dài hơn {} ký tự: hãy rút gọn ô này rồi nhập lại", limits::CELL_CHARS)]
    CellTooLong { cell: String },
    #[error("đọc quá {} giây: hãy tách thành các tệp nhỏ hơn", limits::READING_TIME.as_secs())]
    TimedOut,
    #[error("tệp cần quá nhiều bộ nhớ hoặc bị lỗi khi đọc: hãy mở bằng Excel, lưu lại rồi nhập")]
    ReaderFailed,
    #[error("không chạy được bộ đọc tệp: hãy cài lại chương trình")]
    ReaderMissing,
}

/// A part without which a file cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MissingPart {
    #[error("mục lục các trang tính")]
    Workbook,
    #[error("nội dung một trang tính")]
    Sheet,
    #[error("bảng chữ dùng chung")]
    SharedStrings,
    #[error("bảng định dạng")]
    Styles,
    #[error("nội dung văn bản")]
    Document,
}
