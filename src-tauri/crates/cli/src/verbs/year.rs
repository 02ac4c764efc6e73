//! `tongket year open NĂM`

use clap::{Args, Subcommand};
use tongket_app::{AppError, OfficeChoice, open_year};

use super::Place;
use crate::outcome::Outcome;
use crate::output::say;
use crate::show;

#[derive(Args)]
pub struct Year {
    #[command(subcommand)]
    action: Action,
}

#[derive(Subcommand)]
enum Action {
    /// Chỉ tiêu đã đề ra cho năm này thành kế hoạch; danh mục của năm trước được chuyển sang
    Open(Open),
}

#[derive(Args)]
struct Open {
    /// Năm cần mở
    #[arg(value_name = "NĂM", value_parser = super::years())]
    year: i32,
    /// Mã cơ quan
    #[arg(long, value_name = "MÃ")]
    office: Option<String>,
    /// Chỉ xem, không ghi
    #[arg(long)]
    dry_run: bool,
    /// In dạng JSON
    #[arg(long)]
    json: bool,
}

impl Year {
    pub fn run(&self, place: &Place) -> Result<Outcome, AppError> {
        let Action::Open(open) = &self.action;
        let office = OfficeChoice(open.office.clone());
        let opened = open_year(&mut place.open()?, &office, open.year, open.dry_run)?;
        if open.json {
            show::json(&opened)?;
            return Ok(Outcome::Done);
        }
        let verb = if open.dry_run { "Sẽ mở" } else { "Đã mở" };
        say!("{verb} năm {} của {}:", opened.year, opened.office);
        let names = if opened.plans.is_empty() { "" } else { ": " };
        let (n_plans, plans) = (opened.plans.len(), opened.plans.join("; "));
        say!("  {n_plans} chỉ tiêu thành kế hoạch{names}{plans}");
        for (what, names) in [
            ("giữ kế hoạch đang có", &opened.plans_kept),
            ("danh mục chuyển sang", &opened.lists),
            ("bảng điểm chuyển sang", &opened.scorecards),
        ] {
            if !names.is_empty() {
                say!("  {what}: {}", names.join("; "));
            }
        }
        let mut limitations = opened.limitations.as_slice();
        while let [first, ..] = limitations {
            let of_field = limitations.iter().take_while(|it| it.field == first.field).count();
            let (shown, rest) = limitations.split_at(of_field);
            let field = match first.field.as_str() {
                "" => "Hạn chế chung".to_owned(),
                "Xây dựng Đảng" => "Hạn chế về công tác xây dựng Đảng".to_owned(),
                field => format!("Hạn chế về lĩnh vực {}", lower_first(field)),
            };
            say!("  {field} năm {}, báo cáo năm nay nêu kết quả khắc phục:", opened.year - 1);
            for it in shown {
                say!("    {}  {} ({})", it.id, it.text, it.state);
            }
            limitations = rest;
        }
        say!("  {} số liệu năm trước dùng làm cùng kỳ", opened.same_period_figures);
        Ok(Outcome::Done)
    }
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_lowercase().to_string()).unwrap_or_default();
    first + letters.as_str()
}
