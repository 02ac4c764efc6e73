//! The reading child: the same program, started again as `PROGRAM __read FILE`, so that a file
//! that takes all memory or time ends the child and not the office's work. The child reads and
//! understands the file; it has no database and no window, and prints its answer in MessagePack,
//! which the parent reads as it comes.

#[cfg(windows)]
mod job;
#[cfg(unix)]
mod memory_limit;
mod order;

use std::ffi::{OsStr, OsString};
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use crate::error::{IntakeError, OpenedWith, Refusal};
use crate::limits;
use crate::prose::{ProseFigure, name_figures};
use crate::raw::RawFile;
use crate::read::{ReadOptions, file_name, read_here_as};
use crate::reading::{Context, Reading};
use order::{Answer, Order, Wanted, receive_answer, send_answer};
use tongket_model::Indicator;

/// First argument of a program that was started as the reading child.
pub const READ_VERB: &str = "__read";

/// The answer goes through the pipe in pieces of this size.
const PIECE: usize = 64 * 1024;

/// The child's whole work: reads a file and prints what was asked for, or the refusal, to standard
/// output. A program that was started with [`READ_VERB`] calls this first thing, with the
/// arguments behind it, and ends.
pub fn serve(mut arguments: impl Iterator<Item = OsString>) -> io::Result<()> {
    let (Some(file), Some(order)) = (arguments.next(), arguments.next()) else {
        return Err(io::ErrorKind::InvalidInput.into());
    };
    let order: Order = serde_json::from_slice(order.as_encoded_bytes())?;
    #[cfg(windows)]
    job::confine()?;
    let read = read_here_as(Path::new(&file), &order.options);
    let mut output = BufWriter::with_capacity(PIECE, io::stdout().lock());
    send_answer(read, order.wanted, &mut output).map_err(io::Error::other)?;
    output.flush()
}

/// Reads `file` in a child of `program`, within the limits on memory and time.
pub fn read_in_child(
    program: &Path,
    file: &Path,
    options: &ReadOptions,
) -> Result<RawFile, IntakeError> {
    Ok(whole(program, file, options, Wanted::Content)?.file)
}

/// Reads and understands `file` in a child of `program`. Of the file itself only what is known of
/// it as a whole comes back, without cells and paragraphs.
pub fn understand_in_child(
    program: &Path,
    file: &Path,
    options: &ReadOptions,
    context: &Context,
) -> Result<(RawFile, Reading), IntakeError> {
    let wanted = Wanted::Rows { context: *context, with_content: false };
    let answer = whole(program, file, options, wanted)?;
    Ok((answer.file, answer.reading))
}

/// As [`understand_in_child`], with the whole file, and for as long as `goes_on` says; asked several
/// times a second. `None` when it was stopped: the child has ended then.
pub fn understand_in_child_while(
    program: &Path,
    file: &Path,
    options: &ReadOptions,
    context: &Context,
    goes_on: &mut dyn FnMut() -> bool,
) -> Result<Option<(RawFile, Reading)>, IntakeError> {
    let wanted = Wanted::Rows { context: *context, with_content: true };
    let answer = answer(program, file, options, wanted, goes_on)?;
    Ok(answer.map(|answer| (answer.file, answer.reading)))
}

/// Reads `file` in a child of `program` and finds the figures of its sentences, named as
/// `catalogue` names them where it can.
pub fn extract_in_child(
    program: &Path,
    file: &Path,
    options: &ReadOptions,
    context: &Context,
    catalogue: &[Indicator],
) -> Result<(RawFile, Vec<ProseFigure>), IntakeError> {
    let answer = whole(program, file, options, Wanted::Figures { context: *context })?;
    let mut figures = answer.figures;
    name_figures(&mut figures, catalogue);
    Ok((answer.file, figures))
}

fn whole(
    program: &Path,
    file: &Path,
    options: &ReadOptions,
    wanted: Wanted,
) -> Result<Answer, IntakeError> {
    let stopped = || refused(file, Refusal::ReaderFailed);
    answer(program, file, options, wanted, &mut || true)?.ok_or_else(stopped)
}

fn answer(
    program: &Path,
    file: &Path,
    options: &ReadOptions,
    wanted: Wanted,
    goes_on: &mut dyn FnMut() -> bool,
) -> Result<Option<Answer>, IntakeError> {
    let order = Order { options: *options, wanted };
    run(program, file, &order, goes_on).map_err(|refusal| refused(file, refusal))?.transpose()
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
    order: &Order,
    goes_on: &mut dyn FnMut() -> bool,
) -> Result<Option<Result<Answer, IntakeError>>, Refusal> {
    let written = serde_json::to_string(order).map_err(|_| Refusal::ReaderFailed)?;
    let mut command = Command::new(program);
    command
        .args([OsStr::new(READ_VERB), file.as_os_str(), OsStr::new(&written)])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    #[cfg(unix)]
    memory_limit::apply(&mut command);
    let deadline = Instant::now() + limits::READING_CLOCK;
    let mut child = Ended(command.spawn().map_err(|_| Refusal::ReaderMissing)?);
    let output = child.0.stdout.take().ok_or(Refusal::ReaderFailed)?;
    let (answer, answered) = mpsc::channel();
    let wanted = order.wanted;
    thread::spawn(move || {
        let output = BufReader::with_capacity(PIECE, output.take(limits::CHILD_OUTPUT_BYTES));
        let received = receive_answer(wanted, output);
        // The receiver is gone once time is up; nobody waits for the answer then.
        let _ = answer.send(received);
    });
    loop {
        match answered.recv_timeout(LOOK) {
            Ok(Ok(received)) => {
                child.end_by(deadline)?;
                return Ok(Some(received));
            }
            Ok(Err(_)) | Err(RecvTimeoutError::Disconnected) => return Err(child.cause()),
            Err(_) if Instant::now() >= deadline => return Err(Refusal::KeptWaiting),
            Err(RecvTimeoutError::Timeout) if goes_on() => {}
            Err(RecvTimeoutError::Timeout) => return Ok(None),
        }
    }
}

/// The system ended it for the processor time that it took.
#[cfg(unix)]
fn is_out_of_time(status: ExitStatus) -> bool {
    std::os::unix::process::ExitStatusExt::signal(&status) == Some(libc::SIGXCPU)
}

/// The system ended it for the processor time that it took: ERROR_NOT_ENOUGH_QUOTA.
#[cfg(windows)]
fn is_out_of_time(status: ExitStatus) -> bool {
    status.code() == Some(1816)
}

/// A child that does not outlive its reader.
struct Ended(Child);

impl Ended {
    /// Why a child gave no answer.
    fn cause(&mut self) -> Refusal {
        // Fails only for a child that has ended already, which keeps how it ended.
        let _ = self.0.kill();
        match self.0.wait() {
            Ok(status) if is_out_of_time(status) => Refusal::TimedOut,
            _ => Refusal::ReaderFailed,
        }
    }

    /// Waits for a good end of a child that has printed everything.
    fn end_by(&mut self, deadline: Instant) -> Result<(), Refusal> {
        loop {
            match self.0.try_wait() {
                Ok(Some(status)) if status.success() => return Ok(()),
                Ok(None) if Instant::now() < deadline => thread::sleep(Duration::from_millis(1)),
                Ok(None) => return Err(Refusal::KeptWaiting),
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
