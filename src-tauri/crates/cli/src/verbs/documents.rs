//! `tongket documents list|show|add|issue|remove`

use std::path::PathBuf;

use clap::{Args, Subcommand};
use tongket_app::{
    App, AppError, DocumentForm, DocumentQuery, OfficeChoice, RelationForm, RelationKind, document,
    document_numbered, documents, remove_document, save_document,
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
        /// Ban hành trong năm, hoặc còn hiệu lực trong năm
        #[arg(long, value_name = "NĂM", value_parser = super::years())]
        year: Option<i32>,
        /// Chỉ một loại: "Chỉ thị", "Nghị quyết"
        #[arg(long, value_name = "LOẠI")]
        kind: Option<String>,
        /// In dạng JSON
        #[arg(long)]
        json: bool,
    },
    /// In mọi điều về một văn bản, dạng JSON
    Show {
        /// Số, ký hiệu hoặc cách gọi khác
        #[arg(value_name = "SỐ")]
        name: String,
    },
    /// Thêm một văn bản
    Add(Box<Entry>),
    /// Ghi số và ngày cho một văn bản chờ ban hành
    Issue {
        /// Số thứ tự trong danh sách
        #[arg(value_name = "VĂN BẢN")]
        id: u32,
        /// Số, ký hiệu
        #[arg(long, value_name = "SỐ")]
        number: String,
        /// Ngày ban hành
        #[arg(long, value_name = "NGÀY")]
        date: String,
    },
    /// Xóa một văn bản chưa được nhắc đến
    Remove {
        /// Số thứ tự trong danh sách
        #[arg(value_name = "VĂN BẢN")]
        id: u32,
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
    /// Ngày ban hành: 7/8/2023, hoặc bằng lời
    #[arg(long, value_name = "NGÀY", default_value = "")]
    date: String,
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
    implements: Vec<String>,
    /// Sửa đổi, bổ sung văn bản này
    #[arg(long, value_name = "SỐ")]
    amends: Vec<String>,
    /// Thay thế văn bản này
    #[arg(long, value_name = "SỐ")]
    replaces: Vec<String>,
    /// Thời kỳ áp dụng: 2020-2025
    #[arg(long, value_name = "KỲ", default_value = "")]
    term: String,
    /// Tệp văn bản thuần chứa toàn văn
    #[arg(long, value_name = "TỆP")]
    text: Option<PathBuf>,
}

impl Documents {
    pub fn run(&self, place: &Place) -> Result<Outcome, AppError> {
        let office = OfficeChoice(self.office.clone());
        let mut app = place.open()?;
        match &self.action {
            Action::List { implementing, year, kind, json } => {
                let (implementing, kind, year) = (implementing.clone(), kind.clone(), *year);
                let query = DocumentQuery { implementing, kind, year, ..DocumentQuery::default() };
                let lines = documents(&app, &office, &query)?;
                if *json {
                    show::json(&lines)?;
                    return Ok(Outcome::Done);
                }
                for line in &lines {
                    let about = [&line.date, &line.issuer, &line.subject];
                    let about = about.into_iter().filter(|part| !part.is_empty());
                    let about: Vec<&str> = about.map(String::as_str).collect();
                    say!(
                        "{}  {}  ({}; {})",
                        line.id,
                        line.title,
                        about.join("; "),
                        line.state_name
                    );
                }
                say!("{} văn bản", lines.len());
            }
            Action::Show { name } => {
                let id = document_numbered(&app, &office, name)?;
                show::json(&document(&app, &office, id)?)?;
            }
            Action::Add(entry) => {
                let form = entry.form(&app, &office)?;
                let id = save_document(&mut app, &office, None, &form)?;
                say!("Đã thêm văn bản số {id}");
            }
            Action::Issue { id, number, date } => {
                let stored = document(&app, &office, *id)?;
                let (number, date) = (number.clone(), date.clone());
                let form = DocumentForm { number, date, pending: false, ..stored };
                save_document(&mut app, &office, Some(*id), &form)?;
                say!("Đã ghi: {} số {}, ngày {}", form.kind, form.number, form.date);
            }
            Action::Remove { id } => {
                remove_document(&mut app, &office, *id)?;
                say!("Đã xóa văn bản số {id}");
            }
        }
        Ok(Outcome::Done)
    }
}

impl Entry {
    fn form(&self, app: &App, office: &OfficeChoice) -> Result<DocumentForm, AppError> {
        let text = match &self.text {
            Some(path) => std::fs::read_to_string(path).map_err(|_| {
                AppError::refused(format!(
                    "Không đọc được «{}»; cần tệp văn bản thuần, mã hóa UTF-8",
                    path.display()
                ))
            })?,
            None => String::new(),
        };
        let mut relations = Vec::new();
        for (kind, names) in [
            (RelationKind::Implements, &self.implements),
            (RelationKind::Amends, &self.amends),
            (RelationKind::Replaces, &self.replaces),
        ] {
            for name in names {
                relations.push(RelationForm { kind, to: document_numbered(app, office, name)? });
            }
        }
        Ok(DocumentForm {
            kind: self.kind.clone(),
            number: self.number.clone(),
            date: self.date.clone(),
            issuer: self.issuer.clone(),
            subject: self.subject.clone(),
            pending: self.number.is_empty() && self.date.is_empty(),
            aliases: self.aliases.clone(),
            field: self.field.clone(),
            term: self.term.clone(),
            relations,
            text,
            ..DocumentForm::default()
        })
    }
}
