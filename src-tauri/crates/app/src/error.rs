//! The errors that a person sees: one sentence that says what happened and what to do, and a kind
//! that a shell acts on.

use std::fmt;

use serde::{Deserialize, Serialize};
use specta::Type;

/// What a shell does about an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum ErrorKind {
    /// The request itself makes no sense: unknown kind, year, option.
    Usage,
    /// Understood, but not done.
    Refused,
    /// The file named for the output is there already.
    OutputExists,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename = "AppErrorView")]
pub struct AppError {
    pub kind: ErrorKind,
    message: String,
}

impl AppError {
    pub fn usage(message: impl fmt::Display) -> AppError {
        AppError { kind: ErrorKind::Usage, message: one_line(message) }
    }

    pub fn refused(message: impl fmt::Display) -> AppError {
        AppError { kind: ErrorKind::Refused, message: one_line(message) }
    }

    pub fn exists(message: impl fmt::Display) -> AppError {
        AppError { kind: ErrorKind::OutputExists, message: one_line(message) }
    }
}

/// A message never takes more than one line of a terminal's log.
fn one_line(message: impl fmt::Display) -> String {
    message.to_string().split_whitespace().collect::<Vec<_>>().join(" ")
}

impl fmt::Display for AppError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for AppError {}

macro_rules! refused_from {
    ($($error:ty),* $(,)?) => {$(
        impl From<$error> for AppError {
            fn from(error: $error) -> AppError {
                AppError::refused(error)
            }
        }
    )*};
}

refused_from!(
    tongket_store::StoreError,
    tongket_intake::IntakeError,
    tongket_template::TemplateError,
    tongket_report::KindError,
    tongket_report::ProfileError,
);
