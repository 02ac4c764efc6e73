//! What the measuring process itself has used.

use std::mem::MaybeUninit;
use std::time::Duration;

use crate::Failure;
use crate::cost::duration;

/// The processor time that this process has used so far.
pub fn own_cpu() -> Result<Duration, Failure> {
    let mut usage = MaybeUninit::<libc::rusage>::zeroed();
    // SAFETY: the pointer is to a live value of the type that getrusage fills.
    if unsafe { libc::getrusage(libc::RUSAGE_SELF, usage.as_mut_ptr()) } != 0 {
        return Err(std::io::Error::last_os_error().into());
    }
    // SAFETY: all bytes zero is a valid rusage, and getrusage has filled it.
    let usage = unsafe { usage.assume_init() };
    Ok(duration(usage.ru_utime) + duration(usage.ru_stime))
}
