//! `tongket documents list|add|remove`

use std::path::PathBuf;

use clap::{Args, Subcommand};
use tongket_app::{
    AppError, DocumentEntry, OfficeChoice, add_document, documents, remove_document,
};

use super::Place;
use crate::outcome::Outcome;
use crate::output::say;
use crate::show;

#[derive(Args)]
pub struct Documents {
    #[command(subcommand)]
    action: Action,
    /// Mã cơ quan
    #[arg(long, global = true, value_name = "MÃ")]
    office: Option<String>,
}

#[derive(Subcommand)]
enum Action {
    /// Liệt kê văn bản, mới nhất trước
    List {
        /// Chỉ văn bản triển khai văn bản này
        #[arg(long, value_name = "SỐ")]
        implementing: Option<String>,
        /// In dạng JSON
        #[arg(long)]
        json: bool,
    },
    /// Thêm một văn bản
    Add(Entry),
    /// Xóa một văn bản chưa được nhắc đến
    Remove {
        /// Số thứ tự trong danh sách
        #[arg(value_name = "VĂN BẢN")]
        id: i64,
    },
}

#[derive(Args)]
struct Entry {
    /// Loại: "Chỉ thị", "Nghị quyết"
    #[arg(value_name = "LOẠI")]
    kind: String,
    /// Số, ký hiệu; không có là chờ ban hành
    #[arg(long, value_name = "SỐ", default_value = "")]
    number: String,
    /// Ngày ban hành: 7/8/2023
    #[arg(long, value_name = "NGÀY")]
    date: Option<String>,
    /// Cơ quan ban hành
    #[arg(long, value_name = "TÊN", default_value = "")]
    issuer: String,
    /// Trích yếu
    #[arg(long, value_name = "CÂU", default_value = "")]
    subject: String,
    /// Cách gọi khác
    #[arg(long = "alias", value_name = "TÊN")]
    aliases: Vec<String>,
    /// Mã lĩnh vực
    #[arg(long, value_name = "LĨNH VỰC", default_value = "")]
    field: String,
    /// Triển khai văn bản này
    #[arg(long, value_name = "SỐ")]
    implements: Option<String>,
    /// Tệp văn bản thuần chứa toàn văn
    #[arg(long, value_name = "TỆP")]
    text: Option<PathBuf>,
}

impl Documents {
    pub fn run(&self, place: &Place) -> Result<Outcome, AppError> {
        let office = OfficeChoice(self.office.clone());
        let mut app = place.open()?;
        match &self.action {
            Action::List { implementing, json } => {
                let lines = documents(&app, &office, implementing.as_deref())?;
                if *json {
                    show::json(&lines)?;
                    return Ok(Outcome::Done);
                }
                for line in &lines {
                    let about = [&line.date, &line.issuer, &line.subject];
                    let about = about.into_iter().filter(|part| !part.is_empty());
                    let about: Vec<&str> = about.map(String::as_str).collect();
                    say!("{}  {}  ({}; {})", line.id, line.title, about.join("; "), line.state);
                }
                say!("{} văn bản", lines.len());
            }
            Action::Add(entry) => {
                let id = add_document(&mut app, &office, &entry.read()?)?;
                say!("Đã thêm văn bản số {id}");
            }
            Action::Remove { id } => {
                remove_document(&mut app, *id)?;
                say!("Đã xóa văn bản số {id}");
            }
        }
        Ok(Outcome::Done)
    }
}

impl Entry {
    fn read(&self) -> Result<DocumentEntry, AppError> {
        let text = match &self.text {
            Some(path) => std::fs::read_to_string(path).map_err(|_| {
                AppError::refused(format!(
                    "Không đọc được «{}»; cần tệp văn bản thuần, mã hóa UTF-8",
                    path.display()
                ))
            })?,
            None => String::new(),
        };
        Ok(DocumentEntry {
            kind: self.kind.clone(),
            number: self.number.clone(),
            date: self.date.as_deref().map(super::day).transpose()?,
            issuer: self.issuer.clone(),
            subject: self.subject.clone(),
            aliases: self.aliases.clone(),
            field: self.field.clone(),
            implements: self.implements.clone(),
            text,
        })
    }
}
