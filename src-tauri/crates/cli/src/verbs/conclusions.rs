//! `tongket conclusions list|show|extract|add|remove`

use std::path::PathBuf;

use clap::{Args, Subcommand};
use tongket_app::{
    App, AppError, AssigneeForm, CauseKind, ConclusionForm, ConclusionKind, ConclusionLine,
    ConclusionQuery, ConclusionReading, Due, OfficeChoice, Role, conclusion, conclusions,
    document_numbered, own_program, read_conclusions, remove_conclusion, save_conclusion,
    save_conclusions,
};

use super::{Place, ReadingChoice};
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
        /// Có trong văn bản này hoặc thực hiện văn bản này
        #[arg(long, value_name = "SỐ")]
        document: Option<String>,
        /// Mã lĩnh vực
        #[arg(long, value_name = "LĨNH VỰC")]
        field: Option<String>,
        /// In dạng JSON
        #[arg(long)]
        json: bool,
    },
    /// In mọi điều về một dòng, dạng JSON
    Show {
        /// Số trong danh sách
        #[arg(value_name = "DÒNG")]
        id: u32,
    },
    /// Đọc thông báo kết luận, nghị quyết, bài phát biểu thành các dòng để xem lại
    Extract {
        /// Tệp văn bản (.docx, .txt); dấu - để đọc chữ từ đầu vào chuẩn
        #[arg(value_name = "TỆP")]
        file: PathBuf,
        /// Năm, khi trong văn bản không ghi; mặc định năm nay
        #[arg(long, value_name = "NĂM", value_parser = super::years())]
        year: Option<i32>,
        #[command(flatten)]
        reading: ReadingChoice,
        /// In dạng JSON
        #[arg(long)]
        json: bool,
        /// Ghi mọi dòng đọc được mà chưa có
        #[arg(long)]
        yes: bool,
    },
    /// Thêm một dòng
    Add(Box<Entry>),
    /// Xóa một dòng
    Remove {
        /// Số trong danh sách
        #[arg(value_name = "DÒNG")]
        id: u32,
    },
}

#[derive(Args)]
struct Entry {
    /// Nội dung
    #[arg(value_name = "CÂU")]
    text: String,
    /// Loại: nhiem-vu, chi-dao, uy-quyen, han-che, nguyen-nhan, giai-phap, muc-tieu …
    #[arg(long, value_name = "LOẠI", value_parser = kind, default_value = "nhiem-vu")]
    kind: ConclusionKind,
    /// Năm được tính
    #[arg(long, value_name = "NĂM", value_parser = super::years())]
    year: i32,
    /// Giai đoạn: 2020-2025
    #[arg(long, value_name = "KỲ", default_value = "")]
    covers: String,
    /// Mã lĩnh vực
    #[arg(long, value_name = "LĨNH VỰC", default_value = "")]
    field: String,
    /// Văn bản có dòng này
    #[arg(long, value_name = "SỐ")]
    document: Option<String>,
    /// Số của hội nghị trong danh sách
    #[arg(long, value_name = "HỘI NGHỊ")]
    conference: Option<u32>,
    /// Chủ đề thứ mấy của hội nghị, từ 1; không ghi là phần chung
    #[arg(long, value_name = "SỐ", requires = "conference")]
    topic: Option<u32>,
    /// Người giao
    #[arg(long, value_name = "TÊN", default_value = "")]
    from: String,
    /// Cơ quan chủ trì
    #[arg(long, value_name = "TÊN")]
    to: Vec<String>,
    /// Cơ quan phối hợp
    #[arg(long, value_name = "TÊN")]
    with: Vec<String>,
    /// Giao cho các đơn vị theo điều kiện: "các đơn vị có tỷ lệ giải ngân thấp"
    #[arg(long, value_name = "ĐIỀU KIỆN")]
    to_rule: Vec<String>,
    /// Thời hạn là một ngày: 20/12/2023
    #[arg(long, value_name = "NGÀY", default_value = "")]
    due: String,
    /// Thời hạn bằng lời: "ngay từ những quý đầu năm"
    #[arg(long, value_name = "LỜI", default_value = "")]
    due_words: String,
    /// Mức độ khẩn: "khẩn trương"
    #[arg(long, value_name = "LỜI", default_value = "")]
    urgency: String,
    /// Là một phần của dòng này
    #[arg(long, value_name = "DÒNG")]
    part_of: Option<u32>,
    /// Nguyên nhân: chu-quan, khach-quan
    #[arg(long, value_name = "LOẠI")]
    cause: Option<String>,
    /// Văn bản nêu có mấy phần
    #[arg(long, value_name = "SỐ")]
    stated_count: Option<u32>,
    /// Thực hiện, nhắc đến văn bản này
    #[arg(long, value_name = "SỐ")]
    basis: Vec<String>,
}

/// A kind by its word.
fn kind(word: &str) -> Result<ConclusionKind, String> {
    ConclusionKind::from_word(word)
        .ok_or_else(|| format!("chỉ có {}", ConclusionKind::words().join(", ")))
}

