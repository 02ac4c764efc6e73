//! The memory of the office: bodies, documents and what was concluded, entered and followed one by
//! one.

mod bodies;
mod conclusions;
mod documents;

pub(crate) use bodies::body_named;
pub use conclusions::{
    ConclusionEntry, ConclusionKind, ConclusionLine, ConclusionQuery, Progress, TaskFilter,
    add_conclusion, conclusions, record_progress, remove_conclusion,
};
pub use documents::{DocumentEntry, DocumentLine, add_document, documents, remove_document};
