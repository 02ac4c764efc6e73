//! `tongket extract FILE|- [--json]`

use std::io::Read;
use std::path::{Path, PathBuf};

use clap::Args;
use tongket_app::{
    AppError, Extracted, OfficeChoice, ProseFigure, ProseSource, extract_prose, own_program,
};

use super::{Place, ReadingChoice};
use crate::outcome::Outcome;
use crate::output::say;
use crate::show;

#[derive(Args)]
pub struct Extract {
    /// Tệp văn bản (.docx, .txt); dấu - để đọc chữ từ đầu vào chuẩn
    #[arg(value_name = "TỆP")]
    file: PathBuf,
    /// Năm báo cáo, khi trong văn bản không ghi
    #[arg(long, value_name = "NĂM", value_parser = super::years())]
    year: Option<i32>,
    /// Mã cơ quan: gọi tên chỉ tiêu theo danh mục của cơ quan
    #[arg(long, value_name = "MÃ")]
    office: Option<String>,
    #[command(flatten)]
    reading: ReadingChoice,
    /// In dạng JSON
    #[arg(long)]
    json: bool,
}

impl Extract {
    pub fn run(&self, place: &Place) -> Result<Outcome, AppError> {
        let app = self.office.is_some().then(|| place.open()).transpose()?;
        let choice = OfficeChoice(self.office.clone());
        let office = app.as_ref().map(|app| (app, &choice));
        let options = self.reading.options();
        let found =
            extract_prose(&source(&self.file)?, self.year, &options, office, &own_program()?)?;
        if self.json {
            show::json(&found)?;
        } else {
            print(&found);
        }
        Ok(Outcome::Done)
    }
}

/// More than this is refused like a file of that size.
const MOST_BYTES: u64 = 256 << 20;

pub(super) fn source(file: &Path) -> Result<ProseSource, AppError> {
    if file != Path::new("-") {
        return Ok(ProseSource::File(file.to_owned()));
    }
    let mut text = Vec::new();
    let read = std::io::stdin().lock().take(MOST_BYTES).read_to_end(&mut text);
    read.map_err(|_| {
        AppError::refused("Không đọc được chữ từ đầu vào chuẩn: hãy ghi vào một tệp .txt")
    })?;
    Ok(ProseSource::Pasted(text))
}

/// Each paragraph with its figures in brackets, and below it what they say.
fn print(found: &Extracted) {
    let mut rest = found.figures.as_slice();
    for paragraph in &found.paragraphs {
        let n = rest.iter().take_while(|figure| *figure.location == *paragraph.place).count();
        let (figures, later) = rest.split_at(n);
        rest = later;
        if figures.is_empty() {
            continue;
        }
        say!("{}  {}", paragraph.place, marked(&paragraph.text, figures));
        for figure in figures {
            say!("    {}", line(figure));
        }
    }
    say!("{} số liệu trong {} đoạn.", found.figures.len(), found.paragraphs.len());
}

fn marked(text: &str, figures: &[ProseFigure]) -> String {
    let mut marked = String::with_capacity(text.len() + 2 * figures.len());
    let mut done = 0;
    for figure in figures.iter().filter(|figure| figure.start < figure.end) {
        if figure.start < done {
            continue;
        }
        marked.push_str(&text[done..figure.start]);
        marked.push('[');
        marked.push_str(&text[figure.start..figure.end]);
        marked.push(']');
        done = figure.end;
    }
    marked.push_str(&text[done..]);
    marked
}

fn line(figure: &ProseFigure) -> String {
    let mut line = format!("{}: {}", figure.indicator, figure.value_as_written);
    if let Some(period) = figure.period {
        line.push_str(&format!(" ({period})"));
    }
    if !figure.comparison_as_written.is_empty() {
        line.push_str(&format!(", {}", figure.comparison_as_written));
    }
    let meanings: Vec<&str> =
        figure.alternatives.iter().map(|other| other.meaning.as_str()).collect();
    if !meanings.is_empty() {
        line.push_str(&format!(" — có thể là {}", meanings.join(" hoặc ")));
    }
    line
}
