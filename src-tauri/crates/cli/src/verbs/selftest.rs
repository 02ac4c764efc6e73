//! `tongket selftest write|check`

use std::io::Write;
use std::ops::ControlFlow;

use clap::{Args, Subcommand};
use tongket_app::{App, AppError, self_test_check, self_test_write};

use super::Place;
use crate::outcome::Outcome;
use crate::output::say;

#[derive(Args)]
pub struct Selftest {
    #[command(subcommand)]
    action: Action,
}

#[derive(Subcommand)]
enum Action {
    /// Ghi các dòng đánh số, in «OK n» sau mỗi lần ghi xong, cho đến khi bị dừng
    Write {
        /// Số đầu tiên
        #[arg(long, value_name = "N")]
        from: i64,
        /// Dừng sau số này
        #[arg(long, value_name = "N")]
        to: Option<i64>,
    },
    /// Đếm các dòng còn lại, in một dòng JSON
    Check,
}

impl Selftest {
    pub fn run(&self, place: &Place) -> Result<Outcome, AppError> {
        let mut app = App::open_or_create(&place.database()?, place.clock)?;
        match self.action {
            Action::Write { from, to } => {
                let mut output = std::io::stdout().lock();
                self_test_write(&mut app, from, |number| {
                    // Whoever reads this counts on it being out before the next row is begun.
                    let told = writeln!(output, "OK {number}").and_then(|()| output.flush());
                    match told {
                        Ok(()) if to.is_none_or(|to| number < to) => ControlFlow::Continue(()),
                        _ => ControlFlow::Break(()),
                    }
                })?;
            }
            Action::Check => {
                let found = self_test_check(&app)?;
                let line = serde_json::to_string(&found).map_err(AppError::refused)?;
                say!("{line}");
            }
        }
        Ok(Outcome::Done)
    }
}
