//! `tongket undo`

use clap::Args;
use tongket_app::{AppError, undo};

use super::Place;
use crate::outcome::Outcome;
use crate::output::say;

#[derive(Args)]
pub struct Undo {}

impl Undo {
    pub fn run(&self, place: &Place) -> Result<Outcome, AppError> {
        match undo(&mut place.open()?)? {
            Some(step) => say!("Đã hoàn tác: {} ({})", step.name, step.time),
            None => say!("Không còn gì để hoàn tác"),
        }
        Ok(Outcome::Done)
    }
}
