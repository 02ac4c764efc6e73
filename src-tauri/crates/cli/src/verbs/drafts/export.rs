//! `tongket drafts export SỐ`

use std::ops::ControlFlow;
use std::path::PathBuf;

use clap::Args;
use tongket_app::{AppError, Out, export_draft};

use crate::output::say;
use crate::show;
use crate::verbs::Place;

#[derive(Args)]
pub struct Export {
    /// Số của dự thảo
    #[arg(value_name = "SỐ")]
    id: u32,
    /// Lần dự thảo đã chốt; mặc định dự thảo hiện nay
    #[arg(long, value_name = "LẦN")]
    draft_no: Option<u32>,
    /// Tệp Word để ghi ra
    #[arg(long, value_name = "TỆP", conflicts_with = "out_dir")]
    out: Option<PathBuf>,
    /// Thư mục để ghi ra; mặc định thư mục xuất báo cáo
    #[arg(long, value_name = "THƯ MỤC")]
    out_dir: Option<PathBuf>,
    /// Ghi đè tệp đã có
    #[arg(long)]
    force: bool,
    /// In kết quả dạng JSON
    #[arg(long)]
    json: bool,
}

impl Export {
    pub fn run(&self, place: &Place) -> Result<(), AppError> {
        let out = match (&self.out, &self.out_dir) {
            (Some(path), _) => Some(Out::File { path: path.clone(), replace: self.force }),
            (None, folder) => folder.clone().map(Out::Folder),
        };
        let mut to_the_end = |_| ControlFlow::Continue(());
        let app = place.open()?;
        let exported = export_draft(&app, self.id, self.draft_no, out.as_ref(), &mut to_the_end)?;
        let Some(exported) = exported else { return Ok(()) };
        if self.json {
            return show::json(&exported);
        }
        say!("Đã ghi: {}", exported.path.display());
        say!("  {} số liệu, {} chỗ trống", exported.figures, exported.gaps);
        if self.draft_no.is_none() {
            say!("  {} phát hiện khi rà soát", exported.findings);
        }
        Ok(())
    }
}
