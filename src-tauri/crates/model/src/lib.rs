//! The nouns of the office. Plain data with the rules that belong to one noun; no input or
//! output. Every value that came from somewhere carries its [`Origin`].

mod document;
mod draft;
mod field;
mod figure;
mod id;
mod indicator;
mod list;
mod note;
mod office_template;
mod organisation;
mod origin;
mod plan;
mod scorecard;
mod target;
mod theme;

pub use document::{Document, DocumentState};
pub use draft::{Draft, DraftSettings, DraftVersion, FrozenContent, FrozenFigure, FrozenText};
pub use field::{FIELDS, field_name};
pub use figure::{Figure, FigureKind, State};
pub use id::{
    DocumentId, DraftId, DraftVersionId, FigureId, IndicatorId, ListId, NoteId, OfficeTemplateId,
    OrganisationId, PlanId, ScorecardId, Slug, SlugError, StepId, TargetId, ThemeId,
};
pub use indicator::Indicator;
pub use list::{ItemList, ListItem};
pub use note::Note;
pub use office_template::OfficeTemplate;
pub use organisation::{Level, Office, Organisation, Side, Signing};
pub use origin::{CellPlace, Origin, ParagraphPlace};
pub use plan::Plan;
pub use scorecard::Scorecard;
pub use target::Target;
pub use theme::{Theme, ThemePart};
