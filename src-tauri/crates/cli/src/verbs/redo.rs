//! `tongket redo`

use clap::Args;
use tongket_app::{AppError, redo};

use super::Place;
use crate::outcome::Outcome;
use crate::output::say;

#[derive(Args)]
pub struct Redo {}

impl Redo {
    pub fn run(&self, place: &Place) -> Result<Outcome, AppError> {
        match redo(&mut place.open()?)? {
            Some(step) => say!("Đã làm lại: {} ({})", step.name, step.time),
            None => say!("Không có gì để làm lại"),
        }
        Ok(Outcome::Done)
    }
}
