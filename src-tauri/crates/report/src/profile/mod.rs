//! A presentation profile ("thể thức"): every value of the look of a document, each with its
//! certainty and source. The files in `assets/profiles` are the only place that holds such values.

mod value;

use std::collections::BTreeMap;

use serde::Deserialize;
use tongket_docx::{Mm, Pt};
use tongket_figures::TonePlacement;

pub(crate) use value::{Length, Line, Size, Sourced};

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    pub name: String,
    pub description: String,
    pub(crate) page: PageRules,
    pub(crate) font: FontRules,
    pub(crate) page_number: PageNumberRules,
    pub(crate) heading: HeadingRules,
    pub(crate) number: NumberRules,
    pub(crate) date: DateRules,
    pub(crate) title: TitleRules,
    pub(crate) body: BodyRules,
    /// Keys "1" to "4".
    pub(crate) levels: BTreeMap<String, LevelRules>,
    pub(crate) table: TableRules,
    pub(crate) appendix: AppendixRules,
    pub(crate) signing: SigningRules,
    pub(crate) recipients: RecipientRules,
    pub(crate) draft_mark: DraftMarkRules,
    pub(crate) end_mark: Sourced<String>,
    pub(crate) citation: CitationRules,
    pub(crate) tone: ToneRules,
    pub(crate) list: ListRules,
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("Thể thức «{name}» không đọc được: {reason}")]
pub struct ProfileError {
    pub name: String,
    pub reason: String,
}

impl Profile {
    /// Reads a profile's TOML text.
    pub fn read(name: &str, text: &str) -> Result<Profile, ProfileError> {
        toml::from_str(text).map_err(|error| ProfileError {
            name: name.to_owned(),
            reason: toml_reason(&error, text),
        })
    }

    /// How a document is cited at its first mention.
    pub fn citation_pattern(&self) -> &str {
        &self.citation.pattern.value
    }

    /// The tone placement of an office that has not chosen its own.
    pub fn tone_placement(&self) -> TonePlacement {
        self.tone.placement.value
    }

    /// The size of a line of the national title, counted from 0.
    pub(crate) fn national_size(&self, line: usize) -> Pt {
        let sizes = &self.heading.national_sizes.value;
        sizes.get(line).or(sizes.last()).map_or(self.body.size.pt(), |size| size.0)
    }

    pub(crate) fn level(&self, level: u8) -> Option<&LevelRules> {
        self.levels.get(&level.to_string())
    }
}

