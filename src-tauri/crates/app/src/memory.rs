//! The memory of the office: bodies, conferences, documents and what was concluded, entered and
//! followed one by one.

mod bodies;
mod conclusion_form;
mod conclusions;
mod conferences;
mod document_form;
mod documents;
mod known_rows;
mod lists;
mod mirrored;
mod progress;
mod read_conclusions;
mod save_conclusions;
mod themes;
mod typed;
mod units_meant;

pub(crate) use bodies::{Bodies, body_named};
pub use bodies::{BodyForm, BodyLine, bodies, remove_body, save_body};
pub use conclusion_form::{
    AssigneeForm, ConclusionForm, MentionForm, ResultForm, conclusion, save_conclusion,
};
pub use conclusions::{
    ConclusionLine, ConclusionQuery, Due, ResultLine, TaskFilter, conclusions, remove_conclusion,
};
pub use conferences::{
    ConferenceFactForm, ConferenceForm, ConferenceLine, conference, conferences,
    confirm_conference, remove_conference, save_conference, set_conference_aliases,
};
pub use document_form::{
    DocumentForm, EventForm, OpinionForm, RelationForm, document, save_document,
};
pub use documents::{DocumentLine, DocumentQuery, document_numbered, documents, remove_document};
pub use lists::{ListForm, ListLine, item_lists, remove_item_list, save_item_list};
pub use mirrored::{
    Answer, BodyKind, CauseKind, ConclusionKind, DocumentState, EventKind, RelationKind, Role,
    TaskProgress,
};
pub use progress::{ProgressForm, record_progress};
pub use read_conclusions::{
    ConclusionReading, ReadCitation, ReadNote, ReadParagraph, ReadRow, ReadSource, read_conclusions,
};
pub use save_conclusions::{ConfirmedRow, save_conclusions};
pub use themes::{ThemeForm, ThemeLine, ThemePartForm, remove_theme, save_theme, themes};
pub use units_meant::{UnitMeant, UnitsMeant, set_threshold, units_meant};
