//! What a run costs: processor time of user and system, which other programs on the machine do not
//! blur as they blur the clock on the wall, and the largest memory held.
#![allow(unsafe_code, reason = "the standard library does not tell the resources of one child")]

use std::fmt;
use std::mem::MaybeUninit;
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::Failure;

/// Of one run of a program from its start to its end.
#[derive(Debug, Clone, Copy)]
pub struct Cost {
    pub cpu: Duration,
    /// In bytes.
    pub memory: u64,
}

/// Of several runs of the same program.
#[derive(Debug, Clone, Copy)]
pub struct Costs {
    pub least: Duration,
    pub median: Duration,
    /// The largest of all runs, in bytes.
    pub memory: u64,
}

impl Costs {
    /// Runs the same command so many times.
    pub fn of(runs: usize, command: impl Fn() -> Command) -> Result<Costs, Failure> {
        let mut costs = Vec::with_capacity(runs);
        for _ in 0..runs {
            costs.push(run(&mut command())?);
        }
        costs.sort_by_key(|cost| cost.cpu);
        let (Some(least), Some(median)) = (costs.first(), costs.get(runs / 2)) else {
            return Err("no runs were asked for".into());
        };
        let memory = costs.iter().map(|cost| cost.memory).max().unwrap_or_default();
        Ok(Costs { least: least.cpu, median: median.cpu, memory })
    }
}

impl fmt::Display for Costs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let memory = self.memory as f64 / f64::from(1 << 20);
        let (least, median) = (milliseconds(self.least), milliseconds(self.median));
        write!(f, "{least:>8.1} ms least {median:>8.1} ms median {memory:>7.1} MiB")
    }
}

/// An aim that is missed by more than this is a fault, whatever else the machine does.
pub const GROSS: f64 = 2.0;

pub fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// Runs a program to its end, its output thrown away; an exit code other than 0 is an error.
fn run(command: &mut Command) -> Result<Cost, Failure> {
    let child = command.stdout(Stdio::null()).spawn()?;
    let pid = libc::pid_t::try_from(child.id())?;
    let mut status = 0;
    let mut usage = MaybeUninit::<libc::rusage>::zeroed();
    // SAFETY: both pointers are to live values of the types that wait4 fills; the child is ours and
    // is waited for nowhere else.
    let waited = unsafe { libc::wait4(pid, &mut status, 0, usage.as_mut_ptr()) };
    if waited != pid {
        return Err(std::io::Error::last_os_error().into());
    }
    if status != 0 {
        return Err(format!("{command:?} ended with status {status}").into());
    }
    // SAFETY: all bytes zero is a valid rusage, and wait4 has filled it.
    let usage = unsafe { usage.assume_init() };
    let cpu = duration(usage.ru_utime) + duration(usage.ru_stime);
    // Linux counts in KiB.
    Ok(Cost { cpu, memory: u64::try_from(usage.ru_maxrss)? * 1024 })
}

pub fn duration(time: libc::timeval) -> Duration {
    Duration::from_secs(time.tv_sec.unsigned_abs())
        + Duration::from_micros(time.tv_usec.unsigned_abs())
}