impl Conclusions {
    pub fn run(&self, place: &Place) -> Result<Outcome, AppError> {
        let office = OfficeChoice(self.office.clone());
        let mut app = place.open()?;
        match &self.action {
            Action::List { year, kinds, body, document, field, json } => {
                let document = document.as_ref();
                let document = document.map(|name| document_numbered(&app, &office, name));
                let query = ConclusionQuery {
                    year: *year,
                    kinds: kinds.clone(),
                    body: body.clone(),
                    field: field.clone(),
                    document: document.transpose()?,
                    ..ConclusionQuery::default()
                };
                let lines = conclusions(&app, &office, &query)?;
                if *json {
                    show::json(&lines)?;
                } else {
                    print(&lines);
                    say!("{} dòng", lines.len());
                }
            }
            Action::Show { id } => show::json(&conclusion(&app, &office, *id)?)?,
            Action::Extract { file, year, reading, json, yes } => {
                let (source, options) = (super::extract::source(file)?, reading.options());
                let program = own_program()?;
                let read = read_conclusions(&app, &office, &source, *year, &options, &program)?;
                let read = if *yes { read.checked()? } else { read };
                if *json {
                    show::json(&read)?;
                } else {
                    print_reading(&read);
                }
                if *yes {
                    let rows = read.new_rows();
                    save_conclusions(&mut app, &office, &read.source, &rows)?;
                    if !json {
                        print_saved(rows.len(), read.rows.len() - rows.len());
                    }
                } else if !json {
                    say!("Chưa ghi gì. Thêm --yes để ghi mọi dòng chưa có.");
                }
            }
            Action::Add(entry) => {
                let form = entry.form(&app, &office)?;
                let id = save_conclusion(&mut app, &office, None, &form)?;
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
    fn form(&self, app: &App, office: &OfficeChoice) -> Result<ConclusionForm, AppError> {
        let number = |name: &String| document_numbered(app, office, name);
        let lead = self.to.iter().map(|name| AssigneeForm::body(name, Role::Lead));
        let support = self.with.iter().map(|name| AssigneeForm::body(name, Role::Support));
        let rule = self.to_rule.iter().map(|text| AssigneeForm::rule(text));
        Ok(ConclusionForm {
            field: self.field.clone(),
            covers: self.covers.clone(),
            document: self.document.as_ref().map(number).transpose()?,
            conference: self.conference,
            topic: self.topic.map(|topic| topic.saturating_sub(1)),
            from: self.from.clone(),
            assignees: lead.chain(support).chain(rule).collect(),
            part_of: self.part_of,
            cause: self.cause.as_deref().map(cause).transpose()?,
            deadline: self.due.clone(),
            deadline_words: self.due_words.clone(),
            urgency: self.urgency.clone(),
            stated_count: self.stated_count,
            basis: self.basis.iter().map(number).collect::<Result<_, _>>()?,
            ..ConclusionForm::new(self.kind, self.year, &self.text)
        })
    }
}

fn cause(word: &str) -> Result<CauseKind, AppError> {
    match word {
        "chu-quan" => Ok(CauseKind::Subjective),
        "khach-quan" => Ok(CauseKind::Objective),
        _ => Err(AppError::usage("--cause chỉ có chu-quan, khach-quan")),
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
        about.push(match line.due {
            Due::Overdue => format!("{}, quá hạn {} ngày", line.progress_name, line.days_late),
            Due::Soon => format!("{}, sắp đến hạn", line.progress_name),
            _ => line.progress_name.clone(),
        });
        about.retain(|words| !words.is_empty());
        if !line.count_note.is_empty() {
            about.push(line.count_note.clone());
        }
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

fn print_saved(n_saved: usize, n_known: usize) {
    let known = match n_known {
        0 => String::new(),
        n => format!(" Để lại {n} dòng đã có."),
    };
    match n_saved {
        0 => say!("Không có dòng nào để ghi.{known}"),
        n => say!("Đã ghi {n} dòng.{known} Hoàn tác bằng tongket undo."),
    }
}

fn print_reading(read: &ConclusionReading) {
    for row in &read.rows {
        let form = &row.form;
        let names = form.assignees.iter().map(|it| match it.role {
            Role::Lead => it.name.clone(),
            Role::Support => format!("phối hợp: {}", it.name),
        });
        let mut about: Vec<String> = names.collect();
        let times = [&form.deadline, &form.deadline_words, &form.urgency, &row.deadline_between];
        about.extend(times.into_iter().filter(|it| !it.is_empty()).cloned());
        about.extend(row.stored.map(|id| format!("đã có, dòng số {id}")));
        if !form.mentions.is_empty() {
            about.push(format!("nhắc lại {} lần", form.mentions.len()));
        }
        let part = if row.part_of.is_some() { "  " } else { "" };
        let about =
            if about.is_empty() { String::new() } else { format!(" ({})", about.join("; ")) };
        say!("{}  {part}[{}] {}{about}", row.place_name, row.kind_name, form.text);
    }
    for it in &read.citations {
        if !it.slip.is_empty() {
            say!("  ! {}: «{}» viết sai chính tả: {}", it.place_name, it.slip, it.title);
        }
        if !it.differs.is_empty() {
            say!("  ! {}: {}: {}", it.place_name, it.written, it.differs);
        }
        if it.document.is_none() {
            say!("  ? {}: {} chưa ghi ở phần Văn bản", it.place_name, it.title);
        }
    }
    for note in &read.notes {
        say!("  ! {}: {}", note.place_name, note.text);
    }
    say!("{} dòng, {} lần dẫn văn bản.", read.rows.len(), read.citations.len());
}
