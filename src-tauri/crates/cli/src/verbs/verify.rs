//! `tongket verify`

use clap::Args;
use tongket_app::{AppError, verify};

use super::Place;
use crate::outcome::Outcome;
use crate::output::say;
use crate::show;

#[derive(Args)]
pub struct Verify {
    /// In dạng JSON
    #[arg(long)]
    json: bool,
}

impl Verify {
    pub fn run(&self, place: &Place) -> Result<Outcome, AppError> {
        let verification = verify(&place.open()?)?;
        if self.json {
            show::json(&verification)?;
        } else if verification.ok {
            say!("Tệp dữ liệu nguyên vẹn");
        }
        if verification.ok {
            return Ok(Outcome::Done);
        }
        Err(AppError::refused(format!(
            "Tệp dữ liệu có {} lỗi: {}; hãy khôi phục từ bản sao lưu",
            verification.problems.len(),
            verification.problems.join("; ")
        )))
    }
}
