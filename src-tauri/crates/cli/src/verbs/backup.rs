//! `tongket backup`

use std::path::PathBuf;

use clap::Args;
use tongket_app::{AppError, back_up};

use super::Place;
use crate::outcome::Outcome;
use crate::output::say;

#[derive(Args)]
pub struct Backup {
    /// Thư mục để bản sao lưu; mặc định «sao-luu» cạnh cơ sở dữ liệu
    #[arg(long, value_name = "THƯ MỤC")]
    out_dir: Option<PathBuf>,
}

impl Backup {
    pub fn run(&self, place: &Place) -> Result<Outcome, AppError> {
        let copy = back_up(&place.open()?, self.out_dir.as_deref())?;
        say!("Đã sao lưu và kiểm tra: {}", copy.display());
        Ok(Outcome::Done)
    }
}
