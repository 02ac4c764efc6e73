//! A foreign file as it stands, nothing interpreted: values and text with their places. Every
//! format is read into this one form, and it is what the reading child hands over.

use serde::{Deserialize, Serialize};

use crate::encoding::Recognised;
use crate::kind::FileKind;

/// A file that was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RawFile {
    /// Without its folder.
    pub name: String,
    /// SHA-256 of the bytes that were read, in hex.
    pub sha256: String,
    pub kind: FileKind,
    /// How the text was written, where the format leaves that open: a text file, or fonts of an
    /// old code in a document. `None` for Unicode that needed no reading.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub encoding: Option<Recognised>,
    /// The sheets of a workbook, the one table of a delimited text, the tables of a document.
    pub sheets: Vec<RawSheet>,
    /// Number format codes that cells refer to.
    pub formats: Vec<String>,
    /// The text of a document outside of its tables, in reading order; empty for workbooks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub paragraphs: Vec<RawParagraph>,
    /// What the person should know of the file besides.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notices: Vec<Notice>,
}

/// Something that was left out or left alone. Displays as a Vietnamese sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Notice {
    #[error("Tệp có {n} liên kết ra ngoài (mẫu, ảnh hoặc tệp khác): không mở")]
    ExternalLinks { n: usize },
    #[error("Tệp có {n} đoạn chữ ẩn: không đọc")]
    HiddenText { n: usize },
    #[error("Tệp còn {n} chỗ xóa theo dõi thay đổi: coi như đã xóa")]
    TrackedDeletions { n: usize },
    #[error("Tệp nhúng {n} tệp khác vào nội dung: không đọc các tệp đó")]
    EmbeddedDocuments { n: usize },
    #[error("Có {n} ký tự không đọc được, thay bằng dấu �")]
    UnreadableCharacters { n: usize },
}

impl Notice {
    /// How often.
    pub fn n(self) -> usize {
        match self {
            Notice::ExternalLinks { n }
            | Notice::HiddenText { n }
            | Notice::TrackedDeletions { n }
            | Notice::EmbeddedDocuments { n }
            | Notice::UnreadableCharacters { n } => n,
        }
    }
}

impl RawFile {
    /// What is known of the file as a whole.
    pub(crate) fn without_content(&self) -> RawFile {
        RawFile {
            name: self.name.clone(),
            sha256: self.sha256.clone(),
            encoding: self.encoding.clone(),
            notices: self.notices.clone(),
            ..RawFile::of_kind(self.kind)
        }
    }

    /// A file of this kind with nothing in it.
    pub(crate) fn of_kind(kind: FileKind) -> RawFile {
        RawFile {
            name: String::new(),
            sha256: String::new(),
            kind,
            encoding: None,
            sheets: Vec::new(),
            formats: Vec::new(),
            paragraphs: Vec::new(),
            notices: Vec::new(),
        }
    }
}

/// One paragraph of a document, as a reader sees it: deleted text is gone, fields show their
/// result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RawParagraph {
    /// `p5`: the fifth of the body, `fn2`: of footnote 2, `txbx1`: of the first text box; all
    /// count from 1.
    pub place: Box<str>,
    /// In NFC, whatever the file's encoding.
    pub text: Box<str>,
}

/// How the places of a sheet's cells are named to a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CellNaming {
    /// `F12` on the sheet.
    #[default]
    Workbook,
    /// `t2r3c4`: the sheet is called `t2`, rows and columns count from 1; a table in a cell is
    /// `t2r3c4/t1`.
    WordTable,
    /// Line and column of a delimited text, both from 1.
    Lines,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct RawSheet {
    pub name: String,
    #[serde(default)]
    pub naming: CellNaming,
    pub hidden: bool,
    /// The lines of text that stand above a table of a document, nearest last: they may name its
    /// year and its unit, as the title rows of a sheet do.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub above: Vec<Box<str>>,
    /// Cells with a value, by row, then column.
    pub cells: Vec<RawCell>,
    /// Merged areas; only the first cell of one has a value.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub merges: Vec<Area>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hidden_rows: Vec<Span>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hidden_cols: Vec<Span>,
}

/// Rows and columns count from 0.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RawCell {
    #[serde(rename = "r")]
    pub row: u32,
    #[serde(rename = "c")]
    pub col: u32,
    #[serde(rename = "v")]
    pub value: RawValue,
    /// Place of the number format in [`RawFile::formats`].
    #[serde(rename = "f")]
    pub format: u32,
    /// The font is struck out: somebody deleted the value without deleting it.
    #[serde(rename = "s", default, skip_serializing_if = "std::ops::Not::not")]
    pub struck: bool,
    /// The value is the result of a formula.
    #[serde(rename = "k", default, skip_serializing_if = "std::ops::Not::not")]
    pub computed: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum RawValue {
    /// The digits as they stand in the file: `104.18`, `1E-3`.
    #[serde(rename = "n")]
    Number(Box<str>),
    #[serde(rename = "t")]
    Text(Box<str>),
    #[serde(rename = "b")]
    Bool(bool),
    /// `#REF!`, `#DIV/0!`
    #[serde(rename = "e")]
    Error(Box<str>),
    /// A number in a date format: `2023-09-17`, `2023-09-17T08:30:00`, `08:30:00`.
    #[serde(rename = "d")]
    Date(Box<str>),
    /// A formula whose result was never computed.
    #[serde(rename = "x")]
    NoResult,
}

/// A block of cells, both corners included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Area {
    pub first_row: u32,
    pub first_col: u32,
    pub last_row: u32,
    pub last_col: u32,
}

impl Area {
    pub fn contains(&self, row: u32, col: u32) -> bool {
        (self.first_row..=self.last_row).contains(&row)
            && (self.first_col..=self.last_col).contains(&col)
    }
}

/// Rows or columns from first to last, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    pub first: u32,
    pub last: u32,
}

impl Span {
    pub fn contains(&self, at: u32) -> bool {
        (self.first..=self.last).contains(&at)
    }
}
