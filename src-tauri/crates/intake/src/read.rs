//! A foreign file into a [`RawFile`], in this process. Programs use
//! [`read_in_child`](crate::read_in_child); this is what the child itself runs.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use sha2::{Digest, Sha256};

use serde::{Deserialize, Serialize};

use crate::encoding::{Encoding, RunReader, decode};
use crate::error::{IntakeError, OpenedWith, Refusal};
use crate::kind::FileKind;
use crate::limits;
use crate::package::Package;
use crate::raw::{Notice, RawFile, RawSheet, RawValue};
use crate::{delimited, ods, stamp, text, word, xls, xlsb, xlsx};

/// What the person decided about a file before it is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ReadOptions {
    /// The text is written so, whatever it looks like; in a document or a workbook, all text that
    /// holds no letters of Unicode.
    pub encoding: Option<Encoding>,
    /// The paper is no secret, though its head carries a stamp of secrecy.
    pub not_secret: bool,
}

/// Reads the file at `path` with no decisions taken. A hostile file can end the process: see
/// [`read_in_child`](crate::read_in_child).
pub fn read_here(path: &Path) -> Result<RawFile, IntakeError> {
    read_here_as(path, &ReadOptions::default())
}

/// [`read_here`] as the person decided.
pub fn read_here_as(path: &Path, options: &ReadOptions) -> Result<RawFile, IntakeError> {
    let file = file_name(path);
    let refused = |(refusal, opened_with)| IntakeError { file: file.clone(), refusal, opened_with };
    let bytes = bytes_of(path).map_err(|refusal| refused((refusal, OpenedWith::default())))?;
    read(&bytes, &file, options).map_err(|refusal| refused((refusal, opened_with(&bytes))))
}

/// What a person opens a refused file with.
fn opened_with(bytes: &[u8]) -> OpenedWith {
    let of_package = || Package::open(bytes).map(|package| FileKind::of_parts(package.names()));
    let kind = FileKind::of_bytes(bytes).or_else(|| of_package().ok());
    kind.map_or_else(OpenedWith::default, OpenedWith::for_kind)
}

fn read(bytes: &[u8], name: &str, options: &ReadOptions) -> Result<RawFile, Refusal> {
    let sha256 = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    let mut file = RawFile { name: name.to_owned(), sha256, ..content_of(bytes, options)? };
    let is_document = file.kind == FileKind::WordDocument;
    if !options.not_secret && !is_document && file.sheets.iter().any(stamp::is_in_head) {
        return Err(Refusal::SecretStamp);
    }
    let n = n_unreadable(&file);
    file.notices.extend((n > 0).then_some(Notice::UnreadableCharacters { n }));
    Ok(file)
}

/// Characters that no text may hold, or that were no characters: each stands as U+FFFD.
fn n_unreadable(file: &RawFile) -> usize {
    let cells = file.sheets.iter().flat_map(|sheet| &sheet.cells);
    let texts = cells.filter_map(|cell| match &cell.value {
        RawValue::Text(text) => Some(text),
        _ => None,
    });
    let texts = texts.chain(file.paragraphs.iter().map(|paragraph| &paragraph.text));
    texts.map(|text| text.matches('\u{fffd}').count()).sum()
}

fn bytes_of(path: &Path) -> Result<Vec<u8>, Refusal> {
    // A pipe would be waited for without end.
    match fs::metadata(path) {
        Ok(found) if found.is_dir() => return Err(Refusal::Folder),
        Ok(found) if !found.is_file() => return Err(Refusal::NoFile),
        _ => {}
    }
    let file = File::open(path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => Refusal::NotFound,
        _ => Refusal::Unreadable,
    })?;
    let mut bytes = Vec::new();
    file.take(limits::FILE_BYTES + 1).read_to_end(&mut bytes).map_err(|_| Refusal::Unreadable)?;
    match bytes.len() as u64 {
        0 => Err(Refusal::Empty),
        length if length > limits::FILE_BYTES => Err(Refusal::FileTooLarge),
        _ => Ok(bytes),
    }
}

