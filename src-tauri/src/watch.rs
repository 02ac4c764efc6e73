//! What the program does unasked while the window stands: it sees what the command line or another
//! program did to the file, and makes the copy of each day.

use std::thread;
use std::time::{Duration, Instant};

use crate::desk::Desk;

/// A person who looks from one window to the other finds the change already there.
const EVERY: Duration = Duration::from_secs(1);

/// How often a copy of the day is looked for: a window may stand for days, and may open another
/// database meanwhile.
const COPY_EVERY: Duration = Duration::from_secs(600);

/// Looks for changes until the program ends. The first copy waits until the first screen stands.
pub fn watch(desk: Desk) -> std::io::Result<()> {
    let looking = move || {
        let mut copy_at = Instant::now() + EVERY;
        loop {
            thread::sleep(EVERY);
            desk.look_for_changes();
            if Instant::now() >= copy_at {
                desk.back_up_daily();
                copy_at = Instant::now() + COPY_EVERY;
            }
        }
    };
    thread::Builder::new().name("watch".to_owned()).spawn(looking).map(drop)
}
