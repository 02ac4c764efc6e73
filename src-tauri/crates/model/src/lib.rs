//! The nouns of the office. Plain data with the rules that belong to one noun; no input or
//! output. Every value that came from somewhere carries its [`Origin`].

mod document;
mod field;
mod figure;
mod id;
mod indicator;
mod list;
mod organisation;
mod origin;
mod plan;
mod scorecard;
mod target;
mod theme;

pub use document::{Document, DocumentState};
pub use field::{FIELDS, field_name};
pub use figure::{Figure, FigureKind, State};
pub use id::{
    DocumentId, FigureId, IndicatorId, ListId, OrganisationId, PlanId, ScorecardId, Slug,
    SlugError, StepId, TargetId, ThemeId,
};
pub use indicator::Indicator;
pub use list::{ItemList, ListItem};
pub use organisation::{Level, Office, Organisation, Side, Signing};
pub use origin::{CellPlace, Origin, ParagraphPlace};
pub use plan::Plan;
pub use scorecard::Scorecard;
pub use target::Target;
pub use theme::{Theme, ThemePart};
