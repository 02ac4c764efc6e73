//! The store as its users see it: nouns round trip, steps can be undone, files that must not be
//! opened stay as they are, nothing that was committed is lost.

mod backups;
mod command;
mod concurrency;
mod damage;
mod dump;
mod files;
mod fixture;
mod histories;
mod nouns;
mod refusals;
mod undo;
