//! A check of the whole database file.

use serde::{Deserialize, Serialize};
use specta::Type;
use tongket_store::Verification;

use crate::backups::iso;
use crate::{App, AppError};

/// Pages, references, schema, every stored value and the journal.
pub fn verify(app: &App) -> Result<Verification, AppError> {
    Ok(app.store.verify()?)
}

/// What the window shows of the check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename = "Verification")]
pub struct VerificationView {
    pub sound: bool,
    /// One sentence each.
    pub problems: Vec<String>,
    /// What was looked at: "2 đơn vị, 96 chỉ tiêu, 176 số liệu"
    pub checked: String,
}

/// As [`verify`], in words.
pub fn verify_database(app: &App) -> Result<VerificationView, AppError> {
    let Verification { ok, problems, counts } = app.store.verify()?;
    let counts = counts.iter().filter(|(_, count)| *count > 0);
    let counted: Vec<_> = counts.map(|(noun, count)| format!("{count} {noun}")).collect();
    let time = iso(app.clock.now()).replacen('T', " ", 1);
    Ok(VerificationView {
        sound: ok,
        problems,
        checked: format!("Kiểm tra lúc {time}: {}", counted.join(", ")),
    })
}
