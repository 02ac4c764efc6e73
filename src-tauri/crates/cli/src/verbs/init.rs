//! `tongket init [--sample]`

use clap::Args;
use tongket_app::{AppError, init};

use super::Place;
use crate::outcome::Outcome;
use crate::output::say;

#[derive(Args)]
pub struct Init {
    /// Thêm ba cơ quan mẫu để dùng thử
    #[arg(long)]
    sample: bool,
}

impl Init {
    pub fn run(&self, place: &Place) -> Result<Outcome, AppError> {
        let database = place.database()?;
        let initialised = init(&database, self.sample, place.clock)?;
        let verb = if initialised.created { "Đã tạo" } else { "Đã có sẵn" };
        say!("{verb} tệp dữ liệu: {}", database.display());
        for office in &initialised.offices {
            say!("  - cơ quan: {office}");
        }
        if initialised.n_reporters > 0 {
            say!("  - {} đơn vị báo cáo", initialised.n_reporters);
        }
        Ok(Outcome::Done)
    }
}
