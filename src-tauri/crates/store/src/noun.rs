//! The kinds of thing that are kept, and the journaled tables each is kept in.

use std::fmt;

use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Noun {
    Organisation,
    Office,
    Indicator,
    Figure,
    Plan,
    Target,
    Scorecard,
    Theme,
    List,
    Document,
    Setting,
}

/// Every table whose changes are journaled, a table before those that refer to it.
pub(crate) const TABLES: [(&str, Noun); 13] = [
    ("organisation", Noun::Organisation),
    ("office", Noun::Office),
    ("indicator", Noun::Indicator),
    ("document", Noun::Document),
    ("figure", Noun::Figure),
    ("plan", Noun::Plan),
    ("target", Noun::Target),
    ("scorecard", Noun::Scorecard),
    ("scorecard_indicator", Noun::Scorecard),
    ("theme", Noun::Theme),
    ("list", Noun::List),
    ("list_item", Noun::List),
    ("setting", Noun::Setting),
];

impl Noun {
    pub(crate) fn of_table(table: &str) -> Option<Noun> {
        TABLES.iter().find(|(name, _)| *name == table).map(|(_, noun)| *noun)
    }

    /// What people call it: "số liệu".
    pub fn vietnamese(self) -> &'static str {
        match self {
            Noun::Organisation => "đơn vị",
            Noun::Office => "thể thức của đơn vị",
            Noun::Indicator => "chỉ tiêu",
            Noun::Figure => "số liệu",
            Noun::Plan => "kế hoạch",
            Noun::Target => "chỉ tiêu phấn đấu",
            Noun::Scorecard => "bảng điểm chỉ tiêu",
            Noun::Theme => "chủ đề năm",
            Noun::List => "danh sách",
            Noun::Document => "văn bản",
            Noun::Setting => "thiết lập",
        }
    }
}

impl fmt::Display for Noun {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.vietnamese())
    }
}
