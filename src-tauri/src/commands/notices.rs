//! Notices of conclusion, resolutions and speeches, read into rows that the person looks over.

use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::{AppHandle, State};
use tauri_plugin_dialog::DialogExt;
use tongket_app::{
    AppError, ConclusionReading, ConfirmedRow, Encoding, OfficeChoice, ProseSource, ReadOptions,
    ReadSource, Remedy, own_program,
};

use crate::commands::places::unusable_place;
use crate::desk::{Answer, Desk, Done, away};
use crate::events::Cause;
use crate::imports::{GivenFile, Imports};

/// What the dialog shows; content decides what a file is, whatever its name.
const READABLE: [&str; 2] = ["docx", "txt"];

/// Where the text is.
#[derive(Debug, Clone, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum NoticeSource {
    File { token: String },
    Pasted { text: String },
}

/// What came of reading a text.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum ReadNotice {
    Read {
        reading: Box<ConclusionReading>,
    },
    /// Its head carries a stamp of secrecy; it was not read.
    SecretStamp,
}

/// None when the person thought better of it.
#[tauri::command]
#[specta::specta]
pub async fn choose_notice(
    window: AppHandle,
    imports: State<'_, Imports>,
) -> Answer<Option<GivenFile>> {
    let dialog = window.dialog().file().add_filter("Word, TXT", &READABLE).add_filter("*", &["*"]);
    let imports = imports.inner().clone();
    away(move || {
        let Some(chosen) = dialog.blocking_pick_file() else { return Ok(None) };
        let path = chosen.into_path().map_err(|_| unusable_place())?;
        Ok(imports.give([path]).pop())
    })
    .await
}

/// Proposes rows and stores nothing; `year` is the one that the text is about where it names none.
#[tauri::command]
#[specta::specta]
pub async fn read_conclusions(
    desk: State<'_, Desk>,
    imports: State<'_, Imports>,
    office: Option<String>,
    source: NoticeSource,
    year: Option<i32>,
    encoding: Option<String>,
    not_secret: bool,
) -> Answer<ReadNotice> {
    let source = match source {
        NoticeSource::File { token } => ProseSource::File(imports.file(&token)?),
        NoticeSource::Pasted { text } => ProseSource::Pasted(text.into_bytes()),
    };
    let encoding =
        encoding.map(|name| name.parse::<Encoding>()).transpose().map_err(AppError::usage)?;
    let (office, options) = (OfficeChoice(office), ReadOptions { not_secret, encoding });
    let read = desk.read(move |app| {
        tongket_app::read_conclusions(app, &office, &source, year, &options, &own_program()?)
    });
    match read.await {
        Ok(reading) => Ok(ReadNotice::Read { reading: Box::new(reading) }),
        Err(error) if error.remedy == Some(Remedy::ReadNotSecret) => Ok(ReadNotice::SecretStamp),
        Err(error) => Err(error),
    }
}

/// Stores the rows that were kept as one step.
#[tauri::command]
#[specta::specta]
pub async fn save_conclusions(
    desk: State<'_, Desk>,
    office: Option<String>,
    source: ReadSource,
    rows: Vec<ConfirmedRow>,
) -> Answer<Done<Vec<u32>>> {
    let office = OfficeChoice(office);
    desk.step(Cause::Action, move |app| tongket_app::save_conclusions(app, &office, &source, &rows))
        .await
}
