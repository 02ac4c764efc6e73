//! `tongket conferences list|add|alias|confirm|remove`

use clap::{Args, Subcommand};
use tongket_app::{
    AppError, ConferenceFactForm, ConferenceForm, OfficeChoice, conferences, confirm_conference,
    remove_conference, save_conference, set_conference_aliases,
};

use super::Place;
use crate::outcome::Outcome;
use crate::output::say;
use crate::show;

#[derive(Args)]
pub struct Conferences {
    #[command(subcommand)]
    action: Action,
    /// Mã cơ quan
    #[arg(long, global = true, value_name = "MÃ")]
    office: Option<String>,
}

#[derive(Subcommand)]
enum Action {
    /// Liệt kê hội nghị, mới nhất trước
    List {
        /// In dạng JSON
        #[arg(long)]
        json: bool,
    },
    /// Thêm một hội nghị
    Add(Entry),
    /// Ghi các cách gọi khác của một hội nghị
    Alias {
        /// Số trong danh sách
        #[arg(value_name = "SỐ")]
        id: u32,
        /// Các cách gọi; không ghi thì bỏ hết
        #[arg(value_name = "TÊN")]
        names: Vec<String>,
    },
    /// Xác nhận ngày họp mà năm được suy ra từ kỳ
    Confirm {
        /// Số trong danh sách
        #[arg(value_name = "SỐ")]
        id: u32,
    },
    /// Xóa một hội nghị chưa được nhắc đến
    Remove {
        /// Số trong danh sách
        #[arg(value_name = "SỐ")]
        id: u32,
    },
}

#[derive(Args)]
struct Entry {
    /// Tên, không kèm lần thứ mấy
    #[arg(value_name = "TÊN")]
    name: String,
    /// Lần thứ mấy
    #[arg(long, value_name = "SỐ")]
    ordinal: Option<u32>,
    /// Ngày họp, mỗi ngày một lần: 28/12/2022; thiếu năm (27/12) thì lấy năm của --period
    #[arg(long = "day", value_name = "NGÀY")]
    days: Vec<String>,
    /// Bàn về kỳ nào: "quý III/2024"
    #[arg(long, value_name = "KỲ", default_value = "")]
    period: String,
    /// Chủ đề, theo thứ tự
    #[arg(long = "topic", value_name = "CHỦ ĐỀ")]
    topics: Vec<String>,
    /// Số liệu: "đại biểu=hơn 9.000"
    #[arg(long = "fact", value_name = "TÊN=SỐ")]
    facts: Vec<String>,
}

impl Conferences {
    pub fn run(&self, place: &Place) -> Result<Outcome, AppError> {
        let office = OfficeChoice(self.office.clone());
        let mut app = place.open()?;
        match &self.action {
            Action::List { json } => {
                let lines = conferences(&app, &office)?;
                if *json {
                    show::json(&lines)?;
                    return Ok(Outcome::Done);
                }
                for line in &lines {
                    let counts = format!("{} dòng kết luận", line.n_conclusions);
                    let about: Vec<&str> = [line.days.as_str(), &line.period, &counts]
                        .into_iter()
                        .filter(|part| !part.is_empty())
                        .collect();
                    say!("{}  {}  ({})", line.id, line.title, about.join("; "));
                }
                say!("{} hội nghị", lines.len());
            }
            Action::Add(entry) => {
                let id = save_conference(&mut app, &office, None, &entry.form()?)?;
                say!("Đã thêm hội nghị số {id}");
            }
            Action::Alias { id, names } => {
                match set_conference_aliases(&mut app, &office, *id, names)? {
                    0 => say!("Hội nghị số {id} không còn cách gọi khác"),
                    n => say!("Đã ghi {n} cách gọi khác của hội nghị số {id}"),
                }
            }
            Action::Confirm { id } => {
                confirm_conference(&mut app, &office, *id)?;
                say!("Đã xác nhận ngày họp của hội nghị số {id}");
            }
            Action::Remove { id } => {
                remove_conference(&mut app, &office, *id)?;
                say!("Đã xóa hội nghị số {id}");
            }
        }
        Ok(Outcome::Done)
    }
}

impl Entry {
    fn form(&self) -> Result<ConferenceForm, AppError> {
        let fact = |text: &String| {
            let (name, value) =
                text.split_once('=').filter(|(_, value)| !value.trim().is_empty())?;
            Some(ConferenceFactForm { name: name.to_owned(), value: value.to_owned() })
        };
        let facts: Option<Vec<_>> = self.facts.iter().map(fact).collect();
        let facts = facts.ok_or_else(|| {
            AppError::usage("--fact cần cả tên và số, ví dụ --fact \"đại biểu=hơn 9.000\"")
        })?;
        Ok(ConferenceForm {
            name: self.name.clone(),
            ordinal: self.ordinal,
            days: self.days.clone(),
            day_words: String::new(),
            period: self.period.clone(),
            topics: self.topics.clone(),
            facts,
            revision: String::new(),
        })
    }
}
