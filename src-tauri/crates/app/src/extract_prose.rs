//! The figures that a document or a pasted text says in its sentences. Nothing is stored.

use std::path::{Path, PathBuf};

use serde::Serialize;
use tongket_intake::{
    Context, ProseFigure, RawFile, RawParagraph, ReadOptions, extract_in_child, read_in_child,
};

use crate::{App, AppError, OfficeChoice};

/// Where the text is.
#[derive(Debug, Clone)]
pub enum ProseSource {
    File(PathBuf),
    /// Bytes of a plain text, in any encoding that offices have.
    Pasted(Vec<u8>),
}

/// What was found, and where.
#[derive(Debug, Clone, Serialize)]
pub struct Extracted {
    pub figures: Vec<ProseFigure>,
    /// The text that was read, for showing the figures in it.
    #[serde(skip)]
    pub paragraphs: Vec<RawParagraph>,
}

/// Reads the text in a child of `program` and finds its figures there; `year` is the report's,
/// where the text itself names none. With `office`, figures bear the names of its indicators.
pub fn extract_prose(
    source: &ProseSource,
    year: Option<i32>,
    options: &ReadOptions,
    office: Option<(&App, &OfficeChoice)>,
    program: &Path,
) -> Result<Extracted, AppError> {
    let catalogue = match office {
        Some((app, choice)) => app.store.indicators(app.data_office(choice)?.id)?,
        None => Vec::new(),
    };
    let context = Context { year, cut_off: None };
    let (file, figures) = with_file(source, |file| {
        Ok(extract_in_child(program, file, options, &context, &catalogue)?)
    })?;
    Ok(Extracted { figures, paragraphs: file.paragraphs })
}

/// Reads the text in a child of `program`.
pub(crate) fn read_text(
    source: &ProseSource,
    options: &ReadOptions,
    program: &Path,
) -> Result<RawFile, AppError> {
    with_file(source, |file| Ok(read_in_child(program, file, options)?))
}

/// What a text is called that came without a file.
pub(crate) const PASTED: &str = "văn bản dán vào";

/// The file itself, or a temporary one that holds what was pasted.
fn with_file<T>(
    source: &ProseSource,
    read: impl FnOnce(&Path) -> Result<T, AppError>,
) -> Result<T, AppError> {
    match source {
        ProseSource::File(file) => read(file),
        ProseSource::Pasted(text) if text.trim_ascii().is_empty() => {
            Err(AppError::refused("Chưa có chữ nào để đọc: hãy dán đoạn văn rồi thử lại"))
        }
        ProseSource::Pasted(text) => {
            // Refusals name the file, and a person has given none.
            let folder = tempfile::tempdir().map_err(no_place)?;
            let file = folder.path().join(format!("{PASTED}.txt"));
            std::fs::write(&file, text).map_err(no_place)?;
            read(&file)
        }
    }
}

fn no_place(_: std::io::Error) -> AppError {
    AppError::refused("Không ghi được tệp tạm để đọc văn bản: hãy kiểm tra chỗ trống trên ổ đĩa")
}
