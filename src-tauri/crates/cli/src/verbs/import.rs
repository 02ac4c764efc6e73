//! `tongket import FILE…`

use std::path::{Path, PathBuf};

use clap::Args;
use serde::Serialize;
use tongket_app::{
    App, AppError, Applied, Encoding, Import as Planned, ImportAnswers, ImportQuestion,
    ImportRequest, MissingAnswer, OfficeChoice, Recognised, apply_import, own_program, read_file,
};

use super::{Place, ReadingChoice};
use crate::outcome::Outcome;
use crate::output::say;
use crate::show;

#[derive(Args)]
pub struct Import {
    /// Bảng tính, văn bản Word hoặc tệp chữ
    #[arg(required = true, value_name = "TỆP")]
    files: Vec<PathBuf>,
    /// Năm báo cáo, khi trong tệp không ghi
    #[arg(long, value_name = "NĂM", value_parser = super::years())]
    year: Option<i32>,
    /// Mốc số liệu, khi trong tệp không ghi: 25/9/2024
    #[arg(long, value_name = "NGÀY")]
    cut_off: Option<String>,
    /// Mã cơ quan
    #[arg(long, value_name = "MÃ")]
    office: Option<String>,
    /// Đồng ý ghi những gì đã đọc chắc chắn
    #[arg(long)]
    yes: bool,
    /// Chỉ xem, không ghi
    #[arg(long, conflicts_with = "yes")]
    dry_run: bool,
    /// Thay số đang có bằng số trong tệp khi hai bên khác nhau
    #[arg(long)]
    replace: bool,
    /// Chọn cách đọc: D12=2 là cách thứ hai của ô D12
    #[arg(long, value_name = "Ô=SỐ")]
    take: Vec<String>,
    /// Không nhập số liệu ở ô này
    #[arg(long, value_name = "Ô")]
    skip: Vec<String>,
    /// Nhãn trong tệp là chỉ tiêu nào: «Thu nội địa»=thu-noi-dia; =mới để tạo, =bỏ để không nhập
    #[arg(long, value_name = "NHÃN=MÃ")]
    map: Vec<String>,
    /// Cột ghi loại số liệu nào: «Năm 2023»=kế-hoạch
    #[arg(long, value_name = "CỘT=LOẠI")]
    measure: Vec<String>,
    #[command(flatten)]
    reading: ReadingChoice,
    /// In dạng JSON
    #[arg(long)]
    json: bool,
}

/// One file's part of the JSON.
#[derive(Serialize)]
struct Document {
    #[serde(flatten)]
    import: Planned,
    /// What was written, when something was to be.
    #[serde(skip_serializing_if = "Option::is_none")]
    applied: Option<Applied>,
}

impl Document {
    fn writes_nothing(&self) -> bool {
        let plan = &self.import.plan.summary;
        plan.n_figures + plan.n_plans + plan.n_targets + plan.n_commitments + plan.n_dates == 0
    }
}

impl Import {
    pub fn run(&self, place: &Place) -> Result<Outcome, AppError> {
        if self.files.len() > 1 && self.says_something() {
            return Err(AppError::usage(
                "Trả lời câu hỏi (--take, --skip, --map, --measure) cho từng tệp một",
            ));
        }
        let mut app = place.open()?;
        let reader = own_program()?;
        // A file that cannot be read stops all of them before anything is written.
        let mut imports = Vec::new();
        for file in &self.files {
            imports.push(self.read(&app, file, &reader)?);
        }
        let mut documents = Vec::new();
        for (idx, (file, planned)) in self.files.iter().zip(imports).enumerate() {
            // What an earlier file wrote is known by now.
            let is_stale = self.yes && idx > 0;
            let import = if is_stale { self.read(&app, file, &reader)? } else { planned };
            if !self.json {
                self.print_plan(&import);
            }
            let applied = self.yes.then(|| apply_import(&mut app, &import, self.replace));
            let applied = applied.transpose()?;
            if let Some(applied) = applied.as_ref().filter(|_| !self.json) {
                print_applied(applied);
            }
            documents.push(Document { import, applied });
        }
        match documents.as_slice() {
            [one] if self.json => show::json(one)?,
            all if self.json => show::json(&all)?,
            all if !self.yes && !self.dry_run && all.iter().all(Document::writes_nothing) => {
                say!("Không có số liệu nào đọc chắc chắn để ghi.");
            }
            _ if !self.yes && !self.dry_run => {
                say!("Chưa ghi gì. Thêm --yes để ghi các số liệu đã đọc chắc chắn.");
            }
            _ => {}
        }
        Ok(Outcome::Done)
    }

    fn read(&self, app: &App, file: &Path, reader: &Path) -> Result<Planned, AppError> {
        let office = OfficeChoice(self.office.clone());
        let (file, reader) = (file.to_owned(), reader.to_owned());
        let options = self.reading.options();
        let (year, cut_off) = (self.year, self.cut_off.as_deref().map(super::day).transpose()?);
        let answers = ImportAnswers {
            take: self.take.clone(),
            skip: self.skip.clone(),
            map: self.map.clone(),
            measure: self.measure.clone(),
        };
        read_file(app, &ImportRequest { file, year, cut_off, office, options, reader, answers })
    }

