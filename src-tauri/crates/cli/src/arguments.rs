//! The forms of the command line, in Vietnamese.

use std::path::PathBuf;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Parser, Subcommand};

use crate::outcome::Outcome;
use crate::output;
use crate::verbs::{
    backup, bodies, check, collect, conclusions, conferences, documents, draft, drafts, export,
    extract, figures, import, init, plans, read, redo, restore, search, selftest, targets, tasks,
    undo, units, verify, year,
};

/// Tổng Kết: từ số liệu của cơ quan đến báo cáo Word đúng từng con số.
#[derive(Parser)]
#[command(name = "tongket", version, disable_help_subcommand = true)]
#[command(subcommand_help_heading = "Lệnh", next_help_heading = "Tùy chọn chung")]
pub struct Arguments {
    /// Tệp dữ liệu; mặc định ở thư mục dữ liệu của người dùng
    #[arg(long, global = true, value_name = "TỆP", env = "TONGKET_DB")]
    pub db: Option<PathBuf>,
    #[command(subcommand)]
    pub verb: Verb,
}

#[derive(Subcommand)]
pub enum Verb {
    /// Tạo tệp dữ liệu
    Init(init::Init),
    /// Dự thảo báo cáo và ghi ra tệp Word
    Draft(draft::Draft),
    /// Dự thảo giữ trong dữ liệu của cơ quan: tạo, lưu, chốt, so sánh, xuất
    Drafts(drafts::Drafts),
    /// Xem, nhập, tra nguồn gốc số liệu
    Figures(figures::Figures),
    /// Xem, ghi kế hoạch được giao
    Plans(plans::Plans),
    /// Xem, ghi chỉ tiêu phấn đấu của năm sau
    Targets(targets::Targets),
    /// Kho văn bản
    Documents(documents::Documents),
    /// Kết luận, nhiệm vụ, hạn chế và các dòng khác đã được nêu
    Conclusions(conclusions::Conclusions),
    /// Cơ quan, chức danh giao và được giao việc
    Bodies(bodies::Bodies),
    /// Hội nghị
    Conferences(conferences::Conferences),
    /// Theo dõi nhiệm vụ: quá hạn, chưa có hạn, đã hoàn thành
    Tasks(tasks::Tasks),
    /// Tìm trong văn bản, kết luận, số liệu, dự thảo
    Search(search::Search),
    /// Các đơn vị gửi số liệu về cơ quan
    Units(units::Units),
    /// Thu thập số liệu từ các đơn vị bằng biểu Excel
    Collect(collect::Collect),
    /// Nhập số liệu từ bảng tính, văn bản
    Import(import::Import),
    /// Ghi các bảng số liệu ra tệp Excel
    Export(export::Export),
    /// Đọc nguyên văn một tệp, không diễn giải
    Read(read::Read),
    /// Tìm số liệu trong câu văn
    Extract(extract::Extract),
    /// Mở năm mới từ chỉ tiêu và danh mục của năm trước
    Year(year::Year),
    /// Rà soát số liệu và dự thảo
    Check(check::Check),
    /// Hoàn tác thay đổi gần nhất
    Undo(undo::Undo),
    /// Làm lại thay đổi vừa hoàn tác
    Redo(redo::Redo),
    /// Sao lưu tệp dữ liệu
    Backup(backup::Backup),
    /// Khôi phục tệp dữ liệu từ bản sao lưu
    Restore(restore::Restore),
    /// Kiểm tra toàn bộ tệp dữ liệu
    Verify(verify::Verify),
    /// Tự kiểm tra khả năng giữ dữ liệu
    Selftest(selftest::Selftest),
}

/// Ended before any verb ran: help was asked for, or the usage is wrong.
pub struct Ended(clap::Error);

pub fn parse() -> Result<Arguments, Ended> {
    Arguments::try_parse().map_err(Ended)
}

impl Ended {
    pub fn print(self) -> Outcome {
        match self.0.kind() {
            ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
                output::print(format_args!("{}", in_vietnamese(self.0.to_string())));
                Outcome::Done
            }
            kind => {
                let reason = reason(&self.0, kind);
                output::complain(format_args!("Sai cách dùng: {reason}; xem tongket --help"));
                Outcome::Usage
            }
        }
    }
}

/// The words that clap itself puts into its help.
const WORDS: [(&str, &str); 10] = [
    ("Usage:", "Cách dùng:"),
    ("[OPTIONS]", "[TÙY CHỌN]"),
    ("<COMMAND>", "<LỆNH>"),
    ("Options:", "Tùy chọn:"),
    ("Arguments:", "Tham số:"),
    ("Commands:", "Lệnh:"),
    ("Print help", "In hướng dẫn này"),
    ("Print version", "In số phiên bản"),
    ("[possible values:", "[chọn:"),
    ("[env:", "[biến môi trường:"),
];

fn in_vietnamese(help: String) -> String {
    WORDS.iter().fold(help, |help, (english, vietnamese)| help.replace(english, vietnamese))
}

/// One line in Vietnamese for what clap reports.
fn reason(error: &clap::Error, kind: ErrorKind) -> String {
    let context = |wanted| match error.get(wanted) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    };
    let argument = context(ContextKind::InvalidArg);
    match kind {
        ErrorKind::InvalidSubcommand => {
            format!("không có lệnh «{}»", context(ContextKind::InvalidSubcommand))
        }
        ErrorKind::UnknownArgument => format!("không hiểu «{argument}»"),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            format!("giá trị «{}» của {argument} không hợp lệ", context(ContextKind::InvalidValue))
        }
        ErrorKind::MissingRequiredArgument => format!("thiếu {argument}"),
        ErrorKind::ArgumentConflict => {
            format!("{argument} không dùng cùng {}", context(ContextKind::PriorArg))
        }
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            "chưa nêu lệnh".to_owned()
        }
        ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            format!("số giá trị của {argument} không đúng")
        }
        ErrorKind::InvalidUtf8 => "tham số không phải là UTF-8".to_owned(),
        _ => "tham số không đúng".to_owned(),
    }
}
