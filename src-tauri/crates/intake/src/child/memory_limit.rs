//! The memory limit of the reading child on Unix: an address space that the kernel does not let
//! grow, set between fork and exec. Elsewhere the child has the time limit alone.
#![allow(unsafe_code, reason = "only a hook between fork and exec can limit the child alone")]

use std::io;
use std::os::unix::process::CommandExt;
use std::process::Command;

use crate::limits;

/// Makes the started process fail its own allocations beyond the limit.
pub(super) fn apply(command: &mut Command) {
    let limit = libc::rlimit {
        rlim_cur: limits::CHILD_MEMORY_BYTES as libc::rlim_t,
        rlim_max: limits::CHILD_MEMORY_BYTES as libc::rlim_t,
    };
    // SAFETY: the hook runs after fork in the child and calls setrlimit only, which is
    // async-signal-safe and reads a value that the closure owns.
    unsafe {
        command.pre_exec(move || match libc::setrlimit(libc::RLIMIT_AS, &limit) {
            0 => Ok(()),
            _ => Err(io::Error::last_os_error()),
        });
    }
}
