//! What a file is, judged by its first bytes and, for a zip package, by its parts. The name of
//! the file is never asked.

use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FileKind {
    /// .xlsx and .xlsm
    Workbook,
    BinaryWorkbook,
    WordDocument,
    Presentation,
    OpenDocument,
    OtherPackage,
    /// An old Office file: .xls, .doc, .ppt
    OldOffice,
    Pdf,
    Picture,
    Rtf,
    Web,
    Xml,
    Text,
    Unknown,
}

impl FileKind {
    /// Noun phrase for a refusal.
    pub fn vietnamese(self) -> &'static str {
        match self {
            FileKind::Workbook => "bảng tính Excel",
            FileKind::BinaryWorkbook => "bảng tính Excel nhị phân (.xlsb)",
            FileKind::WordDocument => "văn bản Word (.docx)",
            FileKind::Presentation => "bài trình chiếu PowerPoint",
            FileKind::OpenDocument => "tệp OpenDocument (.ods, .odt)",
            FileKind::OtherPackage => "tệp nén .zip",
            FileKind::OldOffice => "tệp Office đời cũ (.xls, .doc)",
            FileKind::Pdf => "tệp PDF",
            FileKind::Picture => "tệp ảnh",
            FileKind::Rtf => "văn bản RTF",
            FileKind::Web => "trang web (HTML)",
            FileKind::Xml => "tệp XML",
            FileKind::Text => "tệp văn bản thuần",
            FileKind::Unknown => "tệp không rõ loại",
        }
    }

    /// What the person can do with it.
    pub fn advice(self) -> &'static str {
        match self {
            FileKind::Pdf | FileKind::Picture => "hãy lấy tệp Excel gốc hoặc gõ lại số liệu",
            FileKind::OtherPackage => "hãy giải nén rồi nhập từng tệp bên trong",
            FileKind::WordDocument | FileKind::Rtf | FileKind::Presentation => {
                "hãy chép bảng số liệu sang Excel, lưu dạng .xlsx rồi nhập"
            }
            _ => "hãy mở bằng Excel, lưu dạng .xlsx rồi nhập",
        }
    }

    /// By the first bytes; `None` for a zip package, whose parts decide.
    pub fn of_bytes(bytes: &[u8]) -> Option<FileKind> {
        const MAGIC: [(&[u8], FileKind); 10] = [
            (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", FileKind::OldOffice),
            (b"%PDF", FileKind::Pdf),
            (b"\x89PNG", FileKind::Picture),
            (b"\xFF\xD8\xFF", FileKind::Picture),
            (b"GIF8", FileKind::Picture),
            (b"BM", FileKind::Picture),
            (b"{\\rtf", FileKind::Rtf),
            (b"<?xml", FileKind::Xml),
            (b"<!DOCTYPE html", FileKind::Web),
            (b"<html", FileKind::Web),
        ];
        if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
            return None;
        }
        let body = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        let found = MAGIC.iter().find(|(magic, _)| {
            body.get(..magic.len()).is_some_and(|head| head.eq_ignore_ascii_case(magic))
        });
        Some(match found {
            Some((_, kind)) => *kind,
            None if std::str::from_utf8(body).is_ok_and(|text| !text.contains('\0')) => {
                FileKind::Text
            }
            None => FileKind::Unknown,
        })
    }

    /// By the parts of a zip package.
    pub fn of_parts<'n>(names: impl Iterator<Item = &'n str>) -> FileKind {
        let mut kind = FileKind::OtherPackage;
        for name in names {
            match name {
                "xl/workbook.xml" => return FileKind::Workbook,
                "xl/workbook.bin" => return FileKind::BinaryWorkbook,
                "word/document.xml" => return FileKind::WordDocument,
                "ppt/presentation.xml" => return FileKind::Presentation,
                "mimetype" | "META-INF/manifest.xml" => kind = FileKind::OpenDocument,
                _ => {}
            }
        }
        kind
    }
}
