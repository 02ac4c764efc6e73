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
use std::sync::mpsc;
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
    let refused = |refusal| {
        let (file, opened_with) = (file_name(file), OpenedWith::default());
        IntakeError { file, refusal, opened_with }
    };
    run(program, file, options).unwrap_or_else(|refusal| Err(refused(refusal)))
}

/// Outer error: the child gave no answer. Inner error: its answer is a refusal.
fn run(
    program: &Path,
    file: &Path,
    options: &ReadOptions,
) -> Result<Result<RawFile, IntakeError>, Refusal> {
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
    let document = answered.recv_timeout(limits::READING_TIME).map_err(|_| Refusal::TimedOut)??;
    child.end_by(deadline)?;
    Ok(document)
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
