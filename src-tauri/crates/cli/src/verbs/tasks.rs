//! `tongket tasks list|done|doing|open|drop`

use clap::{Args, Subcommand};
use tongket_app::{
    AppError, ConclusionQuery, OfficeChoice, TaskFilter, TaskProgress, conclusions, record_progress,
};

use super::{Place, conclusions::print};
use crate::outcome::Outcome;
use crate::output::say;
use crate::show;

#[derive(Args)]
pub struct Tasks {
    #[command(subcommand)]
    action: Action,
    /// Mã cơ quan
    #[arg(long, global = true, value_name = "MÃ")]
    office: Option<String>,
}

#[derive(Subcommand)]
enum Action {
    /// Liệt kê việc chưa xong
    List {
        /// Chỉ việc quá hạn
        #[arg(long, conflicts_with = "no_deadline")]
        overdue: bool,
        /// Chỉ việc chưa có thời hạn cụ thể
        #[arg(long)]
        no_deadline: bool,
        /// Của một cơ quan, chức danh
        #[arg(long, value_name = "TÊN")]
        body: Option<String>,
        /// Chỉ một năm
        #[arg(long, value_name = "NĂM", value_parser = super::years())]
        year: Option<i32>,
        /// In dạng JSON
        #[arg(long)]
        json: bool,
    },
    /// Ghi việc đã xong, với kết quả
    Done(Step),
    /// Ghi việc đang làm
    Doing(Step),
    /// Ghi việc chưa làm
    Open(Step),
    /// Không theo dõi nữa
    Drop(Step),
}

#[derive(Args)]
struct Step {
    /// Số trong danh sách
    #[arg(value_name = "VIỆC")]
    id: i64,
    /// Kết quả, sản phẩm
    #[arg(value_name = "KẾT QUẢ")]
    result: Option<String>,
}

impl Tasks {
    pub fn run(&self, place: &Place) -> Result<Outcome, AppError> {
        let office = OfficeChoice(self.office.clone());
        let mut app = place.open()?;
        let (step, progress) = match &self.action {
            Action::List { overdue, no_deadline, body, year, json } => {
                let tasks = match (overdue, no_deadline) {
                    (true, _) => TaskFilter::Overdue,
                    (_, true) => TaskFilter::NoDeadline,
                    _ => TaskFilter::Pending,
                };
                let (body, kinds) = (body.clone(), Vec::new());
                let query = ConclusionQuery { office, year: *year, kinds, body, tasks };
                let lines = conclusions(&app, &query)?;
                if *json {
                    show::json(&lines)?;
                } else {
                    print(&lines);
                    say!("{} việc", lines.len());
                }
                return Ok(Outcome::Done);
            }
            Action::Done(step) => (step, TaskProgress::Done),
            Action::Doing(step) => (step, TaskProgress::Doing),
            Action::Open(step) => (step, TaskProgress::Open),
            Action::Drop(step) => (step, TaskProgress::Dropped),
        };
        record_progress(&mut app, &office, step.id, progress, step.result.as_deref())?;
        say!("Việc số {}: {}", step.id, progress.vietnamese());
        Ok(Outcome::Done)
    }
}
