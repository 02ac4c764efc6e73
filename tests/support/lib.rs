//! Shared by the test suites: the program under test and the foreign readers.

mod chance;
mod corpus;
mod program;
mod rust_text;
mod word_text;

use std::process::Command;

pub use chance::Chance;
pub use corpus::{Corpus, Question, hostile_query};
pub use program::{Ran, program};
pub use rust_text::{RustText, words};
pub use word_text::word_text;

/// The time that every run of the program believes it is: 2026-11-22 00:00:00 UTC.
pub const NOW: &str = "1795305600";

/// The program, built for this run of the tests, with a fixed clock and no database of the person.
pub fn tongket() -> Command {
    let mut command = Command::new(program());
    command.env("SOURCE_DATE_EPOCH", NOW).env_remove("TONGKET_DB");
    command
}

/// The Python that has the readers of Office files; it leaves no compiled files behind.
pub fn python() -> Command {
    let python = std::env::var_os("TONGKET_PYTHON").unwrap_or_else(|| "python3".into());
    let mut command = Command::new(python);
    command.arg("-B");
    command
}
