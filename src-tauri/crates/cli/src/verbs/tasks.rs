//! `tongket tasks list|units|done|doing|open|drop`

use clap::{Args, Subcommand};
use tongket_app::{
    App, AppError, ConclusionKind, ConclusionQuery, OfficeChoice, ProgressForm, ResultForm,
    TaskFilter, TaskProgress, conclusion, conclusions, document_numbered, record_progress,
    set_threshold, units_meant,
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
    /// Liệt kê việc chưa hoàn thành
    List {
        /// Chỉ việc quá hạn
        #[arg(long, conflicts_with_all = ["no_deadline", "soon", "done"])]
        overdue: bool,
        /// Chỉ việc sắp đến hạn, trong 15 ngày tới
        #[arg(long, conflicts_with_all = ["no_deadline", "done"])]
        soon: bool,
        /// Chỉ việc chưa có thời hạn cụ thể
        #[arg(long, conflicts_with = "done")]
        no_deadline: bool,
        /// Chỉ việc đã hoàn thành
        #[arg(long)]
        done: bool,
        /// Của một cơ quan, chức danh
        #[arg(long, value_name = "TÊN")]
        body: Option<String>,
        /// Có trong văn bản này hoặc thực hiện văn bản này
        #[arg(long, value_name = "SỐ")]
        document: Option<String>,
        /// Chỉ một năm
        #[arg(long, value_name = "NĂM", value_parser = super::years())]
        year: Option<i32>,
        /// In dạng JSON
        #[arg(long)]
        json: bool,
    },
    /// Liệt kê các đơn vị mà một việc giao theo điều kiện, theo ngưỡng phần trăm kế hoạch
    Units {
        /// Số trong danh sách
        #[arg(value_name = "VIỆC")]
        id: u32,
        /// Ghi ngưỡng trước: mã chỉ tiêu có tỷ lệ so với kế hoạch
        #[arg(long, value_name = "CHỈ TIÊU", requires = "below")]
        indicator: Option<String>,
        /// Ghi ngưỡng trước: đơn vị dưới mức phần trăm này
        #[arg(long, value_name = "PHẦN TRĂM", requires = "indicator")]
        below: Option<String>,
        /// In dạng JSON
        #[arg(long)]
        json: bool,
    },
    /// Ghi việc đã hoàn thành, với kết quả
    Done(Step),
    /// Ghi việc đang làm
    Doing(Step),
    /// Ghi việc chưa làm
    Open(Step),
    /// Dừng theo dõi
    Drop(Step),
}

#[derive(Args)]
struct Step {
    /// Số trong danh sách
    #[arg(value_name = "VIỆC")]
    id: u32,
    /// Kết quả, sản phẩm
    #[arg(value_name = "KẾT QUẢ", default_value = "")]
    result: String,
    /// Ngày có kết quả; mặc định hôm nay
    #[arg(long, value_name = "NGÀY", default_value = "")]
    date: String,
    /// Mã chỉ tiêu có số liệu cho thấy kết quả
    #[arg(long, value_name = "CHỈ TIÊU", default_value = "")]
    indicator: String,
    /// Văn bản cho thấy kết quả
    #[arg(long, value_name = "SỐ")]
    document: Option<String>,
}

impl Tasks {
    pub fn run(&self, place: &Place) -> Result<Outcome, AppError> {
        let office = OfficeChoice(self.office.clone());
        let mut app = place.open()?;
        let (step, progress) = match &self.action {
            Action::List { overdue, soon, no_deadline, done, body, document, year, json } => {
                let tasks = match () {
                    () if *overdue => TaskFilter::Overdue,
                    () if *soon => TaskFilter::DueSoon,
                    () if *no_deadline => TaskFilter::NoDeadline,
                    () if *done => TaskFilter::Done,
                    () => TaskFilter::Pending,
                };
                let (body, year) = (body.clone(), *year);
                let document = document.as_ref();
                let document = document.map(|name| document_numbered(&app, &office, name));
                let query = ConclusionQuery {
                    year,
                    body,
                    tasks,
                    document: document.transpose()?,
                    ..ConclusionQuery::default()
                };
                let lines = conclusions(&app, &office, &query)?;
                if *json {
                    show::json(&lines)?;
                } else {
                    print(&lines);
                    say!("{} việc", lines.len());
                }
                return Ok(Outcome::Done);
            }
            Action::Units { id, indicator, below, json } => {
                if let Some((indicator, below)) = indicator.as_ref().zip(below.as_ref()) {
                    set_threshold(&mut app, &office, *id, indicator, below)?;
                }
                let meant = units_meant(&app, &office, *id)?;
                if *json {
                    show::json(&meant)?;
                    return Ok(Outcome::Done);
                }
                for of in &meant {
                    say!("{}: dưới {} ({})", of.rule, of.below, of.indicator);
                    for unit in &of.units {
                        say!("  {}  {}", unit.name, unit.ratio);
                    }
                    say!("{} đơn vị", of.units.len());
                }
                return Ok(Outcome::Done);
            }
            Action::Done(step) => (step, TaskProgress::Done),
            Action::Doing(step) => (step, TaskProgress::Doing),
            Action::Open(step) => (step, TaskProgress::Open),
            Action::Drop(step) => (step, TaskProgress::Dropped),
        };
        let form = ProgressForm { progress, result: step.result(&app, &office)? };
        record_progress(&mut app, &office, step.id, &form)?;
        match conclusion(&app, &office, step.id)?.kind {
            ConclusionKind::Limitation => say!("Hạn chế số {}: {}", step.id, progress.overcome()),
            _ => say!("Việc số {}: {}", step.id, progress.vietnamese()),
        }
        Ok(Outcome::Done)
    }
}

impl Step {
    fn result(&self, app: &App, office: &OfficeChoice) -> Result<ResultForm, AppError> {
        let document = self.document.as_ref().map(|name| document_numbered(app, office, name));
        Ok(ResultForm {
            text: self.result.clone(),
            date: self.date.clone(),
            indicator: self.indicator.clone(),
            document: document.transpose()?,
        })
    }
}
