//! `tongket search QUERY`

use clap::Args;
use tongket_app::{AppError, FoundKind, OfficeChoice, Piece, SearchRequest, search};

use super::Place;
use crate::outcome::Outcome;
use crate::output::say;
use crate::show;

#[derive(Args)]
pub struct Search {
    /// Các từ cần tìm, không cần dấu; đặt trong ngoặc kép để tìm đúng cụm từ
    #[arg(required = true, value_name = "TỪ")]
    words: Vec<String>,
    /// Chỉ một loại: van-ban, ket-luan, hoi-nghi, chi-tieu, so-lieu, danh-sach, du-thao …
    #[arg(long = "kind", value_name = "LOẠI")]
    kinds: Vec<String>,
    /// Chỉ một năm
    #[arg(long, value_name = "NĂM", value_parser = super::years())]
    year: Option<i32>,
    /// Mã lĩnh vực
    #[arg(long, value_name = "LĨNH VỰC")]
    field: Option<String>,
    /// Kết luận do cơ quan, chức danh này giao hoặc được giao
    #[arg(long, value_name = "TÊN")]
    body: Option<String>,
    /// In nhiều nhất từng này kết quả
    #[arg(long, value_name = "SỐ", default_value_t = 20)]
    limit: u32,
    /// Tìm trong mọi cơ quan của tệp dữ liệu
    #[arg(long, conflicts_with = "office")]
    everywhere: bool,
    /// Mã cơ quan
    #[arg(long, value_name = "MÃ")]
    office: Option<String>,
    /// In dạng JSON
    #[arg(long)]
    json: bool,
}

impl Search {
    pub fn run(&self, place: &Place) -> Result<Outcome, AppError> {
        let kinds = self.kinds.iter().map(|word| FoundKind::from_word(word));
        let request = SearchRequest {
            text: self.words.join(" "),
            everywhere: self.everywhere,
            year: self.year,
            field: self.field.clone(),
            body: self.body.clone(),
            kinds: kinds.collect::<Result<_, _>>()?,
            limit: self.limit,
        };
        let office = OfficeChoice(self.office.clone());
        let answer = search(&place.open()?, &office, &request)?;
        if self.json {
            show::json(&answer)?;
            return Ok(Outcome::Done);
        }
        for hit in &answer.hits {
            let year = hit.year.map(|year| format!(", {year}")).unwrap_or_default();
            say!("[{} {}{year}] {}", hit.kind_name, hit.id, hit.title);
            let passage = plain(&hit.passage);
            if !passage.is_empty() {
                say!("    {passage}");
            }
        }
        match (answer.n_hits as usize, answer.hits.len()) {
            (0, _) => say!("Không tìm thấy gì"),
            (all, shown) if all > shown => say!("{shown} trong {all} kết quả"),
            (all, _) => say!("{all} kết quả"),
        }
        Ok(Outcome::Done)
    }
}

/// On one line.
fn plain(pieces: &[Piece]) -> String {
    let text: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
