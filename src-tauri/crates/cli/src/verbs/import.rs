//! `tongket import FILE…`

use std::path::PathBuf;

use clap::Args;
use tongket_app::{
    App, AppError, Import as Planned, ImportRequest, OfficeChoice, apply_import, own_program,
    read_file,
};

use super::Place;
use crate::outcome::Outcome;
use crate::output::say;
use crate::show;

#[derive(Args)]
pub struct Import {
    /// Tệp bảng tính
    #[arg(required = true, value_name = "TỆP")]
    files: Vec<PathBuf>,
    /// Năm báo cáo, khi trong tệp không ghi
    #[arg(long, value_name = "NĂM", value_parser = super::years())]
    year: Option<i32>,
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
    /// In dạng JSON
    #[arg(long)]
    json: bool,
}

impl Import {
    pub fn run(&self, place: &Place) -> Result<Outcome, AppError> {
        let mut app = place.open()?;
        let reader = own_program()?;
        let mut documents = Vec::new();
        for file in &self.files {
            let import = read_file(
                &app,
                &ImportRequest {
                    file: file.clone(),
                    year: self.year,
                    office: OfficeChoice(self.office.clone()),
                    reader: reader.clone(),
                },
            )?;
            if !self.json {
                print_plan(&import);
            }
            if self.yes {
                self.apply(&mut app, &import)?;
            }
            documents.push(import);
        }
        match documents.as_slice() {
            [one] if self.json => show::json(one)?,
            all if self.json => show::json(&all)?,
            _ if !self.yes && !self.dry_run => {
                say!("Chưa ghi gì. Thêm --yes để ghi các số liệu đã đọc chắc chắn.");
            }
            _ => {}
        }
        Ok(Outcome::Done)
    }

    fn apply(&self, app: &mut App, import: &Planned) -> Result<(), AppError> {
        let applied = apply_import(app, import, self.replace)?;
        if !self.json {
            say!(
                "Đã ghi: {} số liệu, {} kế hoạch, {} chỉ tiêu năm sau, {} chỉ tiêu mới; {} không đổi, {} để nguyên vì trái với số đang có. Hoàn tác bằng tongket undo.",
                applied.figures,
                applied.plans,
                applied.targets,
                applied.new_indicators,
                applied.unchanged,
                applied.conflicts
            );
        }
        Ok(())
    }
}

fn print_plan(import: &Planned) {
    let summary = &import.plan.summary;
    say!(
        "{}: {} ô có dữ liệu → {} số liệu, {} kế hoạch, {} chỉ tiêu năm sau, {} câu hỏi, bỏ qua {}",
        import.plan.file,
        import.rows.len(),
        summary.n_figures,
        summary.n_plans,
        summary.n_targets,
        summary.n_questions,
        summary.n_skipped
    );
    for finding in &import.findings {
        say!("  - {}", finding.message);
    }
    show::findings(&import.conflicts, true);
}
