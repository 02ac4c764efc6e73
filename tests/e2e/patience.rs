//! Waiting for what a window does in its own time: looking again and again, never sleeping a
//! guessed while.

use std::time::{Duration, Instant};

/// Longer than any journey takes, even where every step is slow: one that hangs fails by itself.
pub const JOURNEY: Duration = Duration::from_secs(400);

/// How long a journey waits before it says that something does not happen. Far above what a person
/// would bear, since machines that run tests are shared.
#[derive(Debug, Clone, Copy)]
pub enum Patience {
    /// A program and its first picture.
    Start,
    /// An answer to a key or a click.
    Answer,
}

impl Patience {
    fn longest(self) -> Duration {
        match self {
            Patience::Start => Duration::from_secs(120),
            Patience::Answer => Duration::from_secs(60),
        }
    }
}

const BETWEEN: Duration = Duration::from_millis(40);

/// Looks until there is something; fails with what was waited for.
pub fn until<T>(patience: Patience, what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    within(patience, &mut look).unwrap_or_else(|| panic!("waited in vain until {what}"))
}

/// Looks until there is something or patience ends.
pub fn within<T>(patience: Patience, mut look: impl FnMut() -> Option<T>) -> Option<T> {
    let end = Instant::now() + patience.longest();
    loop {
        match look() {
            Some(found) => return Some(found),
            None if Instant::now() > end => return None,
            None => std::thread::sleep(BETWEEN),
        }
    }
}
