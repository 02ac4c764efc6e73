//! The limits of the reading child on Unix: an address space that the kernel does not let grow, a
//! processor time, and no image of its memory on disk; all
//! set between fork and exec. Windows has its own in [`super::job`].
#![allow(unsafe_code, reason = "only a hook between fork and exec can limit the child alone")]

use std::io;
use std::os::unix::process::CommandExt;
use std::process::Command;

use crate::limits;

/// Makes the started process fail its own allocations beyond the limit.
pub(super) fn apply(command: &mut Command) {
    let between = |soft: u64, hard: u64| libc::rlimit {
        rlim_cur: soft as libc::rlim_t,
        rlim_max: hard as libc::rlim_t,
    };
    let limit = |most: u64| between(most, most);
    let seconds = limits::READING_TIME.as_secs();
    let limits = [
        (libc::RLIMIT_AS, limit(limits::CHILD_MEMORY_BYTES)),
        // The lower one ends it with a signal of its own, by which the parent knows the cause.
        (libc::RLIMIT_CPU, between(seconds, seconds + 1)),
        (libc::RLIMIT_CORE, limit(0)),
    ];
    // SAFETY: the hook runs after fork in the child and calls setrlimit only, which is
    // async-signal-safe and reads values that the closure owns.
    unsafe {
        command.pre_exec(move || {
            for (resource, limit) in &limits {
                if libc::setrlimit(*resource, limit) != 0 {
                    return Err(io::Error::last_os_error());
                }
            }
            Ok(())
        });
    }
}