/// Content decides the format; each format fills what it has. The name and the hash of the file
/// are left open.
fn content_of(bytes: &[u8], options: &ReadOptions) -> Result<RawFile, Refusal> {
    match FileKind::of_bytes(bytes) {
        Some(FileKind::Encrypted) => return Err(Refusal::PasswordProtected),
        Some(kind @ FileKind::Text) => return text_of(bytes, kind, options),
        Some(kind @ FileKind::OldWorkbook) => {
            return workbook_of(kind, options, |runs| xls::read(bytes, runs));
        }
        // Cut before its directory, or with a directory that cannot be followed.
        Some(FileKind::OldOffice) if FileKind::is_broken_compound_file(bytes) => {
            return Err(Refusal::Damaged);
        }
        Some(kind) => return Err(Refusal::WrongKind { kind }),
        None => {}
    }
    let mut package = Package::open(bytes)?;
    match FileKind::of_parts(package.names()) {
        kind @ FileKind::Workbook => {
            workbook_of(kind, options, |runs| xlsx::read(&mut package, runs))
        }
        kind @ FileKind::BinaryWorkbook => {
            workbook_of(kind, options, |runs| xlsb::read(&mut package, runs))
        }
        FileKind::OpenDocument => {
            let mime = package.bytes("mimetype")?.unwrap_or_default();
            if let Some(kind) = FileKind::of_mime(&String::from_utf8_lossy(&mime)) {
                return Err(Refusal::WrongKind { kind });
            }
            let kind = FileKind::OpenWorkbook;
            workbook_of(kind, options, |runs| ods::read(&mut package, runs))
        }
        kind @ FileKind::WordDocument => {
            let mut runs = RunReader::new(options.encoding);
            let document = word::read(&mut package, &mut runs)?;
            if document.is_stamped && !options.not_secret {
                return Err(Refusal::SecretStamp);
            }
            let word::Document { sheets, paragraphs, notices, .. } = document;
            let encoding = runs.recognised();
            Ok(RawFile { sheets, paragraphs, notices, encoding, ..RawFile::of_kind(kind) })
        }
        kind => Err(Refusal::WrongKind { kind }),
    }
}

fn workbook_of(
    kind: FileKind,
    options: &ReadOptions,
    read: impl FnOnce(&mut RunReader) -> Result<(Vec<RawSheet>, Vec<String>), Refusal>,
) -> Result<RawFile, Refusal> {
    let mut runs = RunReader::new(options.encoding);
    let (sheets, formats) = read(&mut runs)?;
    let encoding = runs.recognised();
    Ok(RawFile { sheets, formats, encoding, ..RawFile::of_kind(kind) })
}

fn text_of(bytes: &[u8], kind: FileKind, options: &ReadOptions) -> Result<RawFile, Refusal> {
    let wrong_kind = Refusal::WrongKind { kind: FileKind::Unknown };
    let decoded = decode(bytes, options.encoding).ok_or(wrong_kind)?;
    let (sheets, paragraphs) = match delimited::read(&decoded.text)? {
        Some(table) => (vec![table], Vec::new()),
        None => text::read(&decoded.text),
    };
    let head = paragraphs.iter().take(TEXT_HEAD_LINES).map(|paragraph| &*paragraph.text);
    if !options.not_secret && stamp::is_in(head) {
        return Err(Refusal::SecretStamp);
    }
    let encoding = Some(decoded.recognised);
    Ok(RawFile { sheets, paragraphs, encoding, ..RawFile::of_kind(kind) })
}

/// So many lines of a plain text are its head.
const TEXT_HEAD_LINES: usize = 20;

/// The last piece of the path, without the characters that could disguise it.
pub(crate) fn file_name(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
    let disguises = |c: char| {
        c.is_control()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    name.replace(disguises, "")
}
