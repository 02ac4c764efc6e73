//! `tongket conclusions list|add|remove`

use clap::{Args, Subcommand};
use tongket_app::{
    AppError, ConclusionEntry, ConclusionKind, ConclusionLine, ConclusionQuery, OfficeChoice,
    Period, TaskFilter, add_conclusion, conclusions, remove_conclusion,
};

use super::Place;
use crate::outcome::Outcome;
use crate::output::say;
use crate::show;

#[derive(Args)]
pub struct Conclusions {
    #[command(subcommand)]
    action: Action,
    /// Mã cơ quan
    #[arg(long, global = true, value_name = "MÃ")]
    office: Option<String>,
}

#[derive(Subcommand)]
enum Action {
    /// Liệt kê theo năm và thứ tự
    List {
        /// Chỉ một năm, kể cả dòng nhiều năm có năm đó
        #[arg(long, value_name = "NĂM", value_parser = super::years())]
        year: Option<i32>,
        /// Chỉ một loại: task, instruction, delegation, limitation, cause, solution, objective …
        #[arg(long = "kind", value_name = "LOẠI", value_parser = kind)]
        kinds: Vec<ConclusionKind>,
        /// Do cơ quan, chức danh này giao hoặc được giao
        #[arg(long, value_name = "TÊN")]
        body: Option<String>,
        /// In dạng JSON
        #[arg(long)]
        json: bool,
    },
    /// Thêm một dòng
    Add(Entry),
    /// Xóa một dòng
    Remove {
        /// Số trong danh sách
        #[arg(value_name = "DÒNG")]
        id: i64,
    },
}

#[derive(Args)]
struct Entry {
    /// Nội dung
    #[arg(value_name = "CÂU")]
    text: String,
    /// Loại: task, instruction, delegation, limitation, cause, solution, objective …
    #[arg(long, value_name = "LOẠI", value_parser = kind, default_value = "task")]
    kind: ConclusionKind,
    #[arg(long, value_name = "NĂM", value_parser = super::years())]
    year: i32,
    /// Giai đoạn: 2020..2025
    #[arg(long, value_name = "KỲ")]
    covers: Option<String>,
    /// Mã lĩnh vực
    #[arg(long, value_name = "LĨNH VỰC", default_value = "")]
    field: String,
    /// Văn bản có dòng này
    #[arg(long, value_name = "SỐ")]
    document: Option<String>,
    /// Người giao
    #[arg(long, value_name = "TÊN")]
    from: Option<String>,
    /// Cơ quan chủ trì
    #[arg(long, value_name = "TÊN")]
    to: Vec<String>,
    /// Cơ quan phối hợp
    #[arg(long, value_name = "TÊN")]
    with: Vec<String>,
    /// Thời hạn là một ngày: 20/12/2023
    #[arg(long, value_name = "NGÀY")]
    due: Option<String>,
    /// Thời hạn bằng lời: "ngay từ những quý đầu năm"
    #[arg(long, value_name = "LỜI", default_value = "")]
    due_words: String,
    /// Là một phần của dòng này
    #[arg(long, value_name = "DÒNG")]
    part_of: Option<i64>,
}

/// A kind by its code.
fn kind(code: &str) -> Result<ConclusionKind, String> {
    ConclusionKind::from_code(code).ok_or_else(|| {
        let codes: Vec<&str> = ConclusionKind::ALL.iter().map(|kind| kind.code()).collect();
        format!("chỉ có {}", codes.join(", "))
    })
}

impl Conclusions {
    pub fn run(&self, place: &Place) -> Result<Outcome, AppError> {
        let office = OfficeChoice(self.office.clone());
        let mut app = place.open()?;
        match &self.action {
            Action::List { year, kinds, body, json } => {
                let (kinds, body) = (kinds.clone(), body.clone());
                let tasks = TaskFilter::All;
                let query = ConclusionQuery { office, year: *year, kinds, body, tasks };
                let lines = conclusions(&app, &query)?;
                if *json {
                    show::json(&lines)?;
                } else {
                    print(&lines);
                    say!("{} dòng", lines.len());
                }
            }
            Action::Add(entry) => {
                let id = add_conclusion(&mut app, &office, &entry.read()?)?;
                say!("Đã thêm {} số {id}", entry.kind.vietnamese());
            }
            Action::Remove { id } => {
                remove_conclusion(&mut app, &office, *id)?;
                say!("Đã xóa dòng số {id}");
            }
        }
        Ok(Outcome::Done)
    }
}

impl Entry {
    fn read(&self) -> Result<ConclusionEntry, AppError> {
        let covers = self.covers.as_deref().map(str::parse::<Period>).transpose();
        Ok(ConclusionEntry {
            kind: self.kind,
            text: self.text.clone(),
            year: self.year,
            covers: covers.map_err(|error| AppError::usage(error.to_string()))?,
            field: self.field.clone(),
            document: self.document.clone(),
            from: self.from.clone(),
            to: self.to.clone(),
            with: self.with.clone(),
            deadline: self.due.as_deref().map(super::day).transpose()?,
            deadline_words: self.due_words.clone(),
            part_of: self.part_of,
        })
    }
}

/// One line each: number, kind, text, whom it was given to, by when, how far it has come.
pub(super) fn print(lines: &[ConclusionLine]) {
    for line in lines {
        let mut about = Vec::new();
        if !line.to.is_empty() {
            about.push(line.to.join(", "));
        }
        if !line.with.is_empty() {
            about.push(format!("phối hợp: {}", line.with.join(", ")));
        }
        if !line.deadline.is_empty() {
            about.push(format!("hạn {}", line.deadline));
        }
        about.push(match line.overdue {
            true => format!("{}, quá hạn", line.progress_name),
            false => line.progress_name.clone(),
        });
        say!(
            "{}  [{} {}] {} ({})",
            line.id,
            line.kind_name,
            line.year,
            line.text,
            about.join("; ")
        );
    }
}
