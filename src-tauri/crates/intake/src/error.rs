//! Why a foreign file was refused: one Vietnamese line that names the file, the true cause and
//! what to do. No text of the file itself appears in it.

use serde::{Deserialize, Serialize};

use crate::kind::FileKind;
use crate::limits;

/// A refused file. Displays as one line: "bieu-01.xlsx: tệp có mật khẩu: …".
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[error("{file}: {}", refusal.told(*opened_with))]
pub struct IntakeError {
    /// The name without its folder, made safe to print.
    pub file: String,
    pub refusal: Refusal,
    pub(crate) opened_with: OpenedWith,
}

/// The program in which a person can mend the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum OpenedWith {
    Excel,
    Word,
    /// Nobody got so far as to see what the file is.
    #[default]
    Either,
}

impl OpenedWith {
    /// What opens a file of this kind.
    pub(crate) fn for_kind(kind: FileKind) -> OpenedWith {
        match kind {
            FileKind::WordDocument | FileKind::OldDocument | FileKind::Rtf => OpenedWith::Word,
            FileKind::Workbook
            | FileKind::BinaryWorkbook
            | FileKind::OldWorkbook
            | FileKind::OpenWorkbook
            | FileKind::OpenDocument
            | FileKind::Text => OpenedWith::Excel,
            _ => OpenedWith::Either,
        }
    }

    fn name(self) -> &'static str {
        match self {
            OpenedWith::Excel => "Excel",
            OpenedWith::Word => "Word",
            OpenedWith::Either => "Excel hoặc Word",
        }
    }
}

/// Displays as the cause, with what to do where that is the same for every program.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Refusal {
    #[error("không tìm thấy tệp: hãy kiểm tra lại đường dẫn")]
    NotFound,
    #[error("không mở được tệp: hãy đóng tệp ở chương trình khác hoặc kiểm tra quyền đọc")]
    Unreadable,
    #[error("đây là thư mục: hãy chọn tệp ở trong thư mục này")]
    Folder,
    #[error("đây không phải là tệp lưu trên đĩa: hãy lưu nội dung thành tệp rồi chọn tệp đó")]
    NoFile,
    #[error("tệp rỗng (0 byte): hãy chép lại từ bản gốc")]
    Empty,
    #[error("tệp lớn hơn {} MiB: hãy tách thành các tệp nhỏ hơn", limits::FILE_BYTES >> 20)]
    FileTooLarge,
    #[error("đây là {}, chưa nhập được: {}", kind.vietnamese(), kind.advice())]
    WrongKind { kind: FileKind },
    #[error(
        "đầu văn bản có dấu mật nên không đọc: không dùng chương trình này cho văn bản mật; nếu chắc chắn văn bản không mật, hãy chọn vẫn đọc"
    )]
    SecretStamp,
    #[error("tệp có mật khẩu")]
    PasswordProtected,
    #[error("tệp chưa chép xong hoặc hỏng: hãy chép lại từ bản gốc")]
    Damaged,
    #[error("tệp hỏng, thiếu {0}")]
    MissingPart(MissingPart),
    #[error("tệp nén theo kiểu chưa đọc được")]
    UnknownCompression,
    #[error("dữ liệu nén trong tệp bung ra quá lớn")]
    UnpacksTooLarge,
    #[error("tệp gồm quá {} phần", limits::PARTS)]
    TooManyParts,
    #[error("tệp có hai phần trùng tên nên đọc được hai cách")]
    DuplicateParts,
    #[error("tệp có khai báo DTD không an toàn")]
    Doctype,
    #[error("cấu trúc trong tệp lồng quá {} lớp", limits::XML_DEPTH)]
    TooDeep,
    #[error("một thẻ trong tệp có quá nhiều thuộc tính")]
    TooManyAttributes,
    #[error("bảng tính có quá nhiều ô ({limit}): hãy tách thành các tệp nhỏ hơn")]
    TooManyCells { limit: usize },
    #[error("ô {cell} dài hơn {} ký tự: hãy rút gọn ô này rồi nhập lại", limits::CELL_CHARS)]
    CellTooLong { cell: String },
    #[error("ô {cell} ghi hai giá trị khác nhau")]
    TwoValues { cell: String },
    #[error("dấu ngoặc kép ở dòng {line} mở mà không đóng: hãy đóng lại hoặc bỏ dấu này rồi nhập")]
    OpenQuote { line: usize },
    #[error("đọc quá {} giây: hãy tách thành các tệp nhỏ hơn", limits::READING_TIME.as_secs())]
    TimedOut,
    #[error(
        "chờ quá {} phút mà chưa đọc xong: hãy đóng bớt chương trình đang chạy, chép tệp về máy rồi nhập lại",
        limits::READING_CLOCK.as_secs() / 60
    )]
    KeptWaiting,
    #[error("tệp cần quá nhiều bộ nhớ hoặc bị lỗi khi đọc")]
    ReaderFailed,
    #[error("không chạy được bộ đọc tệp: hãy cài lại chương trình")]
    ReaderMissing,
}

impl Refusal {
    /// The cause and what to do, in a file that is opened with this program.
    fn told(&self, opened_with: OpenedWith) -> String {
        let program = opened_with.name();
        match self {
            Refusal::PasswordProtected => {
                format!("{self}: hãy mở bằng {program}, bỏ mật khẩu, lưu lại rồi nhập")
            }
            Refusal::MissingPart(_)
            | Refusal::UnknownCompression
            | Refusal::UnpacksTooLarge
            | Refusal::TooManyParts
            | Refusal::DuplicateParts
            | Refusal::TwoValues { .. }
            | Refusal::Doctype
            | Refusal::TooDeep
            | Refusal::TooManyAttributes
            | Refusal::ReaderFailed => {
                format!("{self}: hãy mở bằng {program}, lưu lại rồi nhập")
            }
            _ => self.to_string(),
        }
    }
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
