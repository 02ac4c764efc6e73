//! `tongket read FILE --json`

use std::path::PathBuf;

use clap::Args;
use tongket_app::{AppError, own_program, raw_reading};

use super::ReadingChoice;
use crate::outcome::Outcome;
use crate::show;

#[derive(Args)]
pub struct Read {
    /// Tệp để đọc
    #[arg(value_name = "TỆP")]
    file: PathBuf,
    #[command(flatten)]
    reading: ReadingChoice,
    /// In dạng JSON (dạng duy nhất)
    #[arg(long)]
    json: bool,
}

impl Read {
    pub fn run(&self) -> Result<Outcome, AppError> {
        if !self.json {
            return Err(AppError::usage("Lệnh read chỉ in được dạng JSON: thêm --json"));
        }
        show::json(&raw_reading(&own_program()?, &self.file, &self.reading.options())?)?;
        Ok(Outcome::Done)
    }
}
