//! The store as its users see it: nouns round trip, steps can be undone, files that must not be
//! opened stay as they are, nothing that was committed is lost.

mod backups;
mod command;
mod concurrency;
mod contents;
mod damage;
mod drafting;
mod dump;
mod files;
mod fixture;
mod histories;
mod nouns;
mod old_files;
mod ranked;
mod refusals;
mod search;
mod undo;
