//! The reading child: the same program, started again as `PROGRAM __read FILE`, so that a file
//! that takes all memory or time ends the child and not the office's work. The child has no
//! database and no window; it prints one document in MessagePack, which the parent reads as it comes.

#[cfg(windows)]
mod job;
#[cfg(unix)]
mod memory_limit;

use std::ffi::{OsStr, OsString};
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use crate::error::{IntakeError, OpenedWith, Refusal};
use crate::limits;
use crate::raw::RawFile;
use crate::read::{ReadOptions, file_name, read_here_as};

/// First argument of a program that was started as the reading child.
pub const READ_VERB: &str = "__read";

/// The answer goes through the pipe in pieces of this size.
const PIECE: usize = 64 * 1024;

/// The child's whole work: reads a file and prints what it found, or the refusal, to standard
/// output. A program that was started with [`READ_VERB`] calls this first thing, with the
/// arguments behind it, and ends.
pub fn serve(mut arguments: impl Iterator<Item = OsString>) -> io::Result<()> {
    let (Some(file), Some(options)) = (arguments.next(), arguments.next()) else {
        return Err(io::ErrorKind::InvalidInput.into());
    };
    let options: ReadOptions = serde_json::from_slice(options.as_encoded_bytes())?;
    #[cfg(windows)]
    job::confine()?;
    let answer = read_here_as(Path::new(&file), &options);
    let mut output = BufWriter::with_capacity(PIECE, io::stdout().lock());
    rmp_serde::encode::write_named(&mut output, &answer).map_err(io::Error::other)?;
    output.flush()
}

/// Reads `file` in a child of `program`, within the limits on memory and time.
pub fn read_in_child(
    program: &Path,
    file: &Path,
    options: &ReadOptions,
) -> Result<RawFile, IntakeError> {
    let stopped = || refused(file, Refusal::ReaderFailed);
    read_in_child_while(program, file, options, &mut || true)?.ok_or_else(stopped)
}

/// As [`read_in_child`], for as long as `goes_on` says; asked several times a second. `None` when
/// it was stopped: the child has ended then.
pub fn read_in_child_while(
    program: &Path,
    file: &Path,
    options: &ReadOptions,
    goes_on: &mut dyn FnMut() -> bool,
) -> Result<Option<RawFile>, IntakeError> {
    run(program, file, options, goes_on).map_err(|refusal| refused(file, refusal))?.transpose()
}

fn refused(file: &Path, refusal: Refusal) -> IntakeError {
    IntakeError { file: file_name(file), refusal, opened_with: OpenedWith::default() }
}

/// How often a reading looks whether it is still wanted.
const LOOK: Duration = Duration::from_millis(50);

/// Outer error: the child gave no answer. Inner error: its answer is a refusal. `None` when it was
/// stopped.
fn run(
    program: &Path,
    file: &Path,
    options: &ReadOptions,
    goes_on: &mut dyn FnMut() -> bool,
) -> Result<Option<Result<RawFile, IntakeError>>, Refusal> {
    let options = serde_json::to_string(options).map_err(|_| Refusal::ReaderFailed)?;
    let mut command = Command::new(program);
    command
        .args([OsStr::new(READ_VERB), file.as_os_str(), OsStr::new(&options)])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    #[cfg(unix)]
    memory_limit::apply(&mut command);
    let deadline = Instant::now() + limits::READING_TIME;
    let mut child = Ended(command.spawn().map_err(|_| Refusal::ReaderMissing)?);
    let output = child.0.stdout.take().ok_or(Refusal::ReaderFailed)?;
    let (answer, answered) = mpsc::channel();
    thread::spawn(move || {
        let output = BufReader::with_capacity(PIECE, output.take(limits::CHILD_OUTPUT_BYTES));
        let parsed = rmp_serde::from_read(output).map_err(|_| Refusal::ReaderFailed);
        // The receiver is gone once time is up; nobody waits for the answer then.
        let _ = answer.send(parsed);
    });
    loop {
        match answered.recv_timeout(LOOK) {
            Ok(document) => {
                child.end_by(deadline)?;
                return document.map(Some);
            }
            Err(_) if Instant::now() >= deadline => return Err(Refusal::TimedOut),
            Err(RecvTimeoutError::Disconnected) => return Err(Refusal::ReaderFailed),
            Err(RecvTimeoutError::Timeout) if goes_on() => {}
            Err(RecvTimeoutError::Timeout) => return Ok(None),
        }
    }
}

/// A child that does not outlive its reader.
struct Ended(Child);

impl Ended {
    /// Waits for a good end of a child that has printed everything.
    fn end_by(&mut self, deadline: Instant) -> Result<(), Refusal> {
        loop {
            match self.0.try_wait() {
                Ok(Some(status)) if status.success() => return Ok(()),
                Ok(None) if Instant::now() < deadline => thread::sleep(Duration::from_millis(1)),
                Ok(None) => return Err(Refusal::TimedOut),
                Ok(Some(_)) | Err(_) => return Err(Refusal::ReaderFailed),
            }
        }
    }
}

impl Drop for Ended {
    fn drop(&mut self) {
        // Both fail only for a child that has ended already.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
