//! `tongket redo`

use clap::Args;
use tongket_app::{AppError, redo};

use super::Place;
use crate::outcome::Outcome;

#[derive(Args)]
pub struct Redo {}

impl Redo {
    pub fn run(&self, place: &Place) -> Result<Outcome, AppError> {
        match redo(&mut place.open()?)? {
            Some(step) => println!("Đã làm lại: {} ({})", step.name, step.time),
            None => println!("Không có gì để làm lại"),
        }
        Ok(Outcome::Done)
    }
}
