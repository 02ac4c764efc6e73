//! What the program does unasked while the window stands: it sees what the command line or another
//! program did to the file, and makes the copy of the day.

use std::thread;
use std::time::Duration;

use crate::desk::Desk;

/// A person who looks from one window to the other finds the change already there.
const EVERY: Duration = Duration::from_secs(1);

/// Looks for changes until the program ends. The copy waits until the first screen stands.
pub fn watch(desk: Desk) -> std::io::Result<()> {
    let looking = move || {
        thread::sleep(EVERY);
        desk.back_up_daily();
        loop {
            thread::sleep(EVERY);
            desk.look_for_changes();
        }
    };
    thread::Builder::new().name("watch".to_owned()).spawn(looking).map(drop)
}
