//! .ods into [`RawSheet`]s. An own reader over quick-xml: the Rust reader at hand gives away
//! percent formats, hidden rows and hidden sheets, and fills a row as wide as the file says. What
//! is repeated without a value takes no memory. Not read: sheets that only cache another file,
//! comments, drawings, recorded changes.

mod cell;
mod format;
mod styles;
mod table;
mod text;

use crate::encoding::RunReader;
use crate::error::{MissingPart, Refusal};
use crate::kind::FileKind;
use crate::package::Package;
use crate::raw::RawSheet;
use styles::OpenStyles;

/// All sheets in the order of their tabs, and the number format codes they refer to. Text in
/// fonts of an old code goes through `runs`.
pub(crate) fn read(
    package: &mut Package,
    runs: &mut RunReader,
) -> Result<(Vec<RawSheet>, Vec<String>), Refusal> {
    if is_encrypted(package)? {
        return Err(Refusal::PasswordProtected);
    }
    let mut styles = OpenStyles::default();
    if let Some(mut xml) = package.xml("styles.xml")? {
        styles.read(&mut xml)?;
    }
    let mut xml = package.xml("content.xml")?.ok_or(Refusal::MissingPart(MissingPart::Sheet))?;
    // The styles of its own stand before the body.
    if !styles.read(&mut xml)? {
        return Err(Refusal::Damaged);
    }
    let sheets = table::read(&mut xml, &mut styles, runs)?;
    let sheets = sheets.ok_or(Refusal::WrongKind { kind: FileKind::OpenDocument })?;
    Ok((sheets, styles.into_formats()))
}

/// A package with a password names, for each part, how it was encrypted. Only these words are
/// looked for: old programs begin the list with a harmless `<!DOCTYPE`.
fn is_encrypted(package: &mut Package) -> Result<bool, Refusal> {
    // The last is written by some programs without what follows from it.
    const SIGNS: [&str; 3] =
        ["encryption-data", "encrypted-key", "vnd.oasis.opendocument.encrypted"];
    let list = package.bytes("META-INF/manifest.xml")?.unwrap_or_default();
    let list = String::from_utf8_lossy(&list);
    Ok(SIGNS.iter().any(|sign| list.contains(sign)))
}
