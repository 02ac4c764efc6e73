//! A file that keeps its first failure to itself until the end. What writes a package tells of a
//! failure in its own words, and again when it is dropped; the person wants to hear of the disk.

use std::fs::File;
use std::io::{Error, ErrorKind, Result, Seek, SeekFrom, Write};

pub struct Patient {
    file: File,
    failure: Option<Error>,
}

impl Patient {
    pub fn new(file: File) -> Patient {
        Patient { file, failure: None }
    }

    /// The first failure, if there was one.
    pub fn finish(self) -> Result<()> {
        self.failure.map_or(Ok(()), Err)
    }
}

impl Write for Patient {
    /// After a failure the bytes go nowhere.
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        if self.failure.is_none() {
            match self.file.write(bytes) {
                Ok(n_written) => return Ok(n_written),
                Err(error) if error.kind() == ErrorKind::Interrupted => return Err(error),
                Err(error) => self.failure = Some(error),
            }
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> Result<()> {
        Ok(())
    }
}

impl Seek for Patient {
    fn seek(&mut self, to: SeekFrom) -> Result<u64> {
        self.file.seek(to)
    }
}
