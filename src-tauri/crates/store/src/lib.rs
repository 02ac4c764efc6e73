//! The SQLite file of the office: the only room with SQL. Everything is read through [`Store`]
//! and changed through [`Store::transact`], which journals every row so that each named step
//! can be undone and redone, also after a restart.

mod backup;
mod body;
mod changes;
mod clock;
mod collection;
mod columns;
mod conclusion;
mod conference;
mod content;
mod document;
mod draft;
mod draft_version;
mod error;
mod figure;
mod indicator;
mod journal;
mod learned_form;
mod list;
mod look;
mod note;
mod noun;
mod office;
mod organisation;
mod plan;
mod reported;
mod reporter;
mod saved_import;
mod schema;
mod scorecard;
mod search;
mod selftest;
mod setting;
mod store;
mod target;
mod template;
mod theme;
mod touched;
mod verify;

pub use backup::{Backup, BackupReason, backups_in, restore, restore_missing};
pub use changes::Changes;
pub use clock::Clock;
pub use error::StoreError;
pub use figure::FigureChange;
pub use indicator::IndicatorUses;
pub use journal::{Done, StepInfo};
pub use noun::Noun;
pub use search::{Marked, SearchFound, SearchHit, SearchQuery};
pub use selftest::SelfTest;
pub use setting::OUR_OFFICE;
pub use store::{Store, remove_database};
pub use touched::FactsVersion;
pub use verify::Verification;
