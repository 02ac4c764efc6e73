//! Ids of stored rows, one type each so that they cannot be mixed, and slugs.

use std::borrow::Borrow;
use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use tongket_figures::fold;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);
    )*};
}

ids! {
    OrganisationId,
    /// A body or post that gives or gets work.
    BodyId,
    ConferenceId,
    ConclusionId,
    IndicatorId,
    FigureId,
    PlanId,
    TargetId,
    ScorecardId,
    ThemeId,
    ListId,
    DocumentId,
    DraftId,
    DraftVersionId,
    /// A template of the office's own.
    OfficeTemplateId,
    NoteId,
    ReportedId,
    CollectionId,
    LearnedFormId,
    SavedImportId,
    /// One named step of the journal: what one undo takes back.
    StepId,
}

/// A stable name without accents that templates and commands use: `thu-ngan-sach`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Slug(Arc<str>);

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("mã «{0}» không hợp lệ: chỉ dùng chữ thường không dấu, chữ số và dấu gạch nối")]
pub struct SlugError(pub String);

impl Slug {
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A slug made from a Vietnamese name: "Thu ngân sách (NSNN)" → `thu-ngan-sach-nsnn`.
    /// `None` when nothing of the name can stand in a slug.
    pub fn from_name(name: &str) -> Option<Slug> {
        let mut slug = String::new();
        for c in fold(name).chars() {
            match c {
                'a'..='z' | '0'..='9' => slug.push(c),
                _ if !slug.is_empty() && !slug.ends_with('-') => slug.push('-'),
                _ => {}
            }
        }
        slug.truncate(slug.trim_end_matches('-').len());
        (!slug.is_empty()).then(|| Slug(slug.into()))
    }

    /// The slug of a name; where that one is taken, the first that is free with a number behind it:
    /// `so-y-te-2`.
    pub fn free(name: &str, is_taken: impl Fn(&Slug) -> bool) -> Option<Slug> {
        let slug = Slug::from_name(name)?;
        let numbered = (2_u32..).map(|number| Slug(format!("{slug}-{number}").into()));
        std::iter::once(slug.clone()).chain(numbered).find(|slug| !is_taken(slug))
    }
}

/// So that a map by slug can be asked with plain text.
impl Borrow<str> for Slug {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl FromStr for Slug {
    type Err = SlugError;

    fn from_str(text: &str) -> Result<Slug, SlugError> {
        let valid = !text.is_empty()
            && !text.starts_with('-')
            && !text.ends_with('-')
            && text.chars().all(|c| matches!(c, 'a'..='z' | '0'..='9' | '-'));
        if valid { Ok(Slug(text.into())) } else { Err(SlugError(text.to_owned())) }
    }
}

impl TryFrom<String> for Slug {
    type Error = SlugError;

    fn try_from(text: String) -> Result<Slug, SlugError> {
        text.parse()
    }
}

impl From<Slug> for String {
    fn from(slug: Slug) -> String {
        slug.0.as_ref().to_owned()
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
