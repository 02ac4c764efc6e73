//! Where a value came from.

use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "from")]
pub enum Origin {
    /// A cell of a workbook. `hash` is the SHA-256 of the file in hex.
    Cell { file: String, hash: String, sheet: String, cell: String },
    /// A place in a text: paragraph, footnote or table cell as the import names it.
    Paragraph { file: String, hash: String, location: String },
    /// Typed by a person.
    Hand,
    /// Part of the sample data; `source` says which fact it restates, empty when assumed.
    Sample { source: String },
    /// Carried over when a year was opened: from the target or plan of `year`.
    Carried { year: i32 },
}

impl Origin {
    /// One line for people: "bieu-01.xlsx, trang «Biểu 01», ô F12".
    pub fn describe(&self) -> String {
        match self {
            Origin::Cell { file, sheet, cell, .. } => format!("{file}, trang «{sheet}», ô {cell}"),
            Origin::Paragraph { file, location, .. } => format!("{file}, vị trí {location}"),
            Origin::Hand => "nhập tay".to_owned(),
            Origin::Sample { source } if source.is_empty() => "dữ liệu mẫu".to_owned(),
            Origin::Sample { source } => format!("dữ liệu mẫu ({source})"),
            Origin::Carried { year } => format!("chuyển từ năm {year}"),
        }
    }
}
