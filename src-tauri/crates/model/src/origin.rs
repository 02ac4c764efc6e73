//! Where a value came from.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "from", try_from = "Written")]
pub enum Origin {
    Cell(Arc<CellPlace>),
    Paragraph(Arc<ParagraphPlace>),
    /// Typed by a person.
    Hand,
    /// Part of the sample data; `source` says which fact it restates, empty when assumed.
    Sample {
        source: String,
    },
    /// Carried over when a year was opened: from the target or plan of `year`.
    Carried {
        year: i32,
    },
}

/// A cell of a workbook. Shared, because everything printed from the value names it again; file and
/// sheet are those of thousands of cells.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CellPlace {
    pub file: Arc<str>,
    /// The SHA-256 of the file in hex.
    pub hash: Arc<str>,
    pub sheet: Arc<str>,
    pub cell: String,
}

impl CellPlace {
    /// Another cell of the same sheet.
    pub fn beside(&self, cell: &str) -> CellPlace {
        CellPlace {
            file: Arc::clone(&self.file),
            hash: Arc::clone(&self.hash),
            sheet: Arc::clone(&self.sheet),
            cell: cell.to_owned(),
        }
    }
}

/// A place in a text: paragraph, footnote or table cell as the import names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ParagraphPlace {
    pub file: String,
    /// The SHA-256 of the file in hex.
    pub hash: String,
    pub location: String,
}

impl Origin {
    /// One line for people: "bieu-01.xlsx, trang «Biểu 01», ô F12".
    pub fn describe(&self) -> String {
        match self {
            Origin::Cell(place) => {
                let CellPlace { file, sheet, cell, .. } = &**place;
                // Said of every figure of a report.
                [file, ", trang «", sheet, "», ô ", cell].concat()
            }
            Origin::Paragraph(place) => format!("{}, {}", place.file, place_name(&place.location)),
            Origin::Hand => "nhập tay".to_owned(),
            Origin::Sample { source } if source.is_empty() => "dữ liệu mẫu".to_owned(),
            Origin::Sample { source } => format!("dữ liệu mẫu ({source})"),
            Origin::Carried { year } => format!("chuyển từ năm {year}"),
        }
    }
}

/// "đoạn 5" of the place `p5`, "bảng 2, dòng 3, cột 4" of `t2r3c4`; a place that has words stays.
pub fn place_name(location: &str) -> String {
    const KINDS: [(&str, &str); 7] = [
        ("txbx", "khung chữ"),
        ("fn", "chú thích"),
        ("en", "chú thích cuối"),
        ("p", "đoạn"),
        ("t", "bảng"),
        ("r", "dòng"),
        ("c", "cột"),
    ];
    let mut rest = location;
    let mut names = Vec::new();
    while !rest.is_empty() {
        let of_kind = |(code, name): &(&str, &'static str)| Some((*name, rest.strip_prefix(code)?));
        let Some((name, after)) = KINDS.iter().find_map(of_kind) else {
            return location.to_owned();
        };
        let n_digits = after.bytes().take_while(u8::is_ascii_digit).count();
        if n_digits == 0 {
            return location.to_owned();
        }
        names.push(format!("{name} {}", &after[..n_digits]));
        rest = &after[n_digits..];
    }
    names.join(", ")
}

/// An origin as it is written, read in one go: every value of a database has one, and serde reads
/// a tagged enum twice.
#[derive(Deserialize)]
struct Written {
    from: From,
    file: Option<String>,
    hash: Option<String>,
    sheet: Option<String>,
    cell: Option<String>,
    location: Option<String>,
    source: Option<String>,
    year: Option<i32>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
enum From {
    Cell,
    Paragraph,
    Hand,
    Sample,
    Carried,
}

impl TryFrom<Written> for Origin {
    type Error = &'static str;

    fn try_from(written: Written) -> Result<Origin, &'static str> {
        let Written { from, file, hash, sheet, cell, location, source, year } = written;
        let origin = match from {
            From::Cell => {
                file.zip(hash).zip(sheet.zip(cell)).map(|((file, hash), (sheet, cell))| {
                    let (file, hash, sheet) = (file.into(), hash.into(), sheet.into());
                    Origin::Cell(CellPlace { file, hash, sheet, cell }.into())
                })
            }
            From::Paragraph => file.zip(hash).zip(location).map(|((file, hash), location)| {
                Origin::Paragraph(ParagraphPlace { file, hash, location }.into())
            }),
            From::Hand => Some(Origin::Hand),
            From::Sample => source.map(|source| Origin::Sample { source }),
            From::Carried => year.map(|year| Origin::Carried { year }),
        };
        origin.ok_or("nguồn gốc của số liệu thiếu thông tin")
    }
}