    fn print_plan(&self, import: &Planned) {
        if import.rows().is_empty() {
            say!("{}: không tìm thấy số liệu trong bảng hay câu văn nào", import.plan.file);
        }
        let summary = &import.plan.summary;
        say!(
            "{}: {} chỗ có dữ liệu → {} số liệu, {} kế hoạch, {} chỉ tiêu năm sau, {} câu hỏi, bỏ qua {}",
            import.plan.file,
            import.rows().len(),
            summary.n_figures,
            summary.n_plans,
            summary.n_targets,
            summary.n_questions,
            summary.n_skipped
        );
        print_what_else(import);
        if let Some(recognised) = &import.encoding {
            print_encoding(recognised);
        }
        for notice in &import.notices {
            say!("  - {notice}");
        }
        for finding in &import.findings {
            say!("  - {}", finding.message);
        }
        show::findings(&import.conflicts, true);
        if !self.replace && import.conflicts.iter().any(|finding| finding.code == "conflict") {
            say!("  Thêm --replace để thay số đang có bằng số trong tệp.");
        }
        print_questions(&import.questions());
    }

    fn says_something(&self) -> bool {
        [&self.take, &self.skip, &self.map, &self.measure].iter().any(|said| !said.is_empty())
    }
}

fn print_applied(applied: &Applied) {
    say!(
        "Đã ghi: {} số liệu, {} kế hoạch, {} chỉ tiêu năm sau, {} chỉ tiêu mới; {} không đổi, {} để nguyên vì trái với số đang có. Hoàn tác bằng tongket undo.",
        applied.figures,
        applied.plans,
        applied.targets,
        applied.new_indicators,
        applied.unchanged,
        applied.conflicts
    );
    if applied.reported > 0 {
        let (values, units) = (applied.reported, applied.new_units);
        say!("Đã ghi thêm {values} số liệu của từng đơn vị, {units} đơn vị báo cáo mới.");
    }
}

/// The encoding that was recognised; the other readings beside it where it is a guess. Plain
/// Unicode is not worth a line.
fn print_encoding(recognised: &Recognised) {
    let name = recognised.encoding.vietnamese();
    if recognised.sure {
        if !matches!(recognised.encoding, Encoding::Utf8 | Encoding::Utf16) {
            say!("  - Bảng mã {name} → Unicode: «{}»", recognised.sample);
        }
        return;
    }
    say!("  - Chưa chắc bảng mã, đang đọc theo {name}: «{}»", recognised.sample);
    for other in &recognised.alternatives {
        say!(
            "    hoặc --encoding {} ({}): «{}»",
            other.encoding.code(),
            other.encoding.vietnamese(),
            other.sample
        );
    }
}

/// What the import would write besides figures, plans and goals, and what it would make anew.
fn print_what_else(import: &Planned) {
    let summary = &import.plan.summary;
    let counts = [
        (summary.n_commitments, "cam kết"),
        (summary.n_dates, "ngày"),
        (summary.n_ratio_checks, "tỷ lệ để đối chiếu"),
        (summary.n_converted, "số đổi đơn vị tính"),
    ];
    let counts = counts.iter().filter(|(n, _)| *n > 0).map(|(n, of)| format!("{n} {of}"));
    let counts = counts.collect::<Vec<_>>().join(", ");
    if !counts.is_empty() {
        say!("  Trong đó có {counts}");
    }
    let (indicators, units) = import.plan.newcomers();
    print_newcomers("chỉ tiêu mới", indicators.iter().map(|new| &*new.name).collect());
    print_newcomers("đơn vị báo cáo mới", units.iter().map(|new| new.name.as_str()).collect());
}

/// So many names of a kind are printed; the rest are counted.
const MAX_NAMES: usize = 12;

fn print_newcomers(what: &str, names: Vec<&str>) {
    if names.is_empty() {
        return;
    }
    let shown = names.iter().take(MAX_NAMES).map(|name| format!("«{name}»"));
    let shown = shown.collect::<Vec<_>>().join(", ");
    match names.len().saturating_sub(MAX_NAMES) {
        0 => say!("  Sẽ thêm {} {what}: {shown}", names.len()),
        n => say!("  Sẽ thêm {} {what}: {shown} và {n} tên khác (xem --json)", names.len()),
    }
}

/// More questions than these are not read on a screen.
const MOST_QUESTIONS: usize = 20;

fn print_questions(questions: &[ImportQuestion]) {
    for question in questions.iter().take(MOST_QUESTIONS) {
        let ImportQuestion { place, label, reason, readings, missing } = question;
        let readings = readings.iter().enumerate();
        let readings = readings.map(|(at, reading)| format!("{}) {reading}", at + 1));
        let readings = readings.collect::<Vec<_>>().join("; ");
        match readings.as_str() {
            "" => {
                let answer = match missing {
                    MissingAnswer::Measure(head) => format!("--measure \"{head}=LOẠI\""),
                    MissingAnswer::Indicator(label) => format!("--map \"{label}=MÃ\""),
                };
                say!("  ? {place} {label}: {reason}; trả lời bằng {answer}");
            }
            readings => say!("  ? {place} {label}: {reason}: {readings}"),
        }
    }
    let more = questions.len().saturating_sub(MOST_QUESTIONS);
    if more > 0 {
        say!("  ? và {more} câu hỏi nữa (xem đủ bằng --json)");
    }
    if !questions.is_empty() {
        say!("    Trả lời: --take Ô=SỐ, --skip Ô, --map NHÃN=MÃ, --measure CỘT=LOẠI.");
    }
}
