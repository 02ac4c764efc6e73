//! Writes a draft, or a frozen version of it, as a Word file where the person finds it.

mod watched;

use std::io::Write;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use specta::Type;
use tongket_model::Draft;

use crate::file_name::without_refused_signs;
use crate::place_file::cannot_write;
use crate::plain::count;
use crate::stored_draft::{Counts, Rendered};
use crate::{App, AppError, Out, Slot, export_folder, place_file};
use watched::Watched;

/// How far a long piece of work has come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Progress {
    pub done: u32,
    pub total: u32,
    /// "Ghi tệp Word"
    pub what: String,
}

/// Is told of the progress and says whether to go on.
pub type Watch<'w> = dyn FnMut(Progress) -> ControlFlow<()> + 'w;

/// A file that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ExportedDraft {
    pub path: PathBuf,
    /// In running text and in tables.
    pub figures: u32,
    pub gaps: u32,
    /// Those of a version are not looked for again.
    pub findings: u32,
}

/// Writes the draft as it stands, or the stored file of a version, to `out`: into the folder for
/// exports when that is `None`. Returns `None`, with nothing left behind, when `watch` stops it.
pub fn export_draft(
    app: &App,
    id: u32,
    version: Option<u32>,
    out: Option<&Out>,
    watch: &mut Watch<'_>,
) -> Result<Option<ExportedDraft>, AppError> {
    let stored = app.stored(id)?;
    let slot = slot(app, &stored, version, out)?;
    let mut stage = |done, what: &str| watch(Progress { done, total: 4, what: what.to_owned() });
    if stage(0, "Lấy số liệu, dự thảo").is_break() {
        return Ok(None);
    }
    let exported = match version {
        Some(number) => {
            let version = app.version(&stored, number)?;
            let bytes = app.store.content(&version.docx)?.ok_or_else(|| {
                AppError::refused(format!(
                    "Tệp Word của «{}» không còn trong dữ liệu; hãy khôi phục bản sao lưu",
                    version.name
                ))
            })?;
            let (path, ()) = place_file(&slot, |out| write_bytes(out, &bytes, &slot.path()))?;
            let (figures, gaps) = version.content.counts();
            ExportedDraft { path, figures: count(figures), gaps: count(gaps), findings: 0 }
        }
        None => {
            let rendered = app.render_stored(&stored)?;
            if stage(1, "Rà soát").is_break() {
                return Ok(None);
            }
            let counts = Counts::of(&rendered.draft);
            if stage(2, "Ghi tệp Word").is_break() {
                return Ok(None);
            }
            let mut go_on = || stage(2, "Ghi tệp Word");
            let Some(path) = written(app, &rendered, &slot, &mut go_on)? else { return Ok(None) };
            let Counts { figures, gaps, findings } = counts;
            ExportedDraft { path, figures, gaps, findings }
        }
    };
    // It is written: there is nothing left to stop.
    let _ = stage(4, "Xong");
    Ok(Some(exported))
}

/// `None` when it was stopped.
fn written(
    app: &App,
    rendered: &Rendered,
    slot: &Slot,
    go_on: &mut dyn FnMut() -> ControlFlow<()>,
) -> Result<Option<PathBuf>, AppError> {
    let mut stopped = false;
    let placed = place_file(slot, |out| {
        let (watched, written) =
            app.write_draft(rendered, Watched::new(out, go_on, &mut stopped))?;
        Ok((watched.into_inner(), written))
    });
    match placed {
        Err(_) if stopped => Ok(None),
        placed => placed.map(|(path, _)| Some(path)),
    }
}

fn write_bytes<W: Write>(mut out: W, bytes: &[u8], path: &Path) -> Result<(W, ()), AppError> {
    out.write_all(bytes).map_err(|error| cannot_write(path, &error))?;
    Ok((out, ()))
}

fn slot(
    app: &App,
    stored: &Draft,
    version: Option<u32>,
    out: Option<&Out>,
) -> Result<Slot, AppError> {
    let folder = match out {
        Some(Out::File { path, replace }) => return Slot::chosen(path, *replace),
        Some(Out::Folder(folder)) => folder.clone(),
        None => export_folder(app)?,
    };
    std::fs::create_dir_all(&folder).map_err(|error| cannot_write(&folder, &error))?;
    Ok(Slot::Free(folder.join(proposed_name(&stored.title, version))))
}

/// "Báo cáo tổng kết năm 2023 (dự thảo lần 2).docx", without signs that file systems refuse.
fn proposed_name(title: &str, version: Option<u32>) -> String {
    let name = without_refused_signs(title);
    let version = version.map(|number| format!(" (dự thảo lần {number})")).unwrap_or_default();
    format!("{name}{version}.docx")
}

impl App {
    /// The name that a dialog proposes for an export.
    pub fn export_name(&self, id: u32, version: Option<u32>) -> Result<String, AppError> {
        Ok(proposed_name(&self.stored(id)?.title, version))
    }
}
