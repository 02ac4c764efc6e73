//! `tongket restore BẢN SAO`

use clap::Args;
use tongket_app::{AppError, restore_file};

use super::Place;
use crate::outcome::Outcome;
use crate::output::say;

#[derive(Args)]
pub struct Restore {
    /// Tên bản sao lưu như `tongket backup --list` in ra, hoặc đường dẫn của nó
    #[arg(value_name = "BẢN SAO")]
    backup: String,
}

impl Restore {
    pub fn run(&self, place: &Place) -> Result<Outcome, AppError> {
        let backup = restore_file(&place.database()?, &self.backup, place.clock)?;
        say!("Đã khôi phục từ: {}", backup.display());
        say!("  Dữ liệu trước khi khôi phục còn trong thư mục «sao-luu» cạnh tệp dữ liệu");
        Ok(Outcome::Done)
    }
}
