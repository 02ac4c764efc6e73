//! The kinds of thing that are kept, and the journaled tables each is kept in.

use std::collections::BTreeSet;
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
    Body,
    Conference,
    Document,
    Conclusion,
    Template,
    Draft,
    DraftVersion,
    Note,
    Reporter,
    Reported,
    Collection,
    LearnedForm,
    SavedImport,
    Setting,
}

/// Every table whose changes are journaled, a table before those that refer to it.
pub(crate) const TABLES: [(&str, Noun); 34] = [
    ("organisation", Noun::Organisation),
    ("office", Noun::Office),
    ("indicator", Noun::Indicator),
    ("body", Noun::Body),
    ("conference", Noun::Conference),
    ("document", Noun::Document),
    ("document_text", Noun::Document),
    ("document_relation", Noun::Document),
    ("document_event", Noun::Document),
    ("opinion", Noun::Document),
    ("conclusion", Noun::Conclusion),
    ("assignment", Noun::Conclusion),
    ("conclusion_basis", Noun::Conclusion),
    ("task_result", Noun::Conclusion),
    ("figure", Noun::Figure),
    ("plan", Noun::Plan),
    ("target", Noun::Target),
    ("scorecard", Noun::Scorecard),
    ("scorecard_indicator", Noun::Scorecard),
    ("theme", Noun::Theme),
    ("list", Noun::List),
    ("list_item", Noun::List),
    ("template", Noun::Template),
    ("draft", Noun::Draft),
    ("draft_version", Noun::DraftVersion),
    ("note", Noun::Note),
    ("reporter", Noun::Reporter),
    ("reported", Noun::Reported),
    ("collection", Noun::Collection),
    ("collection_question", Noun::Collection),
    ("collection_reporter", Noun::Collection),
    ("learned_form", Noun::LearnedForm),
    ("saved_import", Noun::SavedImport),
    ("setting", Noun::Setting),
];

impl Noun {
    /// Every noun, for whoever has to load everything anew.
    pub fn all() -> BTreeSet<Noun> {
        TABLES.iter().map(|(_, noun)| *noun).collect()
    }

    pub(crate) fn of_table(table: &str) -> Option<Noun> {
        TABLES.iter().find(|(name, _)| *name == table).map(|(_, noun)| *noun)
    }

    /// The stable name by which programs speak of it.
    pub fn code(self) -> &'static str {
        match self {
            Noun::Organisation => "organisation",
            Noun::Office => "office",
            Noun::Indicator => "indicator",
            Noun::Figure => "figure",
            Noun::Plan => "plan",
            Noun::Target => "target",
            Noun::Scorecard => "scorecard",
            Noun::Theme => "theme",
            Noun::List => "list",
            Noun::Body => "body",
            Noun::Conference => "conference",
            Noun::Document => "document",
            Noun::Conclusion => "conclusion",
            Noun::Template => "template",
            Noun::Draft => "draft",
            Noun::DraftVersion => "draft-version",
            Noun::Note => "note",
            Noun::Reporter => "reporter",
            Noun::Reported => "reported",
            Noun::Collection => "collection",
            Noun::LearnedForm => "learned-form",
            Noun::SavedImport => "saved-import",
            Noun::Setting => "setting",
        }
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
            Noun::List => "danh mục",
            Noun::Body => "cơ quan, chức danh",
            Noun::Conference => "hội nghị",
            Noun::Document => "văn bản",
            Noun::Conclusion => "dòng kết luận",
            Noun::Template => "mẫu báo cáo",
            Noun::Draft => "dự thảo",
            Noun::DraftVersion => "lần dự thảo",
            Noun::Note => "ghi chú",
            Noun::Reporter => "đơn vị báo cáo",
            Noun::Reported => "số liệu của đơn vị",
            Noun::Collection => "đợt thu thập số liệu",
            Noun::LearnedForm => "biểu mẫu đã nhớ",
            Noun::SavedImport => "lần nhập để sau",
            Noun::Setting => "thiết lập",
        }
    }
}

impl fmt::Display for Noun {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.vietnamese())
    }
}
