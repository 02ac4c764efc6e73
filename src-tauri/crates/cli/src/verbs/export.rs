//! `tongket export FILE.xlsx`

use std::path::PathBuf;

use clap::Args;
use tongket_app::{AppError, OfficeChoice, TablesRequest, export_tables};

use super::Place;
use crate::outcome::Outcome;
use crate::output::say;

#[derive(Args)]
pub struct Export {
    /// Tệp Excel sẽ ghi
    #[arg(value_name = "TỆP.xlsx")]
    out: PathBuf,
    /// Chỉ một năm
    #[arg(long, value_name = "NĂM", value_parser = super::years())]
    year: Option<i32>,
    /// Mã cơ quan
    #[arg(long, value_name = "MÃ")]
    office: Option<String>,
    /// Ghi đè khi tệp đã có
    #[arg(long)]
    force: bool,
}

impl Export {
    pub fn run(&self, place: &Place) -> Result<Outcome, AppError> {
        let request = TablesRequest {
            office: OfficeChoice(self.office.clone()),
            year: self.year,
            out: self.out.clone(),
            replace: self.force,
        };
        let tables = export_tables(&place.open()?, &request)?;
        say!("Đã ghi: {}", self.out.display());
        for (name, n_rows) in tables {
            say!("  {name}: {n_rows} dòng");
        }
        Ok(Outcome::Done)
    }
}
