//! The errors that a person sees: one sentence that says what happened and what to do, and a kind
//! that a shell acts on.

use std::fmt;

use serde::{Deserialize, Serialize};
use specta::Type;
use tongket_intake::{IntakeError, Refusal};

use crate::plain::one_line;

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

/// What would help, where a shell has its own way to do it, such as an option to name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remedy {
    MakeDatabase,
    DeclareOffice,
    NameDatabase,
    Overwrite,
    ListIndicators,
    EnterFigures,
    ChooseEncoding,
    ReadNotSecret,
}

/// The message says what happened and what to do in words that fit every shell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename = "AppErrorView")]
pub struct AppError {
    pub kind: ErrorKind,
    message: String,
    #[serde(skip)]
    pub remedy: Option<Remedy>,
}

impl AppError {
    pub fn usage(message: impl fmt::Display) -> AppError {
        AppError::new(ErrorKind::Usage, message)
    }

    pub fn refused(message: impl fmt::Display) -> AppError {
        AppError::new(ErrorKind::Refused, message)
    }

    pub fn exists(message: impl fmt::Display) -> AppError {
        AppError::new(ErrorKind::OutputExists, message).helped_by(Remedy::Overwrite)
    }

    pub(crate) fn helped_by(self, remedy: Remedy) -> AppError {
        AppError { remedy: Some(remedy), ..self }
    }

    /// A message never takes more than one line of a terminal's log.
    fn new(kind: ErrorKind, message: impl fmt::Display) -> AppError {
        AppError { kind, message: one_line(&message.to_string()), remedy: None }
    }
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
    tongket_template::TemplateError,
    tongket_report::KindError,
    tongket_report::ProfileError,
);

impl From<IntakeError> for AppError {
    fn from(error: IntakeError) -> AppError {
        let refused = AppError::refused(&error);
        match error.refusal {
            Refusal::SecretStamp => refused.helped_by(Remedy::ReadNotSecret),
            _ => refused,
        }
    }
}
