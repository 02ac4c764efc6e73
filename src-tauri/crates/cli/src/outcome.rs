//! How the program ends; the codes are part of the interface.

use std::process::ExitCode;

use tongket_app::{AppError, ErrorKind};

use crate::output::{self, Failure};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// 0: done; findings were printed.
    Done,
    /// 1: done, but --strict was asked for and there are gaps or findings.
    DoneWithFindings,
    /// 2: wrong usage.
    Usage,
    /// 3: refused.
    Refused,
    /// 4: the file named by --out exists.
    OutputExists,
}

impl Outcome {
    pub fn of(error: &AppError) -> Outcome {
        match error.kind {
            ErrorKind::Usage => Outcome::Usage,
            ErrorKind::Refused => Outcome::Refused,
            ErrorKind::OutputExists => Outcome::OutputExists,
        }
    }

    /// A result that could not be printed is none, unless its reader went away.
    pub fn when_printed(self) -> Outcome {
        let is_done = matches!(self, Outcome::Done | Outcome::DoneWithFindings);
        if is_done && output::failure() == Some(Failure::Full) {
            output::complain(
                "Không in được kết quả ra nơi đã chọn; hãy kiểm tra chỗ trống trên ổ đĩa",
            );
            return Outcome::Refused;
        }
        self
    }
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> ExitCode {
        ExitCode::from(match outcome {
            Outcome::Done => 0,
            Outcome::DoneWithFindings => 1,
            Outcome::Usage => 2,
            Outcome::Refused => 3,
            Outcome::OutputExists => 4,
        })
    }
}