/// A TOML error as "dòng 3: …" in one line.
pub(crate) fn toml_reason(error: &toml::de::Error, text: &str) -> String {
    let before = error.span().and_then(|span| text.get(..span.start));
    let message = error.message().lines().next().unwrap_or_default().to_owned();
    match before {
        Some(before) => format!("dòng {}: {message}", before.matches('\n').count() + 1),
        None => message,
    }
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PageRules {
    pub width: Sourced<Length>,
    pub height: Sourced<Length>,
    pub margin_top: Sourced<Length>,
    pub margin_bottom: Sourced<Length>,
    pub margin_left: Sourced<Length>,
    pub margin_right: Sourced<Length>,
    pub header_distance: Sourced<Length>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FontRules {
    pub family: Sourced<String>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PageNumberRules {
    pub size: Sourced<Size>,
    #[serde(rename = "position")]
    pub _position: Sourced<PageNumberPosition>,
    pub from_page: Sourced<u32>,
}

/// The only position that the rules in use know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum PageNumberPosition {
    HeaderCentre,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct HeadingRules {
    pub national_title: Sourced<Vec<String>>,
    pub national_sizes: Sourced<Vec<Size>>,
    pub national_bold: Sourced<bool>,
    pub national_rule: Sourced<RuleLength>,
    pub superior_size: Sourced<Size>,
    pub issuer_size: Sourced<Size>,
    pub issuer_bold: Sourced<bool>,
    pub issuer_mark: Sourced<String>,
    pub issuer_rule: Sourced<RuleLength>,
}

/// How long a rule under a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum RuleLength {
    None,
    /// As long as the words.
    Full,
    /// A third of the words.
    Third,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct NumberRules {
    /// With `{so}`, `{loai}`, `{co_quan}`.
    pub pattern: Sourced<String>,
    pub size: Sourced<Size>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct DateRules {
    /// With `{dia_danh}` and `{ngay}`.
    pub pattern: Sourced<String>,
    pub size: Sourced<Size>,
    pub italic: Sourced<bool>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct TitleRules {
    pub type_size: Sourced<Size>,
    pub type_bold: Sourced<bool>,
    pub subject_size: Sourced<Size>,
    pub subject_bold: Sourced<bool>,
    pub subject_first_letter: Sourced<FirstLetter>,
    /// "third" for a rule, otherwise the text of the line, as "-----".
    pub below: Sourced<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum FirstLetter {
    Lower,
    Upper,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum AlignmentRule {
    Left,
    Centre,
    Right,
    Justified,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct BodyRules {
    pub size: Sourced<Size>,
    pub alignment: Sourced<AlignmentRule>,
    pub first_line_indent: Sourced<Length>,
    pub space_before: Sourced<Size>,
    pub space_after: Sourced<Size>,
    pub line_rule: Sourced<LineRule>,
    pub line: Sourced<Line>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum LineRule {
    Exactly,
    AtLeast,
    Multiple,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct LevelRules {
    pub number_format: Sourced<NumberFormat>,
    /// With `{so}` and, unless the number has a line of its own, `{ten}`.
    pub pattern: Sourced<String>,
    /// The number stands on a line of its own above the name.
    pub own_line: Sourced<bool>,
    pub upper: Sourced<bool>,
    pub bold: Sourced<bool>,
    pub italic: Sourced<bool>,
    pub alignment: Sourced<AlignmentRule>,
    pub size: Sourced<Size>,
    pub first_line_indent: Sourced<Length>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum NumberFormat {
    /// nhất, hai, ba
    Words,
    Roman,
    Decimal,
    /// a, b, c, d, đ, e
    Letter,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct TableRules {
    pub size: Sourced<Size>,
    pub header_bold: Sourced<bool>,
    /// Multiple of a single line.
    pub line: Sourced<Line>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AppendixRules {
    pub numbering: Sourced<NumberFormat>,
    pub title_size: Sourced<Size>,
    /// With `{loai}`, `{so_hieu}`, `{ngay}`, `{co_quan}`.
    pub reference_pattern: Sourced<String>,
    pub reference_italic: Sourced<bool>,
    pub landscape: Sourced<bool>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SigningRules {
    pub authority_bold: Sourced<bool>,
    pub position_bold: Sourced<bool>,
    pub name_bold: Sourced<bool>,
    pub size: Sourced<Size>,
    pub blank_lines: Sourced<u32>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RecipientRules {
    pub label: Sourced<String>,
    pub label_size: Sourced<Size>,
    pub label_style: Sourced<LabelStyle>,
    pub item_size: Sourced<Size>,
    pub item_end: Sourced<String>,
    pub last_end: Sourced<String>,
    /// The last line when the office has none that begins with "Lưu".
    pub archive_line: Sourced<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum LabelStyle {
    Underline,
    BoldItalic,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct DraftMarkRules {
    /// With `{lan}`.
    pub text: Sourced<String>,
    #[serde(rename = "position")]
    pub _position: Sourced<DraftMarkPosition>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum DraftMarkPosition {
    UnderNumber,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CitationRules {
    pub pattern: Sourced<String>,
    #[serde(rename = "later_pattern")]
    pub _later_pattern: Sourced<String>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ToneRules {
    pub placement: Sourced<TonePlacement>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ListRules {
    pub bullets: Sourced<Vec<String>>,
}

impl PageRules {
    pub fn text_width(&self) -> Mm {
        self.width.value.0 - self.margin_left.value.0 - self.margin_right.value.0
    }
}

impl Sourced<Size> {
    pub fn pt(&self) -> Pt {
        self.value.0
    }
}

impl Sourced<Length> {
    pub fn mm(&self) -> Mm {
        self.value.0
    }
}
