//! `tongket units list|add|commitments|remove`

use clap::{Args, Subcommand};
use tongket_app::{AppError, OfficeChoice, add_reporters, commitments, remove_reporter, reporters};

use super::Place;
use crate::outcome::Outcome;
use crate::output::say;
use crate::show;

#[derive(Args)]
pub struct Units {
    #[command(subcommand)]
    action: Action,
    /// Mã cơ quan
    #[arg(long, global = true, value_name = "MÃ")]
    office: Option<String>,
}

#[derive(Subcommand)]
enum Action {
    /// Liệt kê các đơn vị báo cáo
    List {
        /// In dạng JSON
        #[arg(long)]
        json: bool,
    },
    /// Thêm đơn vị; tên đã có thì bỏ qua
    Add {
        /// Tên các đơn vị
        #[arg(required = true, value_name = "TÊN")]
        names: Vec<String>,
        /// Xếp dưới đề mục: "Các sở, ban, ngành"
        #[arg(long, value_name = "NHÓM", default_value = "")]
        group: String,
    },
    /// Liệt kê cam kết của các đơn vị: giá trị, hạn, kết quả, còn thiếu
    Commitments {
        /// Mã chỉ tiêu
        #[arg(value_name = "CHỈ TIÊU")]
        indicator: String,
        /// Năm cam kết
        #[arg(long, value_name = "NĂM", value_parser = super::years())]
        year: i32,
        /// In dạng JSON
        #[arg(long)]
        json: bool,
    },
    /// Bỏ một đơn vị chưa có số liệu
    Remove {
        /// Mã đơn vị
        #[arg(value_name = "ĐƠN VỊ")]
        slug: String,
    },
}

impl Units {
    pub fn run(&self, place: &Place) -> Result<Outcome, AppError> {
        let office = OfficeChoice(self.office.clone());
        let mut app = place.open()?;
        match &self.action {
            Action::List { json } => {
                let lines = reporters(&app, &office)?;
                if *json {
                    show::json(&lines)?;
                } else {
                    for line in &lines {
                        match line.group.as_str() {
                            "" => say!("{}  {}", line.slug, line.name),
                            group => say!("{}  {}  [{group}]", line.slug, line.name),
                        }
                    }
                    say!("{} đơn vị báo cáo", lines.len());
                }
            }
            Action::Add { names, group } => {
                let n_added = add_reporters(&mut app, &office, group, names)?;
                say!("Đã thêm {n_added} đơn vị báo cáo");
            }
            Action::Commitments { indicator, year, json } => {
                let lines = commitments(&app, &office, indicator, *year)?;
                if *json {
                    show::json(&lines)?;
                    return Ok(Outcome::Done);
                }
                for line in &lines {
                    let reached = Some(&line.reached).filter(|it| !it.is_empty());
                    let reached = reached.map(|it| format!("; kết quả {it}")).unwrap_or_default();
                    let missing = Some(&line.missing).filter(|it| !it.is_empty());
                    let missing = missing.map(|it| format!(", còn thiếu {it}")).unwrap_or_default();
                    let (unit, promised, due, state) =
                        (&line.unit, &line.promised, &line.due, line.state);
                    say!("{unit}: cam kết {promised}, hạn {due}{reached} ({state}{missing})");
                }
                let short = lines.iter().filter(|line| !line.missing.is_empty()).count();
                say!("{} cam kết, {short} chưa đạt", lines.len());
            }
            Action::Remove { slug } => {
                remove_reporter(&mut app, &office, slug)?;
                say!("Đã bỏ đơn vị báo cáo: {slug}");
            }
        }
        Ok(Outcome::Done)
    }
}
