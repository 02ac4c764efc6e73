//! The nouns of the office. Plain data with the rules that belong to one noun; no input or
//! output. Every value that came from somewhere carries its [`Origin`].

mod body;
mod collection;
mod conclusion;
mod conference;
mod document;
mod document_name;
mod draft;
mod field;
mod figure;
mod id;
mod import;
mod indicator;
mod list;
mod note;
mod office_template;
mod organisation;
mod origin;
mod plan;
mod reporter;
mod scorecard;
mod target;
mod theme;

pub use body::{Body, BodyKind, POSTS};
pub use collection::{Collection, Question};
pub use conclusion::{
    Assignee, CauseKind, Conclusion, ConclusionKind, Mention, Progress, Role, TaskResult,
};
pub use conference::{Conference, ConferenceFact};
pub use document::{
    Answer, Document, DocumentEvent, DocumentRelation, DocumentState, EventKind, Opinion,
    RelationKind, Review,
};
pub use document_name::documents_named;
pub use draft::{
    Draft, DraftSettings, DraftTitle, DraftVersion, FrozenContent, FrozenFigure, FrozenText,
};
pub use field::{FIELDS, field_name, is_within_field};
pub use figure::{Figure, FigureKind, State};
pub use id::{
    BodyId, CollectionId, ConclusionId, ConferenceId, DocumentId, DraftId, DraftVersionId,
    FigureId, IndicatorId, LearnedFormId, ListId, NoteId, OfficeTemplateId, OrganisationId, PlanId,
    ReportedId, SavedImportId, ScorecardId, Slug, SlugError, StepId, TargetId, ThemeId,
};
pub use import::{LearnedForm, SavedImport};
pub use indicator::Indicator;
pub use list::{ItemList, ListItem};
pub use note::Note;
pub use office_template::OfficeTemplate;
pub use organisation::{Level, Office, Organisation, Side, Signing};
pub use origin::{CellPlace, Origin, ParagraphPlace, place_name};
pub use plan::Plan;
pub use reporter::{Reported, ReportedMeasure, ReportedValue, Reporter};
pub use scorecard::Scorecard;
pub use target::Target;
pub use theme::{Theme, ThemePart};
