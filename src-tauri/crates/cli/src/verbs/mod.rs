//! The verbs, one file each.

pub mod backup;
pub mod bodies;
pub mod check;
pub mod collect;
pub mod conclusions;
pub mod conferences;
pub mod documents;
pub mod draft;
pub mod drafts;
pub mod export;
pub mod extract;
pub mod figures;
pub mod import;
pub mod init;
pub mod plans;
pub mod read;
mod reading_choice;
pub mod redo;
pub mod restore;
pub mod search;
pub mod selftest;
pub mod targets;
pub mod tasks;
pub mod undo;
pub mod units;
pub mod verify;
pub mod year;

use std::path::PathBuf;

use clap::builder::RangedI64ValueParser;
use tongket_app::{App, AppError, Clock, Date, DateReading, default_database, read_date};

use crate::arguments::{Arguments, Verb};
use crate::outcome::Outcome;
pub use reading_choice::ReadingChoice;

/// Runs the verb.
pub fn run(arguments: Arguments) -> Result<Outcome, AppError> {
    let place = Place { db: arguments.db, clock: clock()? };
    match arguments.verb {
        Verb::Init(verb) => verb.run(&place),
        Verb::Draft(verb) => verb.run(&place),
        Verb::Drafts(verb) => verb.run(&place),
        Verb::Figures(verb) => verb.run(&place),
        Verb::Plans(verb) => verb.run(&place),
        Verb::Targets(verb) => verb.run(&place),
        Verb::Documents(verb) => verb.run(&place),
        Verb::Conclusions(verb) => verb.run(&place),
        Verb::Bodies(verb) => verb.run(&place),
        Verb::Conferences(verb) => verb.run(&place),
        Verb::Tasks(verb) => verb.run(&place),
        Verb::Search(verb) => verb.run(&place),
        Verb::Units(verb) => verb.run(&place),
        Verb::Collect(verb) => verb.run(&place),
        Verb::Import(verb) => verb.run(&place),
        Verb::Export(verb) => verb.run(&place),
        Verb::Read(verb) => verb.run(),
        Verb::Extract(verb) => verb.run(&place),
        Verb::Year(verb) => verb.run(&place),
        Verb::Check(verb) => verb.run(&place),
        Verb::Undo(verb) => verb.run(&place),
        Verb::Redo(verb) => verb.run(&place),
        Verb::Backup(verb) => verb.run(&place),
        Verb::Restore(verb) => verb.run(&place),
        Verb::Verify(verb) => verb.run(&place),
        Verb::Selftest(verb) => verb.run(&place),
    }
}

/// The years that figures can be of.
fn years() -> RangedI64ValueParser<i32> {
    clap::value_parser!(i32).range(1900..=2999)
}

/// A day as people write it: 27/12/2022.
fn day(text: &str) -> Result<Date, AppError> {
    match read_date(text) {
        Some(DateReading::Day(day)) => Ok(day),
        _ => Err(AppError::usage(format!("«{text}» không phải là ngày, viết như 27/12/2022"))),
    }
}

/// Which database, at what time.
pub struct Place {
    db: Option<PathBuf>,
    pub clock: Clock,
}

impl Place {
    pub fn database(&self) -> Result<PathBuf, AppError> {
        match &self.db {
            Some(path) => Ok(path.clone()),
            None => default_database(),
        }
    }

    pub fn open(&self) -> Result<App, AppError> {
        App::open(&self.database()?, self.clock)
    }
}

/// The machine's clock, or the fixed time of `SOURCE_DATE_EPOCH` (seconds since 1970, UTC), by
/// which builds and tests get the same files again.
fn clock() -> Result<Clock, AppError> {
    let Ok(seconds) = std::env::var("SOURCE_DATE_EPOCH") else { return Ok(Clock::System) };
    let time =
        seconds.parse().ok().and_then(|seconds| chrono::DateTime::from_timestamp(seconds, 0));
    let time = time.ok_or_else(|| {
        AppError::usage("Biến SOURCE_DATE_EPOCH phải là số giây tính từ năm 1970")
    })?;
    Ok(Clock::Fixed(time.naive_utc()))
}
