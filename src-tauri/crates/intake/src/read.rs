//! A foreign file into a [`RawFile`], in this process. Programs use
//! [`read_in_child`](crate::read_in_child); this is what the child itself runs.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::error::{IntakeError, Refusal};
use crate::kind::FileKind;
use crate::limits;
use crate::package::Package;
use crate::raw::{RawFile, RawSheet};
use crate::xlsx;

/// Reads the file at `path`. A hostile file can end the process: see
/// [`read_in_child`](crate::read_in_child).
pub fn read_here(path: &Path) -> Result<RawFile, IntakeError> {
    let file = file_name(path);
    read(path, &file).map_err(|refusal| IntakeError { file, refusal })
}

fn read(path: &Path, name: &str) -> Result<RawFile, Refusal> {
    let bytes = bytes_of(path)?;
    let (kind, sheets, formats) = sheets_of(&bytes)?;
    let sha256 = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    let paragraphs = Vec::new();
    Ok(RawFile { name: name.to_owned(), sha256, kind, sheets, formats, paragraphs })
}

fn bytes_of(path: &Path) -> Result<Vec<u8>, Refusal> {
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

/// Content decides the format; each format gives the same sheets.
fn sheets_of(bytes: &[u8]) -> Result<(FileKind, Vec<RawSheet>, Vec<String>), Refusal> {
    match FileKind::of_bytes(bytes) {
        Some(FileKind::Encrypted) => return Err(Refusal::PasswordProtected),
        Some(kind) => return Err(Refusal::WrongKind { kind }),
        None => {}
    }
    let mut package = Package::open(bytes)?;
    match FileKind::of_parts(package.names()) {
        kind @ FileKind::Workbook => {
            xlsx::read(&mut package).map(|(sheets, formats)| (kind, sheets, formats))
        }
        kind => Err(Refusal::WrongKind { kind }),
    }
}

/// The last piece of the path, without the characters that could disguise it.
pub(crate) fn file_name(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
    let disguises = |c: char| {
        c.is_control()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    name.replace(disguises, "")
}
