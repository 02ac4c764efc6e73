//! `tongket draft`

use std::path::PathBuf;

use clap::Args;
use tongket_app::{
    AppError, DraftRequest, Drafted, OfficeChoice, Out, SampleRequest, WordOptions, draft_report,
    draft_sample,
};

use super::Place;
use crate::outcome::Outcome;
use crate::output::say;
use crate::show;

#[derive(Args)]
pub struct Draft {
    /// Dùng cơ quan mẫu, không cần chuẩn bị gì
    #[arg(long)]
    sample: bool,
    /// Mọi loại báo cáo của các cơ quan mẫu
    #[arg(long, requires = "sample", conflicts_with_all = ["kind", "out"])]
    all: bool,
    /// Loại báo cáo, hoặc thư mục của một mẫu (kind.toml, body.md)
    #[arg(long, value_name = "LOẠI")]
    kind: Option<String>,
    /// Năm báo cáo
    #[arg(long, value_name = "NĂM", value_parser = super::years())]
    year: Option<i32>,
    /// Mã cơ quan
    #[arg(long, value_name = "MÃ")]
    office: Option<String>,
    /// Thể thức: hd05, hd36 hoặc nd30
    #[arg(long, value_name = "THỂ THỨC")]
    profile: Option<String>,
    /// Thêm mục lục
    #[arg(long)]
    toc: bool,
    /// Số văn bản
    #[arg(long, value_name = "SỐ")]
    number: Option<String>,
    /// Ngày ký
    #[arg(long, value_name = "NGÀY")]
    date: Option<String>,
    /// Dự thảo lần thứ mấy
    #[arg(long, value_name = "LẦN", value_parser = clap::value_parser!(u32).range(1..))]
    draft_no: Option<u32>,
    /// Tệp Word để ghi ra
    #[arg(long, value_name = "TỆP", conflicts_with = "out_dir")]
    out: Option<PathBuf>,
    /// Thư mục để ghi ra
    #[arg(long, value_name = "THƯ MỤC")]
    out_dir: Option<PathBuf>,
    /// Ghi đè tệp đã có
    #[arg(long)]
    force: bool,
    /// In kết quả dạng JSON
    #[arg(long)]
    json: bool,
    /// Kết thúc với mã 1 khi còn chỗ trống hoặc phát hiện
    #[arg(long)]
    strict: bool,
}

impl Draft {
    pub fn run(&self, place: &Place) -> Result<Outcome, AppError> {
        let request = self.request()?;
        if !self.sample {
            let (drafted, draft) = draft_report(&place.open()?, &request)?;
            // The program ends here, and the system takes memory back faster than it is freed.
            std::mem::forget(draft);
            return self.show(&[drafted]);
        }
        let request = SampleRequest { draft: request, all: self.all };
        let (database, drafted) = draft_sample(&request, place.clock)?;
        if !self.json {
            say!("Tệp dữ liệu mẫu: {}", database.display());
        }
        self.show(&drafted)
    }

    fn request(&self) -> Result<DraftRequest, AppError> {
        let out = match (&self.out, &self.out_dir) {
            (Some(path), _) => Out::File { path: path.clone(), replace: self.force },
            (None, Some(folder)) => Out::Folder(folder.clone()),
            (None, None) => Out::default(),
        };
        let date = self.date.as_deref().map(super::day);
        Ok(DraftRequest {
            kind: self.kind.clone(),
            year: self.year,
            office: OfficeChoice(self.office.clone()),
            profile: self.profile.clone(),
            word: WordOptions {
                contents: self.toc,
                number: self.number.clone(),
                date: date.transpose()?,
                draft_no: self.draft_no,
            },
            out,
        })
    }

    fn show(&self, drafted: &[Drafted]) -> Result<Outcome, AppError> {
        match drafted {
            [one] if self.json && !self.all => show::json(one)?,
            all if self.json => show::json(&all)?,
            all => all.iter().for_each(show::drafted),
        }
        let clean = |drafted: &Drafted| drafted.gaps.is_empty() && drafted.findings.is_empty();
        let strict_fails = self.strict && !drafted.iter().all(clean);
        Ok(if strict_fails { Outcome::DoneWithFindings } else { Outcome::Done })
    }
}
