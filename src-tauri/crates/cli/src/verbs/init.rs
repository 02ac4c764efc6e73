//! `tongket init [--sample | --name TÊN --place ĐỊA-DANH --level CẤP --side KHỐI]`

use clap::{Args, ValueEnum};
use tongket_app::{AppError, Level, OfficeForm, Side, init, init_office};

use super::Place;
use crate::outcome::Outcome;
use crate::output::say;

#[derive(Args)]
pub struct Init {
    /// Thêm ba cơ quan mẫu để dùng thử
    #[arg(long, conflicts_with_all = ["name", "place", "level", "side"])]
    sample: bool,
    /// Khai báo cơ quan: tên đầy đủ, ví dụ "Đảng bộ xã Hòa Bình"
    #[arg(long, value_name = "TÊN", requires_all = ["place", "level", "side"])]
    name: Option<String>,
    /// Địa danh đứng trước ngày, tháng trong báo cáo
    #[arg(long, value_name = "ĐỊA DANH", requires = "name")]
    place: Option<String>,
    /// Cấp của cơ quan
    #[arg(long, value_name = "CẤP", requires = "name")]
    level: Option<LevelName>,
    /// Khối của cơ quan
    #[arg(long, value_name = "KHỐI", requires = "name")]
    side: Option<SideName>,
    /// Tên gọi ngắn trong câu; mặc định là tên đầy đủ
    #[arg(long, value_name = "TÊN", requires = "name")]
    short_name: Option<String>,
    /// Ký hiệu đứng sau số báo cáo, ví dụ ĐU, UBND
    #[arg(long, value_name = "KÝ HIỆU", requires = "name")]
    symbol: Option<String>,
}

#[derive(Clone, Copy, ValueEnum)]
enum LevelName {
    #[value(name = "trung-uong")]
    Central,
    #[value(name = "tinh")]
    Province,
    #[value(name = "huyen")]
    District,
    #[value(name = "xa")]
    Commune,
    #[value(name = "don-vi")]
    Unit,
}

#[derive(Clone, Copy, ValueEnum)]
enum SideName {
    #[value(name = "dang")]
    Party,
    #[value(name = "nha-nuoc")]
    State,
}

impl Init {
    pub fn run(&self, place: &Place) -> Result<Outcome, AppError> {
        let database = place.database()?;
        let initialised = match self.office() {
            Some(form) => init_office(&database, &form, place.clock)?,
            None => init(&database, self.sample, place.clock)?,
        };
        let verb = if initialised.created { "Đã tạo" } else { "Đã có sẵn" };
        say!("{verb} tệp dữ liệu: {}", database.display());
        for office in &initialised.offices {
            say!("  - cơ quan: {office}");
        }
        if initialised.n_reporters > 0 {
            say!("  - {} đơn vị báo cáo", initialised.n_reporters);
        }
        Ok(Outcome::Done)
    }

    /// `None` when none is declared.
    fn office(&self) -> Option<OfficeForm> {
        let level = match self.level? {
            LevelName::Central => Level::Central,
            LevelName::Province => Level::Province,
            LevelName::District => Level::District,
            LevelName::Commune => Level::Commune,
            LevelName::Unit => Level::Unit,
        };
        let side = match self.side? {
            SideName::Party => Side::Party,
            SideName::State => Side::State,
        };
        let form = OfficeForm::named(self.name.as_deref()?, self.place.as_deref()?, level, side);
        Some(OfficeForm {
            short_name: self.short_name.clone().unwrap_or_default(),
            symbol: self.symbol.clone().unwrap_or_default(),
            ..form
        })
    }
}
