//! `tongket targets list|set`

use clap::{Args, Subcommand};
use tongket_app::{AppError, OfficeChoice, list_targets, set_target};

use super::Place;
use super::plans::{Entry, List};
use crate::outcome::Outcome;

#[derive(Args)]
pub struct Targets {
    #[command(subcommand)]
    action: Action,
}

#[derive(Subcommand)]
enum Action {
    /// Liệt kê chỉ tiêu phấn đấu đề ra cho các năm
    List(List),
    /// Ghi chỉ tiêu phấn đấu của một năm
    Set(Entry),
}

impl Targets {
    pub fn run(&self, place: &Place) -> Result<Outcome, AppError> {
        match &self.action {
            Action::List(list) => {
                let office = OfficeChoice(list.office.clone());
                list.tell(&list_targets(&place.open()?, &office, list.year)?, "chỉ tiêu phấn đấu")
            }
            Action::Set(entry) => {
                let line = set_target(&mut place.open()?, &entry.entry())?;
                entry.tell(line.as_ref())
            }
        }
    }
}
