//! How the command line does what an error advises: the command or option is named behind it.

use tongket_app::{AppError, Remedy};

/// The one line that a person sees of an error.
pub fn told(error: &AppError) -> String {
    match error.remedy.map(way) {
        Some(way) => format!("{error} ({way})"),
        None => error.to_string(),
    }
}

fn way(remedy: Remedy) -> &'static str {
    match remedy {
        Remedy::MakeDatabase => "tạo mới: tongket init, thêm --sample để có dữ liệu mẫu",
        Remedy::DeclareOffice => "tongket init --name TÊN …; dữ liệu mẫu: tongket init --sample",
        Remedy::NameDatabase => "chỉ tệp: --db TỆP",
        Remedy::Overwrite => "ghi đè: --force",
        Remedy::ListIndicators => "xem các mã: tongket figures list",
        Remedy::EnterFigures => "tongket import hoặc tongket figures set",
        Remedy::ChooseEncoding => "chọn: --encoding",
        Remedy::ReadNotSecret => "vẫn đọc: --not-secret",
    }
}
