//! `tongket check`

use clap::Args;
use tongket_app::{AppError, DraftRequest, OfficeChoice, check_year};

use super::Place;
use crate::outcome::Outcome;
use crate::output::say;
use crate::show;

#[derive(Args)]
pub struct Check {
    /// Loại báo cáo
    #[arg(long, value_name = "LOẠI")]
    kind: Option<String>,
    /// Năm báo cáo
    #[arg(long, value_name = "NĂM", value_parser = super::years())]
    year: Option<i32>,
    /// Mã cơ quan
    #[arg(long, value_name = "MÃ")]
    office: Option<String>,
    /// In dạng JSON
    #[arg(long)]
    json: bool,
    /// Kết thúc với mã 1 khi có phát hiện
    #[arg(long)]
    strict: bool,
}

impl Check {
    pub fn run(&self, place: &Place) -> Result<Outcome, AppError> {
        let request = DraftRequest {
            kind: self.kind.clone(),
            year: self.year,
            office: OfficeChoice(self.office.clone()),
            ..DraftRequest::default()
        };
        let checked = check_year(&place.open()?, &request)?;
        if self.json {
            show::json(&checked)?;
        } else {
            say!(
                "Rà soát {}, cơ quan {}, năm {}: {} phát hiện",
                checked.kind,
                checked.office,
                checked.year,
                checked.findings.len()
            );
            show::findings(&checked.findings, true);
        }
        let strict_fails = self.strict && !checked.findings.is_empty();
        Ok(if strict_fails { Outcome::DoneWithFindings } else { Outcome::Done })
    }
}
