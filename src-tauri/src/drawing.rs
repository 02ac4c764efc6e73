//! How WebKit draws the page on Linux.

#![allow(unsafe_code, reason = "WebKit can be told through the environment alone")]

use std::fs::read_dir;

/// WebKit's switch to draw straight into the window.
const PLAIN: &str = "WEBKIT_DISABLE_COMPOSITING_MODE";

/// Without a graphics card the processor would have to play one, and each picture would take several
/// times as long. What the person has set stands.
///
/// To be called while the program has a single thread.
pub fn suit_machine() {
    if std::env::var_os(PLAIN).is_none() && !has_graphics_card() {
        // SAFETY: there is no other thread that could read the environment now.
        unsafe { std::env::set_var(PLAIN, "1") };
    }
}

/// Linux lists the cards that can draw as `renderD128` and on.
fn has_graphics_card() -> bool {
    let draws = |name: &std::ffi::OsStr| name.as_encoded_bytes().starts_with(b"renderD");
    read_dir("/dev/dri")
        .is_ok_and(|mut all| all.any(|one| one.is_ok_and(|it| draws(&it.file_name()))))
}
