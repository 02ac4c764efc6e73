//! Printing that cannot panic. What is done is done whether or not somebody reads about it, so a
//! failure is kept until the end, where [`Failure::Full`] is told and [`Failure::Closed`] is not.

use std::fmt::Arguments;
use std::io::{ErrorKind, Write};
use std::sync::OnceLock;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failure {
    /// The reader has read enough: `tongket figures list | head`.
    Closed,
    /// The output goes into a file that cannot take it.
    Full,
}

static FAILURE: OnceLock<Failure> = OnceLock::new();

/// Writes to the standard output; does nothing after a failure.
pub fn print(text: Arguments<'_>) {
    if FAILURE.get().is_some() {
        return;
    }
    let mut output = std::io::stdout().lock();
    if let Err(error) = output.write_fmt(text).and_then(|()| output.flush()) {
        let closed = error.kind() == ErrorKind::BrokenPipe;
        FAILURE.get_or_init(|| if closed { Failure::Closed } else { Failure::Full });
    }
}

pub fn failure() -> Option<Failure> {
    FAILURE.get().copied()
}

/// One line to the standard error, lost when nobody can read it.
pub fn complain(line: impl std::fmt::Display) {
    let _ = writeln!(std::io::stderr(), "{line}");
}

/// As `println!`, through [`print`].
macro_rules! say {
    ($($part:tt)*) => {
        $crate::output::print(format_args!("{}\n", format_args!($($part)*)))
    };
}

pub(crate) use say;
