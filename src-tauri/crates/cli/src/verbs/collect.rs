//! `tongket collect new|list|forms|read|remove`

use std::ops::ControlFlow;
use std::path::PathBuf;

use clap::{Args, Subcommand};
use serde::Serialize;
use tongket_app::{
    AppError, CollectionForm, OfficeChoice, QuestionForm, ReturnedForms, add_collection,
    apply_returned_forms, collections, own_program, read_returned_forms, remove_collection,
    write_answer_forms,
};

use super::Place;
use crate::outcome::Outcome;
use crate::output::say;
use crate::show;

#[derive(Args)]
pub struct Collect {
    #[command(subcommand)]
    action: Action,
    /// Mã cơ quan
    #[arg(long, global = true, value_name = "MÃ")]
    office: Option<String>,
}

#[derive(Subcommand)]
enum Action {
    /// Tạo một đợt thu thập số liệu từ các đơn vị
    New(New),
    /// Các đợt: ai đã gửi, ai còn thiếu
    List {
        /// In dạng JSON
        #[arg(long)]
        json: bool,
    },
    /// Ghi biểu Excel cho từng đơn vị vào một thư mục
    Forms {
        /// Số của đợt
        #[arg(value_name = "ĐỢT")]
        id: u32,
        /// Thư mục để biểu
        #[arg(long, value_name = "THƯ MỤC", default_value = ".")]
        out_dir: PathBuf,
    },
    /// Đọc các biểu gửi về: xem trước, rồi đồng ý
    Read(Read),
    /// Xóa một đợt; số liệu đã nhập thì giữ
    Remove {
        /// Số của đợt
        #[arg(value_name = "ĐỢT")]
        id: u32,
    },
}

#[derive(Args)]
struct New {
    /// Tên đợt
    #[arg(value_name = "TÊN")]
    name: String,
    /// Kỳ số liệu: 2024, "9 tháng năm 2024"
    #[arg(long, value_name = "KỲ")]
    period: String,
    /// Hạn gửi: 15/12/2024
    #[arg(long, value_name = "NGÀY", default_value = "")]
    due: String,
    /// Hỏi gì: mã chỉ tiêu, hoặc mã:loại (thuc-hien, uoc, ke-hoach, cam-ket, ngay)
    #[arg(long = "ask", required = true, value_name = "CHỈ TIÊU[:LOẠI]")]
    questions: Vec<String>,
    /// Chỉ hỏi các đơn vị thuộc nhóm này
    #[arg(long, value_name = "NHÓM")]
    group: Option<String>,
}

#[derive(Args)]
struct Read {
    /// Số của đợt
    #[arg(value_name = "ĐỢT")]
    id: u32,
    /// Các tệp, hoặc thư mục chứa các tệp
    #[arg(required = true, value_name = "TỆP")]
    files: Vec<PathBuf>,
    /// Đồng ý ghi
    #[arg(long)]
    yes: bool,
    /// Thay số đang có bằng số trong biểu khi hai bên khác nhau
    #[arg(long)]
    replace: bool,
    /// In dạng JSON
    #[arg(long)]
    json: bool,
}

impl Collect {
    pub fn run(&self, place: &Place) -> Result<Outcome, AppError> {
        let office = OfficeChoice(self.office.clone());
        match &self.action {
            Action::New(new) => {
                let id = add_collection(&mut place.open()?, &office, &new.form())?;
                say!("Đã tạo đợt thu thập số {id}");
            }
            Action::List { json } => {
                let lines = collections(&place.open()?, &office)?;
                if *json {
                    show::json(&lines)?;
                    return Ok(Outcome::Done);
                }
                for line in &lines {
                    let (name, period) = (&line.name, &line.period);
                    let (answered, asked) = (line.n_answered, line.n_asked);
                    say!("{}  {name}  [{period}]  {answered}/{asked} đơn vị đã gửi", line.id);
                    if !line.missing.is_empty() {
                        say!("  Còn thiếu: {}", line.missing.join("; "));
                    }
                }
                say!("{} đợt thu thập", lines.len());
            }
            Action::Forms { id, out_dir } => {
                let mut go_on = |_| ControlFlow::Continue(());
                let written =
                    write_answer_forms(&place.open()?, &office, *id, out_dir, &mut go_on)?;
                say!("Đã ghi {} biểu vào {}", written.unwrap_or_default().len(), out_dir.display());
            }
            Action::Read(read) => return read.run(place, &office),
            Action::Remove { id } => {
                remove_collection(&mut place.open()?, &office, *id)?;
                say!("Đã xóa đợt thu thập số {id}");
            }
        }
        Ok(Outcome::Done)
    }
}

impl New {
    fn form(&self) -> CollectionForm {
        let question = |asked: &String| {
            let (indicator, measure) = asked.split_once(':').unwrap_or((asked, "thuc-hien"));
            QuestionForm { indicator: indicator.to_owned(), measure: measure.to_owned() }
        };
        CollectionForm {
            name: self.name.clone(),
            period: self.period.clone(),
            due: self.due.clone(),
            questions: self.questions.iter().map(question).collect(),
            group: self.group.clone(),
        }
    }
}

/// What came back, and how many answers were written, when they were to be.
#[derive(Serialize)]
struct Document {
    #[serde(flatten)]
    returned: ReturnedForms,
    #[serde(skip_serializing_if = "Option::is_none")]
    n_written: Option<usize>,
}

impl Read {
    fn run(&self, place: &Place, office: &OfficeChoice) -> Result<Outcome, AppError> {
        let mut app = place.open()?;
        let reader = own_program()?;
        let mut go_on = |_| ControlFlow::Continue(());
        let read = read_returned_forms(&app, office, self.id, &reader, &self.files, &mut go_on)?;
        let Some(returned) = read else { return Ok(Outcome::Done) };
        let n_written = match self.yes {
            true => Some(apply_returned_forms(&mut app, office, self.id, &returned, self.replace)?),
            false => None,
        };
        if self.json {
            show::json(&Document { returned, n_written })?;
            return Ok(Outcome::Done);
        }
        for form in &returned.forms {
            say!("{}: {} số liệu ({})", form.reporter, form.n_values, form.file);
            form.problems.iter().for_each(|problem| say!("  - {problem}"));
        }
        returned.unusable.iter().for_each(|why| say!("Bỏ qua {why}"));
        returned.conflicts.iter().for_each(|conflict| say!("Khác số đang có: {conflict}"));
        if !returned.conflicts.is_empty() && !self.replace {
            say!("Giữ số đang có; thêm --replace để thay bằng số trong biểu.");
        }
        say!("Đọc được {} biểu", returned.forms.len());
        if !returned.missing.is_empty() {
            say!("Còn thiếu {}: {}", returned.missing.len(), returned.missing.join("; "));
        }
        match n_written {
            Some(0) => say!("Không có số liệu mới hay thay đổi nào để ghi."),
            Some(n) => say!("Đã ghi {n} số liệu mới hoặc thay đổi. Hoàn tác bằng tongket undo."),
            None => say!("Chưa ghi gì. Thêm --yes để ghi."),
        }
        Ok(Outcome::Done)
    }
}
