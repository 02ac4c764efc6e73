//! Where the times of steps and backups come from. They are for people to read; nothing is
//! ordered or thinned by them, since clocks jump. Only whether typing goes on is judged by them.

use chrono::{Local, NaiveDateTime};

/// How journal steps keep their time.
pub(crate) const STEP_TIME: &str = "%Y-%m-%d %H:%M:%S";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    /// Local time of the machine.
    System,
    /// Always this time: for samples and tests.
    Fixed(NaiveDateTime),
}

impl Clock {
    /// Local time.
    pub fn now(self) -> NaiveDateTime {
        match self {
            Clock::System => Local::now().naive_local(),
            Clock::Fixed(time) => time,
        }
    }

    /// `2026-11-22 08:30:05`, as journal steps keep it.
    pub(crate) fn text(self) -> String {
        self.now().format(STEP_TIME).to_string()
    }
}
