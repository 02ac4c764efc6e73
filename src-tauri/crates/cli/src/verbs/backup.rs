//! `tongket backup`

use std::path::PathBuf;

use clap::Args;
use tongket_app::{AppError, back_up, list_backups};

use super::Place;
use crate::outcome::Outcome;
use crate::output::say;

#[derive(Args)]
pub struct Backup {
    /// Thư mục để bản sao lưu; mặc định «sao-luu» cạnh tệp dữ liệu
    #[arg(long, value_name = "THƯ MỤC")]
    out_dir: Option<PathBuf>,
    /// Chỉ liệt kê các bản sao lưu đang có
    #[arg(long, conflicts_with = "out_dir")]
    list: bool,
}

impl Backup {
    pub fn run(&self, place: &Place) -> Result<Outcome, AppError> {
        if self.list {
            let backups = list_backups(&place.database()?)?;
            for backup in &backups {
                let time = backup.time.replacen('T', " ", 1);
                say!("{}  {time}  {}", backup.token, backup.reason);
            }
            say!("{} bản sao lưu", backups.len());
            return Ok(Outcome::Done);
        }
        let copy = back_up(&place.open()?, self.out_dir.as_deref())?;
        say!("Đã sao lưu và kiểm tra: {}", copy.display());
        Ok(Outcome::Done)
    }
}
