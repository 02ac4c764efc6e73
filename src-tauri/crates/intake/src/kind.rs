//! What a file is, judged by its first bytes and, for a zip package, by its parts. The name of
//! the file is never asked.

use std::io::Cursor;

use serde::{Deserialize, Serialize};

use crate::encoding::is_text;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FileKind {
    /// .xlsx and .xlsm
    Workbook,
    BinaryWorkbook,
    WordDocument,
    Presentation,
    /// .ods
    OpenWorkbook,
    /// .odt and its like; and .ods as long as only the parts are known.
    OpenDocument,
    OtherPackage,
    /// .xls
    OldWorkbook,
    /// .doc
    OldDocument,
    /// Another compound file of the old Office kind.
    OldOffice,
    /// An Office file behind a password: a compound file around the encrypted package.
    Encrypted,
    Pdf,
    Picture,
    Rtf,
    /// .epub
    Book,
    Web,
    Xml,
    Text,
    Unknown,
}

/// How a compound file begins.
const COMPOUND_FILE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

impl FileKind {
    /// Noun phrase, for a refusal or beside the name of a file.
    pub fn vietnamese(self) -> &'static str {
        match self {
            FileKind::Workbook => "bảng tính Excel",
            FileKind::BinaryWorkbook => "bảng tính Excel nhị phân (.xlsb)",
            FileKind::WordDocument => "văn bản Word (.docx)",
            FileKind::Presentation => "bài trình chiếu PowerPoint",
            FileKind::OpenWorkbook => "bảng tính OpenDocument (.ods)",
            FileKind::OpenDocument => "văn bản OpenDocument (.odt) hoặc tệp cùng họ",
            FileKind::OtherPackage => "tệp nén .zip",
            FileKind::OldWorkbook => "bảng tính Excel đời cũ (.xls)",
            FileKind::OldDocument => "văn bản Word đời cũ (.doc)",
            FileKind::OldOffice => "tệp Office đời cũ",
            FileKind::Encrypted => "tệp Office có mật khẩu",
            FileKind::Pdf => "tệp PDF",
            FileKind::Picture => "tệp ảnh",
            FileKind::Rtf => "văn bản RTF",
            FileKind::Book => "sách điện tử (.epub)",
            FileKind::Web => "trang web (HTML)",
            FileKind::Xml => "tệp XML",
            FileKind::Text => "tệp văn bản thuần",
            FileKind::Unknown => "dữ liệu không rõ loại",
        }
    }

    /// What the person can do with a file of a kind that is not read.
    pub fn advice(self) -> &'static str {
        match self {
            FileKind::Pdf | FileKind::Picture | FileKind::Book => {
                "hãy lấy tệp Excel hoặc Word gốc, hoặc gõ lại số liệu"
            }
            FileKind::OpenDocument | FileKind::OldDocument | FileKind::Rtf => {
                "hãy mở bằng Word, lưu dạng .docx rồi nhập"
            }
            FileKind::OtherPackage => "hãy giải nén rồi nhập từng tệp bên trong",
            FileKind::Presentation => "hãy chép bảng số liệu sang Excel, lưu dạng .xlsx rồi nhập",
            FileKind::OldOffice | FileKind::Web | FileKind::Xml => {
                "hãy mở bằng Excel, lưu dạng .xlsx rồi nhập"
            }
            // Kinds that are read are refused for other causes, which say what to do.
            _ => "hãy lưu thành tệp .xlsx, .docx hoặc .txt rồi nhập",
        }
    }

    /// By the first bytes; `None` for a zip package, whose parts decide.
    pub fn of_bytes(bytes: &[u8]) -> Option<FileKind> {
        const MAGIC: [(&[u8], FileKind); 11] = [
            (b"%PDF", FileKind::Pdf),
            (b"\x89PNG", FileKind::Picture),
            (b"\xFF\xD8\xFF", FileKind::Picture),
            (b"GIF8", FileKind::Picture),
            (b"{\\rtf", FileKind::Rtf),
            (b"<?xml", FileKind::Xml),
            (b"<!DOCTYPE html", FileKind::Web),
            (b"<html", FileKind::Web),
            // Excel 2, 3 and 4, from before compound files.
            (b"\x09\0\x04\0", FileKind::OldOffice),
            (b"\x09\x02\x06\0", FileKind::OldOffice),
            (b"\x09\x04\x06\0", FileKind::OldOffice),
        ];
        if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
            return None;
        }
        if bytes.starts_with(COMPOUND_FILE) {
            return Some(FileKind::of_compound_file(bytes));
        }
        let body = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        let found = MAGIC.iter().find(|(magic, _)| {
            body.get(..magic.len()).is_some_and(|head| head.eq_ignore_ascii_case(magic))
        });
        Some(match found {
            Some((_, kind)) => *kind,
            None if is_text(bytes) => FileKind::Text,
            // Two letters with which a text may begin as well.
            None if body.starts_with(b"BM") => FileKind::Picture,
            None => FileKind::Unknown,
        })
    }

    /// By the streams at the root of a compound file: a workbook may hold a document and the other
    /// way round. Where its directory is damaged, by the names anywhere in it, in UTF-16.
    fn of_compound_file(bytes: &[u8]) -> FileKind {
        const STREAMS: [(&str, FileKind); 4] = [
            ("EncryptedPackage", FileKind::Encrypted),
            ("WordDocument", FileKind::OldDocument),
            ("Workbook", FileKind::OldWorkbook),
            ("Book", FileKind::OldWorkbook),
        ];
        let names: Option<Vec<String>> = cfb::CompoundFile::open(Cursor::new(bytes))
            .map(|file| file.read_root_storage().map(|entry| entry.name().to_owned()).collect())
            .ok();
        let found = STREAMS.iter().find(|(name, _)| match &names {
            Some(names) => names.iter().any(|other| other.eq_ignore_ascii_case(name)),
            None => {
                let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
                bytes.windows(wide.len()).any(|window| window == wide)
            }
        });
        found.map_or(FileKind::OldOffice, |(_, kind)| *kind)
    }

    /// A compound file whose directory cannot be read.
    pub(crate) fn is_broken_compound_file(bytes: &[u8]) -> bool {
        bytes.starts_with(COMPOUND_FILE) && cfb::CompoundFile::open(Cursor::new(bytes)).is_err()
    }

    /// By what a package says of itself in its part `mimetype`; `None` for a spreadsheet, whatever
    /// program wrote it.
    pub(crate) fn of_mime(mime: &str) -> Option<FileKind> {
        match mime.trim() {
            "" => None,
            mime if mime.starts_with("application/vnd.oasis.opendocument.spreadsheet") => None,
            mime if mime.starts_with("application/vnd.oasis.opendocument") => {
                Some(FileKind::OpenDocument)
            }
            "application/epub+zip" => Some(FileKind::Book),
            _ => Some(FileKind::OtherPackage),
        }
    }

    /// By the part names of a zip package, in lower case.
    pub fn of_parts<'n>(names: impl Iterator<Item = &'n str>) -> FileKind {
        let mut kind = FileKind::OtherPackage;
        for name in names {
            match name {
                "xl/workbook.bin" => return FileKind::BinaryWorkbook,
                "word/document.xml" => return FileKind::WordDocument,
                "ppt/presentation.xml" => return FileKind::Presentation,
                "mimetype" | "meta-inf/manifest.xml" => kind = FileKind::OpenDocument,
                _ if name.starts_with("xl/workbook") && name.ends_with(".xml") => {
                    return FileKind::Workbook;
                }
                // The main part may have any name.
                _ if name.starts_with("word/")
                    && name.ends_with(".xml")
                    && kind == FileKind::OtherPackage =>
                {
                    kind = FileKind::WordDocument;
                }
                _ => {}
            }
        }
        kind
    }
}
