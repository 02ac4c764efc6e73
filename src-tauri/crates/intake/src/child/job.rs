//! The limits of the reading child on Windows: a job that it puts itself into before it opens the
//! file, with so much memory, so much processor time and no process beside it.
#![allow(unsafe_code, reason = "a job is made through the system's own functions")]

use std::ffi::c_void;
use std::io;
use std::mem::size_of;
use std::ptr;

use windows_sys::Win32::System::JobObjects::{
    AssignProcessToJobObject, CreateJobObjectW, JOB_OBJECT_LIMIT_ACTIVE_PROCESS,
    JOB_OBJECT_LIMIT_DIE_ON_UNHANDLED_EXCEPTION, JOB_OBJECT_LIMIT_PROCESS_MEMORY,
    JOB_OBJECT_LIMIT_PROCESS_TIME, JOBOBJECT_EXTENDED_LIMIT_INFORMATION,
    JobObjectExtendedLimitInformation, SetInformationJobObject,
};
use windows_sys::Win32::System::Threading::GetCurrentProcess;

use crate::limits;

/// Holds for the rest of this process; the job lives as long as it.
pub(super) fn confine() -> io::Result<()> {
    let mut wanted = JOBOBJECT_EXTENDED_LIMIT_INFORMATION::default();
    wanted.BasicLimitInformation.LimitFlags = JOB_OBJECT_LIMIT_PROCESS_MEMORY
        | JOB_OBJECT_LIMIT_PROCESS_TIME
        | JOB_OBJECT_LIMIT_ACTIVE_PROCESS
        | JOB_OBJECT_LIMIT_DIE_ON_UNHANDLED_EXCEPTION;
    wanted.BasicLimitInformation.ActiveProcessLimit = 1;
    // In steps of 100 nanoseconds.
    let ticks = limits::READING_TIME.as_nanos() / 100;
    wanted.BasicLimitInformation.PerProcessUserTimeLimit = i64::try_from(ticks).unwrap_or(i64::MAX);
    wanted.ProcessMemoryLimit = usize::try_from(limits::CHILD_MEMORY_BYTES).unwrap_or(usize::MAX);
    let size = u32::try_from(size_of::<JOBOBJECT_EXTENDED_LIMIT_INFORMATION>())
        .map_err(io::Error::other)?;
    // SAFETY: a job without a name and with the default rights needs no pointer; the information
    // is a plain structure of the size that is named, and outlives the call; the handle of the
    // current process is always valid. The handle of the job is kept until the process ends.
    let done = unsafe {
        let job = CreateJobObjectW(ptr::null(), ptr::null());
        !job.is_null()
            && SetInformationJobObject(
                job,
                JobObjectExtendedLimitInformation,
                ptr::from_ref(&wanted).cast::<c_void>(),
                size,
            ) != 0
            && AssignProcessToJobObject(job, GetCurrentProcess()) != 0
    };
    if done { Ok(()) } else { Err(io::Error::last_os_error()) }
}
