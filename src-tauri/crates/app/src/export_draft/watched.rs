//! A writer that asks now and then whether to go on.

use std::io::{Error, Result, Seek, SeekFrom, Write};
use std::ops::ControlFlow;

/// Bytes between two questions: a few milliseconds of work.
const STRETCH: usize = 64 << 10;

pub(super) struct Watched<'w, W> {
    out: W,
    go_on: &'w mut dyn FnMut() -> ControlFlow<()>,
    stopped: &'w mut bool,
    since: usize,
}

impl<'w, W> Watched<'w, W> {
    /// Sets `stopped`, and fails, once `go_on` says to stop.
    pub fn new(
        out: W,
        go_on: &'w mut dyn FnMut() -> ControlFlow<()>,
        stopped: &'w mut bool,
    ) -> Watched<'w, W> {
        Watched { out, go_on, stopped, since: 0 }
    }

    pub fn into_inner(self) -> W {
        self.out
    }
}

impl<W: Write> Write for Watched<'_, W> {
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        let n_bytes = self.out.write(bytes)?;
        self.since += n_bytes;
        if self.since >= STRETCH {
            self.since = 0;
            if (self.go_on)().is_break() {
                *self.stopped = true;
                return Err(Error::other("stopped"));
            }
        }
        Ok(n_bytes)
    }

    fn flush(&mut self) -> Result<()> {
        self.out.flush()
    }
}

impl<W: Seek> Seek for Watched<'_, W> {
    fn seek(&mut self, to: SeekFrom) -> Result<u64> {
        self.out.seek(to)
    }
}
