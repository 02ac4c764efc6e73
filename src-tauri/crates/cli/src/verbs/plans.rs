//! `tongket plans list|set`

use clap::{Args, Subcommand};
use tongket_app::{AppError, OfficeChoice, PlanEntry, PlanLine, list_plans, set_plan};

use super::Place;
use crate::outcome::Outcome;
use crate::output::say;
use crate::show;

#[derive(Args)]
pub struct Plans {
    #[command(subcommand)]
    action: Action,
}

#[derive(Subcommand)]
enum Action {
    /// Liệt kê kế hoạch
    List(List),
    /// Ghi một kế hoạch
    Set(Set),
}

#[derive(Args)]
pub(super) struct List {
    /// Chỉ một năm
    #[arg(long, value_name = "NĂM", value_parser = super::years())]
    pub year: Option<i32>,
    /// Mã cơ quan
    #[arg(long, value_name = "MÃ")]
    pub office: Option<String>,
    /// In dạng JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Args)]
struct Set {
    #[command(flatten)]
    entry: Entry,
    /// Ai giao: "tỉnh", "Thủ tướng Chính phủ"
    #[arg(long, value_name = "CƠ QUAN GIAO", default_value = "")]
    by: String,
}

/// What plans and targets are set with.
#[derive(Args)]
pub(super) struct Entry {
    /// Mã chỉ tiêu
    #[arg(value_name = "CHỈ TIÊU")]
    indicator: String,
    /// Giá trị, viết như trong báo cáo: "1.172,5", "trên 120", "7/8"; để trống "" là xóa
    #[arg(value_name = "GIÁ TRỊ", allow_hyphen_values = true)]
    value: String,
    /// Năm
    #[arg(long, value_name = "NĂM", value_parser = super::years())]
    year: i32,
    /// Mã cơ quan
    #[arg(long, value_name = "MÃ")]
    office: Option<String>,
    /// In dạng JSON
    #[arg(long)]
    json: bool,
}

impl Entry {
    pub fn entry(&self) -> PlanEntry {
        PlanEntry {
            office: OfficeChoice(self.office.clone()),
            indicator: self.indicator.clone(),
            value: self.value.clone(),
            year: self.year,
        }
    }

    /// Tells what was stored.
    pub fn tell(&self, line: Option<&PlanLine>) -> Result<Outcome, AppError> {
        match line {
            _ if self.json => show::json(&line)?,
            Some(line) => say!("Đã ghi: {}", text(line)),
            None => say!("Đã xóa: {} năm {}", self.indicator, self.year),
        }
        Ok(Outcome::Done)
    }
}

impl Plans {
    pub fn run(&self, place: &Place) -> Result<Outcome, AppError> {
        match &self.action {
            Action::List(list) => {
                let office = OfficeChoice(list.office.clone());
                list.tell(&list_plans(&place.open()?, &office, list.year)?, "kế hoạch")
            }
            Action::Set(Set { entry, by }) => {
                let line = set_plan(&mut place.open()?, &entry.entry(), by)?;
                entry.tell(line.as_ref())
            }
        }
    }
}

impl List {
    /// Tells the lines and how many `what` they are.
    pub fn tell(&self, lines: &[PlanLine], what: &str) -> Result<Outcome, AppError> {
        if self.json {
            show::json(&lines)?;
        } else {
            lines.iter().for_each(|line| say!("{}", text(line)));
            say!("{} {what}", lines.len());
        }
        Ok(Outcome::Done)
    }
}

fn text(line: &PlanLine) -> String {
    let PlanLine { indicator, printed, period, assigner, name, .. } = line;
    match assigner.as_str() {
        "" => format!("{indicator}  {printed}  [{period}]  {name}"),
        by => format!("{indicator}  {printed}  [{period}, {by} giao]  {name}"),
    }
}
