//! `tongket figures list|set|show`

use clap::{Args, Subcommand, ValueEnum};
use tongket_app::{
    AppError, FigureEntry, FigureKind, FigureLine, FigureQuery, OfficeChoice, Period, list_figures,
    set_figure, show_figure,
};

use super::Place;
use crate::outcome::Outcome;
use crate::output::say;
use crate::show;

#[derive(Args)]
pub struct Figures {
    #[command(subcommand)]
    action: Action,
}

#[derive(Subcommand)]
enum Action {
    /// Liệt kê số liệu
    List(List),
    /// Ghi một số liệu
    Set(Set),
    /// Xem một số liệu: nguồn gốc và lịch sử
    Show(Show),
}

#[derive(Args)]
struct List {
    /// Chỉ một năm
    #[arg(long, value_name = "NĂM", value_parser = super::years())]
    year: Option<i32>,
    /// Mã cơ quan
    #[arg(long, value_name = "MÃ")]
    office: Option<String>,
    /// In dạng JSON
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
struct Set {
    /// Mã chỉ tiêu
    #[arg(value_name = "CHỈ TIÊU")]
    indicator: String,
    /// Giá trị, viết như trong báo cáo: "1.172,5", "trên 120", "7/8"
    #[arg(value_name = "GIÁ TRỊ", allow_hyphen_values = true)]
    value: String,
    /// Năm
    #[arg(long, value_name = "NĂM", value_parser = super::years(), conflicts_with = "period")]
    year: Option<i32>,
    /// Kỳ: "2023", "quý III/2024", "9 tháng đầu năm 2024", "lũy kế đến 25/9/2024"
    #[arg(long, value_name = "KỲ")]
    period: Option<String>,
    /// Ước thực hiện hay thực hiện; mặc định theo chữ "ước" trong giá trị
    #[arg(long, value_enum, value_name = "LOẠI")]
    kind: Option<Kind>,
    /// Năm công bố, khi khác năm được đo: thứ hạng năm 2022 công bố năm 2023
    #[arg(long, value_name = "NĂM", value_parser = super::years())]
    published: Option<i32>,
    /// Mã cơ quan
    #[arg(long, value_name = "MÃ")]
    office: Option<String>,
    /// In dạng JSON
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
struct Show {
    /// Mã chỉ tiêu
    #[arg(value_name = "CHỈ TIÊU")]
    indicator: String,
    /// Kỳ; mặc định kỳ mới nhất
    #[arg(long, value_name = "KỲ", alias = "year")]
    period: Option<String>,
    /// Mã cơ quan
    #[arg(long, value_name = "MÃ")]
    office: Option<String>,
    /// In dạng JSON
    #[arg(long)]
    json: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum Kind {
    #[value(name = "uoc", alias = "estimate")]
    Estimate,
    #[value(name = "thuc-hien", alias = "actual")]
    Actual,
}

impl Figures {
    pub fn run(&self, place: &Place) -> Result<Outcome, AppError> {
        match &self.action {
            Action::List(list) => list.run(place),
            Action::Set(set) => set.run(place),
            Action::Show(show) => show.run(place),
        }
    }
}

impl List {
    fn run(&self, place: &Place) -> Result<Outcome, AppError> {
        let office = OfficeChoice(self.office.clone());
        let query = FigureQuery { office, year: self.year };
        let lines = list_figures(&place.open()?, &query)?;
        if self.json {
            show::json(&lines)?;
        } else {
            lines.iter().for_each(|line| say!("{}", text(line)));
            say!("{} số liệu", lines.len());
        }
        Ok(Outcome::Done)
    }
}

impl Set {
    fn run(&self, place: &Place) -> Result<Outcome, AppError> {
        let period = match self.year {
            Some(year) => Some(Period::Year(year)),
            None => read_period(self.period.as_deref())?,
        };
        let entry = FigureEntry {
            office: OfficeChoice(self.office.clone()),
            indicator: self.indicator.clone(),
            value: self.value.clone(),
            period,
            kind: self.kind.map(|kind| match kind {
                Kind::Estimate => FigureKind::Estimate,
                Kind::Actual => FigureKind::Actual,
            }),
            published: self.published,
        };
        let line = set_figure(&mut place.open()?, &entry)?;
        if self.json {
            show::json(&line)?;
        } else {
            say!("Đã ghi: {}", text(&line));
        }
        Ok(Outcome::Done)
    }
}

impl Show {
    fn run(&self, place: &Place) -> Result<Outcome, AppError> {
        let office = OfficeChoice(self.office.clone());
        let period = read_period(self.period.as_deref())?;
        let (figures, history) = show_figure(&place.open()?, &office, &self.indicator, period)?;
        if self.json {
            show::json(&serde_json::json!({ "figures": figures, "history": history }))?;
            return Ok(Outcome::Done);
        }
        for line in &figures {
            say!("{}", text(line));
            let state = line.state.vietnamese();
            say!("  nguồn: {}; viết là «{}»; {state}", line.origin, line.raw);
        }
        for change in &history {
            let before = change.before.as_ref().map_or("(chưa có)", |line| line.printed.as_str());
            let after = change.after.as_ref().map_or("(đã xóa)", |line| line.printed.as_str());
            say!("  {}  {}: {before} → {after}", change.time, change.step);
        }
        Ok(Outcome::Done)
    }
}

fn read_period(text: Option<&str>) -> Result<Option<Period>, AppError> {
    text.map(|text| Period::read(text).map_err(AppError::usage)).transpose()
}

fn text(line: &FigureLine) -> String {
    let FigureLine { indicator, printed, when, name, .. } = line;
    format!("{indicator}  {printed}  [{when}, {}]  {name}", line.kind.vietnamese())
}
