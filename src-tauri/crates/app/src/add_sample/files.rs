//! The embedded sample offices as they stand in `assets/sample`: tables of tab-separated columns
//! and TOML for what is nested.

use serde::Deserialize;
use serde::de::DeserializeOwned;
use tongket_figures::Style;
use tongket_model::{Level, Side, Signing, State};

/// The files of one sample office.
pub(crate) struct SampleFiles {
    pub slug: &'static str,
    pub office: &'static str,
    pub indicators: &'static str,
    pub figures: &'static str,
    pub plans: &'static str,
    pub targets: &'static str,
    pub lists: &'static str,
    pub themes: &'static str,
    pub scorecards: &'static str,
    pub bodies: &'static str,
    pub conferences: &'static str,
    pub documents: &'static str,
    pub conclusions: &'static str,
    /// Empty where no unit reports.
    pub units: &'static str,
    pub reported: &'static str,
}

macro_rules! sample {
    ($slug:literal) => {
        SampleFiles {
            slug: $slug,
            office: sample!($slug, "office.toml"),
            indicators: sample!($slug, "indicators.tsv"),
            figures: sample!($slug, "figures.tsv"),
            plans: sample!($slug, "plans.tsv"),
            targets: sample!($slug, "targets.tsv"),
            lists: sample!($slug, "lists.toml"),
            themes: sample!($slug, "themes.toml"),
            scorecards: sample!($slug, "scorecards.toml"),
            bodies: sample!($slug, "bodies.toml"),
            conferences: sample!($slug, "conferences.toml"),
            documents: sample!($slug, "documents.toml"),
            conclusions: sample!($slug, "conclusions.toml"),
            units: "",
            reported: "",
        }
    };
    ($slug:literal, $file:literal) => {
        include_str!(concat!("../../../../../assets/sample/", $slug, "/", $file))
    };
}

/// The sample offices; the first is the database's default office.
pub(crate) const SAMPLES: [SampleFiles; 3] = [
    sample!("hai-phong"),
    sample!("ha-tinh"),
    SampleFiles {
        units: sample!("ha-noi", "units.tsv"),
        reported: sample!("ha-noi", "reported.tsv"),
        ..sample!("ha-noi")
    },
];

impl SampleFiles {
    /// What can be drafted from it.
    pub fn reports(&self) -> Result<Vec<ReportEntry>, SampleError> {
        let file: OfficeFile = read_toml(&format!("{}/office.toml", self.slug), self.office)?;
        Ok(file.report)
    }
}

/// A mistake in the embedded files, told with file and line.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("Dữ liệu mẫu «{file}», dòng {line}: {reason}")]
pub(crate) struct SampleError {
    pub file: String,
    pub line: usize,
    pub reason: String,
}

/// A row of a table by column name.
pub(crate) struct TableRow<'t> {
    file: String,
    pub line: usize,
    headings: &'t [&'t str],
    cells: Vec<&'t str>,
}

impl<'t> TableRow<'t> {
    /// The cell of a column; empty when the row is shorter or the table has no such column.
    pub fn cell(&self, name: &str) -> &'t str {
        let idx = self.headings.iter().position(|heading| *heading == name);
        idx.and_then(|idx| self.cells.get(idx)).copied().unwrap_or_default().trim()
    }

    pub fn error(&self, reason: impl std::fmt::Display) -> SampleError {
        SampleError { file: self.file.clone(), line: self.line, reason: reason.to_string() }
    }
}

/// Calls `each` with every row of a tab-separated table whose first line holds the headings.
pub(crate) fn each_row(
    file: &str,
    text: &str,
    mut each: impl FnMut(&TableRow) -> Result<(), SampleError>,
) -> Result<(), SampleError> {
    let mut lines = text.lines().enumerate();
    let Some((_, first)) = lines.next() else { return Ok(()) };
    let headings: Vec<&str> = first.split('\t').map(str::trim).collect();
    for (idx, line) in lines.filter(|(_, line)| !line.trim().is_empty()) {
        let cells = line.split('\t').collect();
        each(&TableRow { file: file.to_owned(), line: idx + 1, headings: &headings, cells })?;
    }
    Ok(())
}

/// Reads one of the TOML files.
pub(crate) fn read_toml<T: DeserializeOwned>(file: &str, text: &str) -> Result<T, SampleError> {
    toml::from_str(text).map_err(|error| {
        let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
        SampleError {
            file: file.to_owned(),
            line: before.matches('\n').count() + 1,
            reason: error.message().to_owned(),
        }
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OfficeFile {
    pub organisation: OrganisationEntry,
    #[serde(default)]
    pub unit: Vec<OrganisationEntry>,
    pub office: OfficeEntry,
    /// The People's Committee's own head and foot; belongs to the first unit of the State.
    pub office_state: Option<OfficeEntry>,
    /// What can be drafted from this sample, in order.
    pub report: Vec<ReportEntry>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ReportEntry {
    pub kind: String,
    pub year: i32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OrganisationEntry {
    pub slug: String,
    pub name: String,
    pub short_name: String,
    pub level: Level,
    pub side: Side,
    pub parent: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OfficeEntry {
    pub superior_line: String,
    pub issuer_line: String,
    pub place: String,
    pub symbol: String,
    pub profile: String,
    pub recipients: Vec<String>,
    pub signing: Signing,
    pub style: Style,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ListsFile {
    #[serde(default)]
    pub list: Vec<ListEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ListEntry {
    pub slug: String,
    pub year: i32,
    pub kind: String,
    #[serde(default)]
    pub field: String,
    pub name: String,
    #[serde(default)]
    pub counting_word: String,
    pub stated_count: Option<i64>,
    #[serde(default)]
    pub item: Vec<ItemEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ItemEntry {
    pub text: String,
    pub state: State,
    #[serde(default)]
    pub source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ThemesFile {
    #[serde(default)]
    pub theme: Vec<ThemeEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ThemeEntry {
    pub year: i32,
    pub separator: String,
    pub state: State,
    #[serde(default)]
    pub source: String,
    pub part: Vec<tongket_model::ThemePart>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ScorecardsFile {
    #[serde(default)]
    pub scorecard: Vec<ScorecardEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ScorecardEntry {
    pub slug: String,
    pub year: i32,
    pub name: String,
    pub indicators: Vec<String>,
}
